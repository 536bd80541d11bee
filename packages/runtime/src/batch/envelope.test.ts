import { expect, test } from "vitest";
import { envelope } from "./envelope.js";

test.each([
  { path: [], rest: undefined, around: "[·]" },
  { path: ["data"], rest: undefined, around: '{"data":[·]}' },
  { path: ["data"], rest: { source: "ci", data: [1] }, around: '{"source":"ci","data":[·]}' },
  {
    path: ["data", "list"],
    rest: { data: { id: 7 }, b: null },
    around: '{"b":null,"data":{"id":7,"list":[·]}}',
  },
  { path: ['"quoted"'], rest: { no: undefined }, around: '{"\\"quoted\\"":[·]}' },
])("the list at $path stands inside $around", ({ path, rest, around }) => {
  const { text, around: bodyWith } = envelope(path, rest);
  expect(text.join("·")).toBe(around);
  expect(JSON.stringify(bodyWith(["·"]))).toBe(around.replace("·", '"·"'));
});

test("dates beside the list keep their milliseconds", () => {
  expect(envelope(["data"], { at: new Date(5) }).text.join("")).toBe(
    '{"at":"1970-01-01T00:00:00.005Z","data":[]}',
  );
  expect(() => envelope(["data"], { at: new Date(Number.NaN) })).toThrow("The body.at is Invalid Date");
});
