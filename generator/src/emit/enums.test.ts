import { describe, expect, it } from "vitest";
import { unionsIn, type Use } from "../testing/unions.ts";
import { enumGuardNames, enumsModule } from "./enums.ts";
import { printModule } from "./print.ts";

function emitted(schemas: string, use: Use = "answer"): string {
  const { api } = unionsIn(schemas, { use });
  const module = enumsModule(api);
  const text = module === undefined ? "" : printModule(module);
  // The index exports what the module has.
  for (const name of enumGuardNames(api)) expect(text).toContain(`export function ${name}(`);
  return text.replaceAll(/\/\*\*[\s\S]*?\*\//g, "").replaceAll(/\s+/g, " ");
}

describe("enums.ts", () => {
  it("guards each open enumeration of the answers", () => {
    expect(emitted("It: { enum: [red, green] }")).toContain(
      'export function isKnownIt(value: unknown): value is "red" | "green" { return isOneOf(value, "red", "green"); }',
    );
  });

  it.each([
    ["numbers", "It: { enum: [1, 2.5] }", "1 | 2.5"],
    ["null among others", "It: { enum: [a, b, null] }", '"a" | "b" | null'],
    ["text that is no name", `It: { enum: ["*/", "'", "\\u2028"] }`, '"*/" | "\'" | "\\u2028"'],
    ["a single value that the document opens", "It: { const: a, x-clientwright-open: true }", '"a"'],
  ])("takes %s", (_what, schema, type) => {
    expect(emitted(schema)).toContain(`value is ${type} {`);
  });

  it.each([
    ["a single value, which is a tag", "It: { const: a }", "answer"],
    ["booleans, of which there are no more", "It: { enum: [true, false] }", "answer"],
    ["what the document closes", "It: { enum: [a, b], x-clientwright-open: false }", "answer"],
    ["what only requests hold", "It: { enum: [a, b] }", "request"],
    ["an enumeration without a name", "It: { type: object, properties: { a: { enum: [a, b] } } }", "answer"],
  ] as const)("leaves out %s", (_what, schema, use) => {
    expect(emitted(schema, use)).toBe("");
  });

  it("keeps its name from the union that would be called the same", () => {
    const { api } = unionsIn(
      [
        'It: { type: object, properties: { a: { $ref: "#/components/schemas/Color" }, b: { $ref: "#/components/schemas/Other" } } }',
        "Color: { enum: [red, green] }",
        "Other: { x-clientwright-union: Color, oneOf: [{ type: string }, { type: number }] }",
      ].join("\n"),
    );
    expect(enumGuardNames(api)).toEqual(["isKnownColor"]);
    expect(api.unions.matches.map(({ isKnownName }) => isKnownName)).toEqual(["isKnownOther"]);
  });
});
