import fc from "fast-check";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { JsonPlaces } from "./json-places.ts";

/** Every path of a value, with the keys as they are and the positions as numbers. */
function paths(value: unknown, path: readonly (string | number)[] = []): readonly (string | number)[][] {
  if (typeof value !== "object" || value === null) return [[...path]];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [
    [...path],
    ...keys.flatMap((key) => paths((value as Record<string | number, unknown>)[key], [...path, key])),
  ];
}

describe("places in JSON", () => {
  it("are where a parser with a tree finds them, whatever the value and its layout", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, "\t"), (value, space) => {
        const text = `\n ${JSON.stringify(value, null, space)} `;
        const tree = parseTree(text);
        const places = new JsonPlaces(text);
        for (const path of paths(value)) {
          const node = tree && findNodeAtLocation(tree, path);
          const expected = node?.parent?.type === "property" ? node.parent.offset : node?.offset;
          expect([path, places.offsetOf(path.map(String))]).toEqual([path, expected]);
        }
      }),
      { seed: 8259, numRuns: 300 },
    );
  });

  it.each([
    ['{"a": {"b": 1}, "c": 2}', ["a", "gone", "x"], 1],
    ['{"a\\"}": "\\\\", "b": "]}", "c": [1]}', ["c", "0"], 32],
    ['{"a": 1, "a": 2}', ["a"], 9],
    ["[]", ["0"], 0],
    ["3", ["a"], 0],
  ])("in %s: %j", (text, path, offset) => {
    expect(new JsonPlaces(text).offsetOf(path)).toBe(offset);
  });
});
