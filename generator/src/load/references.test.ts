import { describe, expect, it } from "vitest";
import { references } from "./references.ts";
import type { Source } from "./source.ts";

function sourceOf(value: unknown): Source {
  return {
    path: "/a.yaml",
    name: "a.yaml",
    text: "",
    hash: "",
    value,
    problems: [],
    locate: () => ({ line: 1, column: 1 }),
  };
}

function found(value: unknown): readonly string[] {
  return references(sourceOf(value)).found.map((node) => node.pointer);
}

/** A new object each time: one that stands in two places is one place to the search. */
const ref = (): unknown => ({ $ref: "#/x" });

describe("references", () => {
  it("finds every reference, in the order of the file", () => {
    expect(found({ b: ref(), a: [ref(), { c: ref() }], "d/e": ref() })).toEqual([
      "/b",
      "/a/0",
      "/a/1/c",
      "/d~1e",
    ]);
  });

  it.each(["example", "default", "enum", "const", "value", "x-notes"])(
    "takes what is below %s for data",
    (key) => {
      expect(found({ [key]: { $ref: "#/x" }, list: [{ [key]: [ref()] }], seen: ref() })).toEqual(["/seen"]);
    },
  );

  it("takes the examples of a schema for data, and those of a media type for Example Objects", () => {
    expect(found({ schema: { examples: [ref()] }, media: { examples: { one: ref() } } })).toEqual([
      "/media/examples/one",
    ]);
  });

  it.each(["properties", "patternProperties", "schemas", "$defs", "responses", "examples", "headers"])(
    "takes the keys below %s for names, whatever they are",
    (key) => {
      const names = {
        default: ref(),
        example: ref(),
        enum: ref(),
        "x-id": ref(),
        const: ref(),
        value: ref(),
      };
      expect(found({ [key]: names })).toHaveLength(6);
    },
  );

  it("takes a property called $ref for a property", () => {
    expect(found({ properties: { $ref: { type: "string" } } })).toEqual([]);
    expect(found({ properties: { $ref: ref() } })).toEqual(["/properties/$ref"]);
  });

  it("takes a property called properties for a property", () => {
    expect(found({ properties: { properties: { default: ref(), properties: { default: ref() } } } })).toEqual(
      ["/properties/properties/properties/default"],
    );
  });

  it("finds what a shared object holds once", () => {
    const shared = { inner: ref() };
    expect(found({ a: shared, b: shared })).toEqual(["/a/inner"]);
  });

  it("finds what data and a description share", () => {
    const shared = { inner: ref() };
    expect(found({ example: shared, b: shared })).toEqual(["/b/inner"]);
  });

  it("does not follow data that contains itself", () => {
    const loop: Record<string, unknown> = { ref: ref() };
    loop["again"] = loop;
    expect(found(loop)).toEqual(["/ref"]);
  });

  it("stops at 200 levels and says where", () => {
    const nest = (levels: number): unknown => {
      let value: unknown = "end";
      for (let level = 0; level < levels; level++) value = { a: value };
      return value;
    };
    expect(references(sourceOf(nest(200))).tooDeep).toBeUndefined();
    expect(references(sourceOf(nest(202))).tooDeep?.pointer).toBe("/a".repeat(201));
    expect(references(sourceOf({ example: nest(300) })).tooDeep?.pointer).toBe(`/example${"/a".repeat(200)}`);
    expect(references(sourceOf(nest(100_000))).tooDeep?.pointer).toBe("/a".repeat(201));
  });
});
