import { describe, expect, it } from "vitest";
import { schema } from "../testing/document.ts";
import { outline } from "../testing/outline.ts";

const two = "prefixItems: [{ type: string }, { type: integer }]";

describe("the first elements of a list", () => {
  it.each([
    ["may be absent, and others may follow", two, "[string?, number?, ...unknown]"],
    ["are there as far as minItems says", `${two}, minItems: 1`, "[string, number?, ...unknown]"],
    ["are all there when there must be more", `${two}, minItems: 3`, "[string, number, ...unknown]"],
    ["are all when items is false", `${two}, minItems: 2, items: false`, "[string, number, ...never]"],
    ["are all when maxItems says so", `${two}, maxItems: 2`, "[string?, number?, ...never]"],
    ["are fewer when maxItems says so", `${two}, minItems: 2, maxItems: 1`, "[string, ...never]"],
    [
      "are followed by what items says",
      `${two}, maxItems: 3, items: { type: "null" }`,
      "[string?, number?, ...null]",
    ],
    [
      "are none where nothing tells them apart",
      "items: { type: string }, minItems: 2, maxItems: 2",
      "[...string]",
    ],
  ])("%s", (_what, text, expected) => {
    expect(outline(schema(`{ type: array, ${text} }`).schema)).toBe(expected);
  });
});
