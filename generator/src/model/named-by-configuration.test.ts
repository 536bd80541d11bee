import { describe, expect, it } from "vitest";
import type { DocumentConfig } from "../config.ts";
import { generate, type GenerateReport } from "../generate.ts";
import { readTree, temporaryFolder, type Tree, writeTree } from "../testing/folder.ts";
import { config } from "../testing/project.ts";

const answer = (schema: string): string =>
  `responses: { "200": { description: D, content: { application/json: { schema: ${schema} } } } }`;
const text = `openapi: 3.1.1
info: { title: Shop, version: "1" }
paths:
  /customers: { get: { operationId: listCustomers, tags: [Customers, Rare], ${answer("{ $ref: '#/components/schemas/Topic' }")} } }
  /goods: { get: { tags: [Goods], ${answer("{ $ref: 'parts.yaml#/Part' }")} } }
components:
  schemas:
    Topic: { type: object, properties: { inner: { type: object, title: Inner, properties: { a: { type: string } } } } }
    Unused: { type: string }
`;

function files(entry: Omit<DocumentConfig, "document">): Tree {
  return {
    "clientwright.config.mjs": config({ documents: [{ document: "api.yaml", ...entry }] }),
    "api.yaml": text,
    "parts.yaml": "Part: { type: object, properties: { id: { type: string } } }\nSpare: { type: string }\n",
  };
}

function problems({ diagnostics }: GenerateReport): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, file, message, hint }) => `${code} ${file} ${message}; ${hint}`);
}

describe("names in the configuration", () => {
  it.each<[field: string, entry: Omit<DocumentConfig, "document">, message: string, hint: string]>([
    [
      "a tag",
      { split: "tag", tags: { Custmers: { package: "customers" } } },
      'tags has "Custmers", and that is the first tag of no operation of api.yaml',
      'did you mean "Customers"?',
    ],
    [
      "a tag that is no operation's first",
      { split: "tag", tags: { Rare: { package: "rare" } } },
      'tags has "Rare", and that is the first tag of no operation of api.yaml',
      "remove it, or name one that is there: Customers, Goods",
    ],
    [
      "an operation",
      { names: { operations: { nope: "list" } } },
      'names.operations has "nope", and there is no such operationId in api.yaml',
      "remove it, or name one that is there: listCustomers, getGoods",
    ],
    [
      "a schema",
      { names: { schemas: { Topc: "Theme" } } },
      'names.schemas has "Topc", and there is no such schema in api.yaml',
      'did you mean "Topic"?',
    ],
    [
      "a schema that is called toString",
      { names: { schemas: { toString: "Theme" } } },
      'names.schemas has "toString", and there is no such schema in api.yaml',
      "remove it, or name one that is there: Topic, Part, Unused, Spare",
    ],
  ])("of %s that the document does not have is an error", async (_what, entry, message, hint) => {
    const folder = temporaryFolder(files(entry));
    const before = readTree(folder);
    const report = await generate({ cwd: folder });
    expect(problems(report)).toEqual([`CW3002 clientwright.config.mjs ${message}; ${hint}`]);
    expect(readTree(folder)).toEqual(before);
  });

  it("that are misspelt leave the package of the right name alone", async () => {
    const folder = temporaryFolder(files({ split: "tag", tags: { Customers: { package: "clients" } } }));
    expect(problems(await generate({ cwd: folder }))).toEqual([]);
    writeTree(folder, files({ split: "tag", tags: { Custmers: { package: "clients" } } }));
    expect((await generate({ cwd: folder })).ok).toBe(false);
    expect(Object.keys(readTree(folder))).toContain("packages/clients/src/index.ts");
  });

  it("may be those of operations without an id and of schemas that nothing uses", async () => {
    const operations = { listCustomers: "customers", getGoods: "goods" };
    const schemas = { Topic: "Theme", Part: "Piece", Unused: "Idle", Spare: "Rest" };
    const folder = temporaryFolder(files({ names: { operations, schemas } }));
    expect(problems(await generate({ cwd: folder }))).toEqual([]);
    expect(readTree(folder)["packages/shop/src/types.ts"]).toContain("Theme");
  });

  it("are not told of where the document could not be read whole", async () => {
    const folder = temporaryFolder({
      ...files({ names: { operations: { nope: "list" } } }),
      "parts.yaml": "Other: {}\n",
    });
    expect(problems(await generate({ cwd: folder }))).toEqual([expect.stringContaining("CW1011")]);
  });
});
