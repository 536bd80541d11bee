import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { join, lookUp, segments } from "./pointer.ts";

describe("JSON pointers (RFC 6901)", () => {
  it("gives back any segments that were joined", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (path) => {
        expect(segments(path.reduce((pointer, segment) => join(pointer, segment), ""))).toEqual(path);
      }),
      { seed: 6901 },
    );
  });

  it("escapes ~ before /", () => {
    expect(join("", "~1/~0")).toBe("/~01~1~00");
    expect(segments("/~01~1~00")).toEqual(["~1/~0"]);
  });

  it("knows a text that is no pointer", () => {
    expect(segments("components/schemas")).toBeUndefined();
  });

  it("tells an empty key from no path", () => {
    expect(segments("")).toEqual([]);
    expect(segments("/")).toEqual([""]);
  });

  it.each([
    [["a", "0"], true, 1],
    [["a", "1"], false, undefined],
    [["a", "length"], false, undefined],
    [["toString"], false, undefined],
    [["__proto__"], false, undefined],
    [["b"], true, null],
    [["b", "c"], false, undefined],
  ])("looks up %j among own properties only", (path, found, value) => {
    expect(lookUp({ a: [1], b: null }, path)).toEqual({ found, value });
  });
});
