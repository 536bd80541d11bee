import { describe, expect, it } from "vitest";
import { operation, schema } from "../../testing/document.ts";
import { TypeWriter } from "./type.ts";

/** The type of a schema in one direction, on one line. */
function type(text: string, direction: "input" | "output" = "output", version = "3.1.1"): string {
  const { schema: found, api } = schema(text, version);
  return TypeWriter.of(api, direction).type(found).replaceAll(/\s+/g, " ");
}

const self = "#/components/schemas/It";

describe("types", () => {
  it.each([
    ["{}", "unknown"],
    ["false", "never"],
    ["type: 'null'", "null"],
    ["type: integer", "number"],
    ["type: [string, 'null']", "string | null"],
    ["{ type: string, format: binary }", "string"],
    ["{ type: array, items: { type: string } }", "string[]"],
    ["{ type: array, items: { type: [string, integer] } }", "(string | number)[]"],
    ["type: array", "unknown[]"],
    ["{ prefixItems: [{ type: string }, { type: integer }], items: false }", "[string?, number?]"],
    [
      "{ prefixItems: [{ type: string }, { type: [string, 'null'] }], minItems: 1, maxItems: 2 }",
      "[string, (string | null)?]",
    ],
    [
      "{ prefixItems: [{ type: string }], minItems: 1, items: { type: [string, 'null'] } }",
      "[string, ...(string | null)[]]",
    ],
    ["const: null", "null"],
    ["const: 7", "7"],
    ["const: -1", "-1"],
    ["const: true", "true"],
    ["const: { a: [1] }", "{ a: [1]; }"],
    ["const: []", "[]"],
    ["type: object", "{ [key: string]: unknown; }"],
    ["{ type: object, additionalProperties: false }", "Record<string, never>"],
    ["additionalProperties: { type: integer }", "{ [key: string]: number; }"],
    [
      "{ required: [a], properties: { a: { type: string }, b-c: { type: integer } } }",
      '{ a: string; "b-c"?: number; }',
    ],
    ["properties: { __proto__: { type: string } }", "{ __proto__?: string; }"],
    [
      "{ properties: { a: { type: integer } }, additionalProperties: { type: string } }",
      "{ a?: number; [key: string]: string | number | undefined; }",
    ],
    [
      "{ required: [a], properties: { a: { type: integer } }, additionalProperties: { type: string } }",
      "{ a: number; [key: string]: string | number; }",
    ],
    [
      "{ properties: { a: { type: integer } }, additionalProperties: true }",
      "{ a?: number; [key: string]: unknown; }",
    ],
    ["oneOf: [{ type: string }, {}]", "unknown"],
    [
      "allOf: [{ properties: { a: { type: string } } }, { properties: { b: { type: string } } }]",
      "{ a?: string; } & { b?: string; }",
    ],
    [
      "{ allOf: [{ properties: { a: { type: string } } }], required: [a] }",
      "{ a: {} | null; } & { a?: string; }",
    ],
    [`properties: { next: { $ref: "${self}" } }`, "{ next?: It; }"],
    [`additionalProperties: { $ref: "${self}" }`, "{ [key: string]: It; }"],
  ])("%s is %s", (text, expected) => {
    expect(type(text)).toBe(expected);
  });

  it.each([
    ["{ type: string, nullable: true }", "string | null"],
    ["{ enum: [a], nullable: true }", '"a" | null'],
    ["{ type: array, nullable: true, items: { type: string, nullable: true } }", "(string | null)[] | null"],
  ])("%s of 3.0 is %s", (text, expected) => {
    expect(type(text, "output", "3.0.3")).toBe(expected);
  });
});

describe("types by direction", () => {
  it.each([
    ["{ type: string, format: date-time }", "Date | string", "string"],
    ["enum: [a, b]", '"a" | "b"', '"a" | "b" | (string & {})'],
    ["enum: [1, 2]", "1 | 2", "1 | 2 | (number & {})"],
    ["enum: [a, 1]", '"a" | 1', '"a" | 1 | (string & {}) | (number & {})'],
    ["enum: [a, b, null]", '"a" | "b" | null', '"a" | "b" | null | (string & {})'],
    ["enum: [true, false]", "true | false", "true | false"],
    ["const: a", '"a"', '"a"'],
    ["{ enum: [a, b], x-clientwright-open: true }", '"a" | "b" | (string & {})', '"a" | "b" | (string & {})'],
    ["{ enum: [a, b], x-clientwright-open: false }", '"a" | "b"', '"a" | "b"'],
    [
      "properties: { id: { type: string, readOnly: true }, a: { type: string } }",
      "{ a?: string; }",
      "{ id?: string; a?: string; }",
    ],
    [
      "properties: { pw: { type: string, writeOnly: true }, a: { type: string } }",
      "{ pw?: string; a?: string; }",
      "{ a?: string; }",
    ],
  ])("%s", (text, input, output) => {
    expect(type(text, "input")).toBe(input);
    expect(type(text, "output")).toBe(output);
  });

  it("a default may be left out of a request and is there in an answer", () => {
    const text =
      "{ required: [b], properties: { a: { type: integer, default: 10 }, b: { type: string, default: x } } }";
    expect(type(text, "input")).toMatch(/a\?: number; .* b: string; \}$/);
    expect(type(text, "output")).toMatch(/a: number; .* b: string; \}$/);
  });
});

describe("names that are global", () => {
  it("stay reachable when a schema is called the same", () => {
    const { operation: found, api } = operation(
      'post: { operationId: run, requestBody: { content: { multipart/form-data: { schema: { $ref: "#/components/schemas/It" } } } }, responses: {} }',
      {
        rest: `components: { schemas: { It: { properties: { d: { $ref: "${self}/$defs/Date" }, at: { type: string, format: date-time }, f: { type: string, format: binary } }, $defs: { Date: { type: string } } } } }`,
      },
    );
    const body = [...api.definitions.values()].find(({ documentedName }) => documentedName === "It");
    expect(found.body).toMatchObject({ kind: "multipart" });
    expect(body && TypeWriter.of(api, "input").type(body.schema).replaceAll(/\s+/g, " ")).toBe(
      "{ d?: Date; /** Format: `date-time`. */ at?: globalThis.Date | string; /** Format: `binary`. */ f?: Blob; }",
    );
  });
});

describe("tokens", () => {
  it("are never taken from the document", () => {
    expect(type('enum: [T0, T1, "T0 | T1"]', "input")).toBe('"T0" | "T1" | "T0 | T1"');
    expect(type("properties: { T1: { type: string }, T0: { const: T1 } }")).toBe(
      '{ T1?: string; T0?: "T1"; }',
    );
  });

  it("of replacement patterns stay text", () => {
    expect(type("enum: ['$&', '$1', '$`']", "input")).toBe('"$&" | "$1" | "$`"');
  });
});
