import { expect, test } from "vitest";
import { nextLink } from "./link-header.js";

test.each([
  ["", undefined],
  ['</parcels?page=2>; rel="next"', "/parcels?page=2"],
  ["</parcels?page=2>;rel=next", "/parcels?page=2"],
  ['<https://a.test/1>; rel="prev", <https://a.test/3>; rel="next"', "https://a.test/3"],
  ['<https://a.test/?ids=1,2;3>; rel="next"', "https://a.test/?ids=1,2;3"],
  ['<a>; title="one, <b>; rel=next", <c>; REL=Next', "c"],
  ['<a>; title="say \\"next\\"; rel=next"; rel=last', undefined],
  ['<a>; rel="up next"', "a"],
  ['<a>; rel="nextish"', undefined],
  ["<a>; rel=prev; rel=next", undefined],
  ['<a>; rel="next"; anchor="/other"', undefined],
  ["<a>; crossorigin; rel=next", "a"],
  ["<a>", undefined],
  ['<>; rel="next"', ""],
  ["garbage; rel=next", undefined],
])("the next link of %j is %j", (field, target) => {
  expect(nextLink(field)).toBe(target);
});
