import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Diagnostics } from "./diagnostics.ts";
import { emitPackage } from "./emit/package.ts";
import { loadDocument } from "./load/document.ts";
import { buildApis } from "./model/build.ts";
import { temporaryFolder, writeTree } from "./testing/folder.ts";

/** One of everything that a document can hold. */
const rich: unknown = parse(`
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
function places(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [
    path,
    ...keys.flatMap((key) => places((value as Record<string | number, unknown>)[key], [...path, key])),
  ];
}

/** The document with another value at a place; without the place when the value is undefined. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
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
function carryThrough(
  file: string,
  folder: string,
): { readonly codes: readonly string[]; readonly files: number } {
  const diagnostics = new Diagnostics();
  const document = loadDocument(file, folder, diagnostics);
  const apis =
    document === undefined
      ? []
      : buildApis(document, { config: { document: file }, source: file }, diagnostics);
  const files = diagnostics.hasErrors
    ? []
    : apis.flatMap((api) => [...emitPackage(api, {}, { version: "1.0.0" })]);
  return { codes: diagnostics.all.map(({ code }) => code), files: files.length };
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
const replacement = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<unknown>(...scalars, [], {}, [[]], [{}], [null], { type: "object" }, { a: { b: 1 } }),
  fc.constantFrom(...refs).map(($ref) => ({ $ref })),
  fc.jsonValue({ maxDepth: 2 }),
);

describe("a document with anything anywhere", () => {
  it("is a good one before", () => {
    const folder = temporaryFolder({ "openapi.json": JSON.stringify(rich) });
    const { codes, files } = carryThrough("openapi.json", folder);
    // Two media types for one body, of which one is used.
    expect(codes).toEqual(["CW2012"]);
    expect(files).toBeGreaterThan(10);
  });

  it("ends in packages or in diagnostics, never in a crash", () => {
    const folder = temporaryFolder();
    const all = places(rich);
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(all.length - 1), replacement), { minLength: 1, maxLength: 3 }),
        (changes) => {
          let document: unknown = rich;
          for (const [index, by] of changes) {
            const path = all[index] ?? [];
            const exists = path
              .slice(0, -1)
              .reduce<unknown>(
                (value, key) =>
                  typeof value === "object" && value !== null
                    ? (value as Record<string | number, unknown>)[key]
                    : undefined,
                document,
              );
            if (typeof exists === "object" && exists !== null) document = replaced(document, path, by);
          }
          writeTree(folder, { "openapi.json": JSON.stringify(document) ?? "" });
          const { codes, files } = carryThrough("openapi.json", folder);
          expect(codes.length + files).toBeGreaterThan(0);
          for (const code of codes) outcomes.add(code);
          if (files > 0) outcomes.add("files");
        },
      ),
      { seed: 2020, numRuns: 400 },
    );
    // The changes reach far: into every stage, and through to the end.
    for (const outcome of ["files", "CW1011", "CW1030", "CW1031", "CW1032", "CW2001", "CW2005", "CW2020"]) {
      expect([...outcomes]).toContain(outcome);
    }
  });
});

describe("the documents of this workspace with anything anywhere", () => {
  const spec = join(import.meta.dirname, "../../spec");
  it.each(["ci-visibility-pipelines", "code-coverage"])("%s: never a crash", (domain) => {
    const source = join(spec, domain, "openapi.yaml");
    const document: unknown = parse(readFileSync(source, "utf8"));
    const all = places(document);
    const folder = temporaryFolder();
    // Its references lead to files beside it, from wherever the changed copy stands.
    const beside = relative(folder, dirname(source));
    const moved = JSON.stringify(document).replaceAll(/"\$ref":"([^#"][^"]*)"/g, (_match, path: string) =>
      JSON.stringify({ $ref: join(beside, path) }).slice(1, -1),
    );
    fc.assert(
      fc.property(fc.nat(all.length - 1), replacement, (index, by) => {
        const changed = replaced(JSON.parse(moved), all[index] ?? [], by);
        writeTree(folder, { "openapi.json": JSON.stringify(changed) ?? "" });
        const { codes, files } = carryThrough("openapi.json", folder);
        expect(codes.length + files).toBeGreaterThan(0);
      }),
      { seed: 31, numRuns: 10 },
    );
  });
});
