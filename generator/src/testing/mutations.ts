import fc from "fast-check";
import ts from "typescript";
import { parse } from "yaml";
import { Diagnostics } from "../diagnostics.ts";
import { emitPackage } from "../emit/package.ts";
import { loadDocument } from "../load/document.ts";
import { buildApis } from "../model/build.ts";

/** One of everything that a document can hold. */
export const rich: unknown = parse(`
openapi: 3.1.1
info: { title: Things, version: "1", description: D }
externalDocs: { url: https://example.com }
servers: [{ url: "https://{site}", variables: { site: { default: a.com, x-clientwright-env: SITE, x-clientwright-values: [a.com] } } }]
security: [{ key: [] }, { oauth: [read] }]
paths:
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getThing
      tags: [A]
      parameters: [{ $ref: "#/components/parameters/Page" }, { name: X-A, in: header, schema: { type: array, items: { type: string } } }]
      responses:
        "200": { description: D, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" }, examples: { a: { value: { id: x } } } } } }
        "404": { $ref: "#/components/responses/Problem" }
        default: { $ref: "#/components/responses/Problem" }
      x-clientwright-pagination: { items: $response.body#/items, cursor: "$request.query.page[cursor]", next: $response.body#/after }
      x-clientwright-partial: [{ value: $response.body#/state, equals: half }]
    post:
      operationId: addThing
      x-clientwright-idempotency: safe
      x-clientwright-batch: { items: $request.body#/items, maxItems: 5 }
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } }, multipart/form-data: { schema: { type: object, properties: { f: { type: string, format: binary } } }, encoding: { f: { contentType: image/png } } } } }
      responses: { "202": { description: D } }
components:
  parameters: { Page: { name: "page[cursor]", in: query, style: form, explode: true, schema: { type: string, default: a } } }
  responses: { Problem: { description: D, content: { application/problem+json: { schema: { type: object, additionalProperties: { type: string } } } } } }
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key, x-clientwright-option: apiKey }, oauth: { type: oauth2, flows: {} } }
  schemas:
    Thing:
      allOf: [{ $ref: "#/components/schemas/Base" }]
      type: object
      required: [id, kind]
      properties:
        id: { type: string, readOnly: true, minLength: 1, pattern: ^a, description: D }
        at: { type: [string, "null"], format: date-time }
        kind: { enum: [a, b, null] }
        any: { oneOf: [{ $ref: "#/components/schemas/One" }, { $ref: "#/components/schemas/Two" }], discriminator: { propertyName: t, mapping: { one: One } } }
        next: { $ref: "#/components/schemas/Thing" }
        items: { type: array, items: { $ref: "#/components/schemas/One" } }
        after: { type: string }
        state: { type: string }
        tuple: { prefixItems: [{ const: 1 }], items: false }
      patternProperties: { ^x: { type: integer } }
      additionalProperties: { anyOf: [{ type: string }, { type: number }] }
    Base: { type: object, properties: { base: { type: boolean, default: true } } }
    One: { type: object, required: [t], properties: { t: { const: one } } }
    Two: { type: object, required: [t], properties: { t: { const: two } }, x-clientwright-variant: second }
`);

type Path = readonly (string | number)[];

/** Every place of a document. */
export function places(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [
    path,
    ...keys.flatMap((key) => places((value as Record<string | number, unknown>)[key], [...path, key])),
  ];
}

/** The document with another value at a place; without the place when the value is undefined. */
export function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  const inner = replaced(copy[key], rest, by);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
}

/** Loads, models and, where there is no error, emits: everything but writing. */
export function carryThrough(
  file: string,
  folder: string,
): { readonly codes: readonly string[]; readonly files: number; readonly broken: readonly string[] } {
  const diagnostics = new Diagnostics();
  const document = loadDocument(file, folder, diagnostics);
  const apis =
    document === undefined
      ? []
      : buildApis(document, { config: { document: file }, source: file }, diagnostics);
  const files = diagnostics.hasErrors
    ? []
    : apis.flatMap((api) => [...emitPackage(api, {}, { version: "1.0.0" })]);
  const modules = files.filter(({ path }) => path.endsWith(".ts")).map(({ text }) => text);
  // What each module declares may repeat what another does: it is the syntax that is looked at.
  const { diagnostics: syntax = [] } = ts.transpileModule(modules.join("\n"), { reportDiagnostics: true });
  return {
    codes: diagnostics.all.map(({ code }) => code),
    files: files.length,
    broken: syntax.map(({ messageText }) => String(messageText)),
  };
}

const scalars = ["", "x", "$ref", "*/", "__proto__", 0, -1, 1.5, true, false, null] as const;
const refs = [
  "#",
  "#/",
  "#/components/schemas/Thing",
  "#/paths",
  "gone.yaml",
  "http://a",
  "#/components/schemas/Thing/properties/next",
];
/** What may stand anywhere. */
export const replacement: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<unknown>(...scalars, [], {}, [[]], [{}], [null], { type: "object" }, { a: { b: 1 } }),
  fc.constantFrom(...refs).map(($ref) => ({ $ref })),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The rich document with up to three other values somewhere, as text. */
export const mutated: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.nat(), replacement), { minLength: 1, maxLength: 3 })
  .map((changes) => {
    const all = places(rich);
    let document: unknown = rich;
    for (const [index, by] of changes) {
      const path = all[index % all.length] ?? [];
      if (isThere(document, path.slice(0, -1))) document = replaced(document, path, by);
    }
    return JSON.stringify(document) ?? "";
  });

/** Whether something that can have members stands at a path: an earlier change may have taken it away. */
function isThere(document: unknown, path: Path): boolean {
  const found = path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    document,
  );
  return typeof found === "object" && found !== null;
}
