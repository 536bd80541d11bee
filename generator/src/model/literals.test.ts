import { describe, expect, it } from "vitest";
import { describeAll, schema } from "../testing/document.ts";
import { outline } from "../testing/outline.ts";

type Case = readonly [what: string, text: string, outline: string];

function read(text: string): string {
  return outline(schema(text).schema);
}

describe("const and enum", () => {
  it.each<Case>([
    ["text", "const: a", '"a"'],
    ["a number", "const: -1.5", "-1.5"],
    ["true", "const: true", "true"],
    ["an empty text", "const: ''", '""'],
    ["an object", "const: { a: [1, { b: null }] }", "{a: [1, {b: null}, ...never]}"],
    ["an empty array", "const: []", "[...never]"],
    ["several scalars", "enum: [a, 1, true, null]", '"a"|1|true|null'],
    ["the same value twice", "enum: [a, a]", '"a"'],
    ["scalars and objects", "enum: [a, { b: 1 }]", '"a"|{b: 1}'],
    ["no value", "enum: []", "never"],
    ["const beside enum", "{ const: a, enum: [a, b] }", '"a"'],
    ["open on demand", "{ enum: [a, b], x-clientwright-open: true }", '"a"|"b"…'],
  ])("%s", (_what, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("takes a literal called __proto__ for a member", () => {
    expect(read('{ "const": { "__proto__": 1 } }')).toBe("{__proto__: 1}");
  });
});

describe("numbers that JavaScript does not have", () => {
  it.each<Case>([
    ["a large integer", "const: 9007199254740993", "number"],
    ["one beside others", "enum: [a, 1, -9007199254740993]", '"a"|1|number'],
    ["one inside of an object", "const: { a: [1e400] }", "{a: [number, ...never]}"],
    ["infinity", "enum: [1e400]", "number"],
  ])("%s is a number, with a warning", (_what, text, expected) => {
    const { schema: found, found: problems } = schema(text);
    expect(outline(found)).toBe(expected);
    expect(describeAll(problems)).toEqual([
      expect.stringMatching(
        /^CW2011 .*It\/(const|enum\/\d) JavaScript has no number that is exactly this one/,
      ),
    ]);
  });

  it.each(["9007199254740991", "1.5", "1.7e-300", "0.1", "1e21"])("are others than %s", (text) => {
    const { schema: found, found: problems } = schema(`const: ${text}`);
    expect([outline(found), problems]).toEqual([String(Number(text)), []]);
  });

  it("are no default", () => {
    const { schema: found, found: problems } = schema("{ type: integer, default: 9223372036854775807 }");
    expect(found.docs.default).toBeUndefined();
    expect(describeAll(problems)).toEqual([expect.stringMatching(/^CW1034 .*It\/default /)]);
  });
});
