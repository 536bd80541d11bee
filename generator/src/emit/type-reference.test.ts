import { expect, it } from "vitest";
import { documentOf, modelOne } from "../testing/document.ts";
import { typeList } from "./type-reference.ts";

/** What the list says of one schema that a request sends and an answer has. */
function listed(schemas: string): readonly string[] {
  const content = "content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }";
  const api = modelOne(
    documentOf(`paths:
  /a:
    post:
      operationId: make
      requestBody: { ${content} }
      responses: { "200": { description: A., ${content} } }
components:
  schemas:
    Base: { type: object, properties: { of: { type: string } } }
    Thing: ${schemas}`),
  );
  return typeList(api).split("\n");
}

/** Not shown as a type of one line, because its fields have comments. */
const long =
  "{ type: object, required: [some], properties: { some: { type: string, description: S }, other: { type: integer, default: 1 } } }";

it.each([
  ["{ type: string }", "- `Thing`: Type: `string`."],
  ["{ type: array, items: { type: string }, description: Names }", "- `Thing`: Names. Type: `string[]`."],
  [
    "{ type: object, additionalProperties: { type: integer } }",
    "- `Thing`: Type: `{ [key: string]: number; }`.",
  ],
  [
    "{ type: object, description: A thing., required: [a], properties: { a: { type: [string, 'null'] }, b-c: { type: integer, default: 3 } } }",
    '- `ThingInput`: A thing. Fields: `a: string | null`, `"b-c"?: number` (default `3`).',
  ],
  ["{ oneOf: [{ type: string }, { type: integer }] }", "- `Thing`: Type: `string | number`."],
  [
    "{ type: object, properties: { a: { type: object, properties: { b: { type: string, description: B } } } } }",
    "- `Thing`: Fields: `a?`.",
  ],
  ["{ type: object, properties: { id: { type: string, readOnly: true } } }", "- `ThingInput`: No fields."],
  [
    `{ allOf: [{ $ref: '#/components/schemas/Base' }, ${long}] }`,
    "- `ThingInput`: All of `Base`. Fields: `some: string`, `other?: number` (default `1`).",
  ],
  [
    `{ allOf: [{ $ref: '#/components/schemas/Base' }, { oneOf: [{ $ref: '#/components/schemas/Base' }, ${long}] }] }`,
    "- `ThingInput`: All of `Base`, `Base | { some; other? }`.",
  ],
  [`{ type: array, items: ${long} }`, "- `Thing`: Type: `{ some; other }[]`."],
  [`{ oneOf: [{ type: string }, ${long}] }`, "- `ThingInput`: Type: `string | { some; other? }`."],
])("a type is listed with what it holds: %s", (schema, line) => {
  expect(listed(schema)).toContain(line);
});

it("an enumeration of answers is open, one of requests is not", () => {
  const lines = listed("{ type: string, enum: [a, 'b|`c'] }");
  expect(lines).toContain('- `Thing`: Values: `"a"`, `` "b|`c" ``, and others.');
  expect(lines).toContain('- `ThingInput`: Values: `"a"`, `` "b|`c" ``.');
});

it("each direction lists its own fields", () => {
  const lines = listed(
    "{ type: object, required: [id], properties: { id: { type: string, readOnly: true }, key: { type: string, writeOnly: true }, at: { type: string, format: date-time } } }",
  );
  expect(lines).toContain("- `Thing`: Fields: `id: string`, `at?: string`.");
  expect(lines).toContain("- `ThingInput`: Fields: `key?: string`, `at?: Date | string`.");
});

it("hostile texts stay texts", () => {
  const [line = ""] = listed(
    String.raw`{ type: string, description: "<b>x</b> | [y](z)", enum: ["x|\n# a"] }`,
  );
  expect(line).toBe(String.raw`- ${"`Thing`"}: \<b\>x\</b\> \| \[y\](z). Values: ${"`"}"x|\n# a"${"`"}.`);
});
