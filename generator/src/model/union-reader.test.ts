import { describe, expect, it } from "vitest";
import { describeAll, schema } from "../testing/document.ts";
import { outline } from "../testing/outline.ts";

describe("variants that only say what is required", () => {
  it.each(["anyOf", "oneOf"])("are no types where all of %s are such, with a warning", (key) => {
    const { schema: found, found: problems } = schema(
      `{ properties: { a: {}, b: {} }, ${key}: [{ required: [a] }, { required: [b] }] }`,
    );
    expect(outline(found)).toBe("{a?: unknown, b?: unknown}");
    expect(describeAll(problems)).toEqual([
      expect.stringMatching(
        new RegExp(`^CW2011 .*It/${key} types cannot express which fields one of ${key} requires`),
      ),
    ]);
  });

  it("are variants beside others", () => {
    const { schema: found } = schema(
      "{ anyOf: [{ properties: { a: { type: string } } }, { required: [z] }] }",
    );
    expect(outline(found)).toBe("{a?: string}|{z: unknown}");
  });
});
