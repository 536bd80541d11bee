import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonText } from "./json-text.js";

/** What JSON.stringify would turn into null, at any place. */
const lost = fc.constantFrom<unknown>(Number.NaN, Infinity, -Infinity, new Date(Number.NaN));
const kept = fc.jsonValue({ maxDepth: 3 });

test("whatever stands around a lost value, it is refused", () => {
  const deep = fc.letrec((tie) => ({
    place: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      lost,
      fc
        .tuple(fc.array(kept, { maxLength: 2 }), tie("place"), fc.array(kept, { maxLength: 2 }))
        .map(([before, one, after]) => [...before, one, ...after]),
      fc
        .tuple(
          fc.dictionary(fc.string(), kept, { maxKeys: 2 }),
          tie("place"),
          fc.dictionary(fc.string(), kept, { maxKeys: 2 }),
        )
        .map(([before, one, after]) => ({ ...before, ...after, "": one })),
    ),
  })).place;
  const check = fc.property(deep, (value) => {
    expect(() => jsonText(value)).toThrow("which JSON has no text for");
  });
  fc.assert(check);
});

test.each([[[undefined]], [[1, undefined]], [[undefined, 1]], [[[() => 1]]], [{ a: [Symbol("s")] }]])(
  "a list with nothing at a place is refused: %o",
  (value) => {
    expect(() => jsonText(value)).toThrow("which JSON has no text for");
  },
);

test("a value with nothing lost is written as JSON.stringify writes it", () => {
  const check = (value: unknown): void => expect(jsonText(value)).toBe(JSON.stringify(value));
  fc.assert(fc.property(kept, (value) => void check(value)));
  for (const value of [null, [null], { a: null, b: [null, null] }, "null", ":null,", undefined]) check(value);
});
