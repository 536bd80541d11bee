import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readExtensions } from "../model/bundle-grammar.ts";
import { readTree, temporaryFolder, type Tree } from "../testing/folder.ts";
import { config, generateIn } from "../testing/project.ts";

/** Generates one document, then what its package says is its document; without a configuration of names. */
async function twice(
  files: Tree,
  options: Readonly<Record<string, unknown>> = {},
): Promise<readonly [first: Tree, second: Tree]> {
  const first = await generated(files, options);
  const name = Object.keys(first).find((path) => path.endsWith("openapi.json")) ?? "";
  // Under the same name, which the headers repeat; JSON is YAML.
  return [first, await generated({ "openapi.yaml": first[name] ?? "" }, {})];
}

async function generated(files: Tree, options: Readonly<Record<string, unknown>>): Promise<Tree> {
  const folder = temporaryFolder({
    "clientwright.config.mjs": config({ documents: [{ document: "openapi.yaml", ...options }] }),
    ...files,
  });
  const { ok, diagnostics } = await generateIn(folder);
  if (!ok) throw new Error(JSON.stringify(diagnostics));
  return readTree(join(folder, "packages"));
}

const head = 'openapi: 3.1.1\ninfo: { title: Things, version: "1", x-team: secret }\n';
const answer = (schema: string): string =>
  `responses: { "200": { description: D, content: { application/json: { schema: ${schema} } } } }`;

describe("openapi.json", () => {
  it("has no bound that was left out, on which a validator would fail", async () => {
    const schema = `{ type: string, pattern: 42, minLength: "2", maxLength: 5, format: null, exclusiveMinimum: "2", uniqueItems: "true", minContains: "1", enum: [pattern], default: pattern }`;
    const [first, second] = await twice({
      "openapi.yaml": `${head}paths: { /a: { get: { operationId: getA, ${answer(schema)} } } }\n`,
    });
    const document = JSON.parse(first["things/openapi.json"] ?? "") as Readonly<Record<string, unknown>>;
    expect(document).toHaveProperty(
      ["paths", "/a", "get", "responses", "200", "content", "application/json", "schema"],
      { type: "string", maxLength: 5, enum: ["pattern"], default: "pattern" },
    );
    expect(second).toEqual(first);
  });

  it("has no null in place of a number that JavaScript does not have", async () => {
    const schema = "{ enum: [1, 1e400, -1e400], default: 9223372036854775807 }";
    const [first, second] = await twice({
      "openapi.yaml": `${head}paths: { /a: { get: { operationId: getA, ${answer(schema)} } } }\n`,
    });
    expect(first["things/openapi.json"]).not.toMatch(/null|default/);
    expect(second).toEqual(first);
  });

  it("has the media types that are meant, and no more of those that are none", async () => {
    const content = '{ "*": { schema: { type: string } }, id: { example: 1 } }';
    const [first, second] = await twice({
      "openapi.yaml": `${head}paths: { /a: { get: { operationId: getA, responses: { "200": { description: D, content: ${content} } } } } }\n`,
    });
    expect(first["things/openapi.json"]).not.toContain('"id"');
    expect(first["things/openapi.json"]).toContain('"*/*"');
    expect(second).toEqual(first);
  });

  it("gives the same package, from files of every layout", async () => {
    const [first, second] = await twice({
      "openapi.yaml": `${head}paths:
  /a: { $ref: "paths/a.yaml" }
  /b: { get: { operationId: getB, ${answer('{ $ref: "schemas/map.yaml#/Shape" }')} } }
components: { schemas: { Local: { allOf: [{ $ref: "schemas/whole.yaml" }, { properties: { x: { $ref: "#/components/schemas/Local" } } }] } } }
`,
      "paths/a.yaml": `parameters: [{ $ref: "../parts.yaml#/size" }]
post:
  operationId: run
  requestBody: { $ref: "../parts.yaml#/body" }
  ${answer('{ $ref: "../openapi.yaml#/components/schemas/Local" }')}
`,
      "parts.yaml": `size: { name: "page[size]", in: query, schema: { $ref: "schemas/map.yaml#/Size" } }
body: { required: true, content: { application/json: { schema: { $ref: "schemas/whole.yaml" } } } }
`,
      "schemas/whole.yaml": `type: object
properties:
  deep: { $ref: "map.yaml#/Shape/properties/inner" }
  choice: { oneOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: array, items: { type: string } }] }
  defined: { $ref: "#/$defs/in~1out" }
$defs: { in/out: { type: string, format: date-time } }
`,
      "schemas/map.yaml": `Size: { type: integer, default: 10, x-other: 1 }
Shape:
  oneOf: [{ $ref: "#/Round" }, { $ref: "#/Square" }]
  discriminator: { propertyName: kind, mapping: { round: "#/Round", square: "map.yaml#/Square" } }
  properties: { inner: { type: object, properties: { schema: { type: object, properties: { z: { anyOf: [{ type: object }, { type: array, items: {} }] } } } } } }
Round: { type: object, required: [kind], properties: { kind: { type: string } } }
Square: { type: object, required: [kind], properties: { kind: { type: string }, x-size: { type: number } } }
`,
    });
    expect(second).toEqual(first);
    const text = first["things/openapi.json"] ?? "";
    expect([...text.matchAll(/"\$ref": "([^"]*)"/g)].map((match) => match[1])).not.toEqual([]);
    expect(text).not.toMatch(/"\$ref": "(?!#\/components\/)/);
    // Names of the author's stay, extensions that nobody reads do not.
    expect(text).toContain('"x-size"');
    expect(text).not.toMatch(/x-team|x-other|secret|\.yaml|tmp/);
  });

  it("says what the configuration said: names of the package, its class, operations and schemas", async () => {
    const files = {
      "openapi.yaml": `${head}paths: { /a: { get: { operationId: a/b, ${answer('{ $ref: "#/components/schemas/It" }')} } } }
components: { schemas: { It: { type: object, properties: { u: { oneOf: [{ type: object }, { type: array, items: {} }] } } } } }
`,
    };
    const names = { operations: { "a/b": "fetchIt" }, schemas: { It: "Thing", "It u": "Part" } };
    const [first, second] = await twice(files, { package: "other", className: "Others", names });
    expect(second).toEqual(first);
    expect(first["other/src/types.ts"]).toContain("export interface Thing");
    expect(first["other/src/types.ts"]).toContain("export type Part");
    expect(Object.keys(first)).toContain("other/src/operations/fetchIt.ts");
  });

  it("holds what extends a base, and no more than the package's own operations reach", async () => {
    const tagged = (tag: string, path: string, schema: string): string =>
      `  /${path}: { get: { operationId: ${path}, tags: [${tag}], ${answer(`{ $ref: "#/components/schemas/${schema}" }`)} }, parameters: [] }`;
    const files = {
      "openapi.yaml": `${head}tags: [{ name: one, description: One. }, { name: two }]
security: [{ key: [] }]
paths:
${tagged("one", "a", "Pet")}
${tagged("two", "b", "Plain")}
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key }, unused: { type: http, scheme: basic } }
  schemas:
    Plain: { type: string }
    Pet: { type: object, discriminator: { propertyName: kind }, required: [kind], properties: { kind: { type: string } } }
    Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }, { properties: { bark: { type: string } } }] }
    Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { properties: { meow: { type: string } } }] }
`,
    };
    const all = await generated(files, { split: "tag" });
    const document = (name: string): Record<string, Record<string, object>> =>
      JSON.parse(all[`${name}/openapi.json`] ?? "") as Record<string, Record<string, object>>;
    expect(Object.keys(document("one")["paths"] ?? {})).toEqual(["/a"]);
    expect(Object.keys(document("one")["components"]?.["schemas"] ?? {})).toEqual(["Cat", "Dog", "Pet"]);
    expect(Object.keys(document("two")["components"]?.["schemas"] ?? {})).toEqual(["Plain"]);
    expect(document("two")["tags"]).toEqual([{ name: "two" }]);
    expect(document("one")["components"]?.["securitySchemes"]).toEqual({
      key: { type: "apiKey", in: "header", name: "X-Key" },
    });
    const again = await generated({ "openapi.yaml": all["one/openapi.json"] ?? "" }, {});
    const first = Object.fromEntries(Object.entries(all).filter(([path]) => path.startsWith("one/")));
    expect(again).toEqual(first);
  });

  it("keeps components apart that have one name in two files", async () => {
    const [first, second] = await twice({
      "openapi.yaml": `${head}paths:
  /a: { get: { operationId: a, parameters: [{ $ref: "#/components/parameters/P" }, { $ref: "other.yaml#/components/parameters/P" }], responses: {} } }
components: { parameters: { P: { name: one, in: query, schema: { type: string } } } }
`,
      "other.yaml": `components: { parameters: { P: { name: two, in: query, schema: { type: number } } } }\n`,
    });
    expect(second).toEqual(first);
    expect(first["things/src/operations/a.ts"]).toMatch(/one\?: string[^]*two\?: number/);
  });

  it("is part of what is published, and can be imported", async () => {
    const all = await generated(
      { "openapi.yaml": `${head}paths: { /a: { get: { operationId: a, responses: {} } } }\n` },
      {},
    );
    const manifest = JSON.parse(all["things/package.json"] ?? "") as Record<string, unknown>;
    expect(manifest["files"]).toContain("openapi.json");
    expect(manifest["exports"]).toMatchObject({ "./openapi.json": "./openapi.json" });
  });

  it("of this workspace's packages gives them again", async () => {
    const root = join(import.meta.dirname, "../../..");
    for (const name of ["ci-visibility-pipelines", "code-coverage"]) {
      const text = readFileSync(join(root, "packages", name, "openapi.json"), "utf8");
      const own = readTree(join(root, "packages", name, "src"));
      const again = await generated({ "openapi.yaml": text }, {});
      const headless = (source: string): string => source.slice(source.indexOf("\n"));
      for (const [path, source] of Object.entries(own)) {
        expect(headless(again[`${name}/src/${path}`] ?? ""), path).toBe(headless(source));
      }
      expect(again[`${name}/openapi.json`]).toBe(Buffer.from(text).toString("latin1"));
    }
  });
});

describe("extensions", () => {
  it("that any module reads stay in the document", () => {
    const model = join(import.meta.dirname, "../model");
    const read = readdirSync(model)
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "bundle-grammar.ts")
      .flatMap((file) => [...readFileSync(join(model, file), "utf8").matchAll(/"(x-clientwright-[a-z]+)"/g)])
      .map((match) => match[1] ?? "");
    expect([...new Set(read)].toSorted()).toEqual([...readExtensions].toSorted());
  });
});
