import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareDocuments } from "./compare-operations.ts";
import { domains, loadDocument, readYaml, specFiles, specFolder } from "./document.ts";
import { loadFacts } from "./facts.ts";
import { provenanceKey } from "./fields.ts";
import { isObject, type JsonValue, objectOf } from "./json.ts";
import { operationsOf } from "./operations.ts";

const loaded = domains.map((domain) => loadDocument(domain));
const documents = loaded.map(({ document }) => document);

describe("the documents and the reference pages", () => {
  it("say the same, apart from what is marked", () => {
    expect(compareDocuments(documents, loadFacts())).toEqual([]);
  });

  it("have as many rows as the pages: a request or query, and all responses together", () => {
    const facts = [...loadFacts().values()];
    const counts = facts.map(({ operationId, request, query, responses }) => [
      operationId,
      request?.fields.length ?? query.length,
      Object.values(responses).reduce((sum, { fields }) => sum + fields.length, 0),
    ]);
    expect(counts).toEqual([
      ["aggregateCIAppPipelineEvents", 31, 24],
      ["createCIAppPipelineEvent", 439, 32],
      ["getCodeCoverageBranchSummary", 5, 25],
      ["getCodeCoverageCommitSummary", 5, 25],
      ["listCIAppPipelineEvents", 6, 22],
      ["searchCIAppPipelineEvents", 11, 22],
    ]);
  });
});

describe("the folder", () => {
  it("repeats the same servers in every document, since OpenAPI cannot share them", () => {
    for (const document of documents) expect(document["servers"]).toEqual(documents[0]?.["servers"]);
  });

  it("holds no component that no document uses", () => {
    const reached = new Set(loaded.flatMap((document) => [...document.reached]));
    const unused = specFiles().flatMap((file) =>
      Object.entries(objectOf(objectOf(readYaml(`${specFolder}/${file}`))["components"])).flatMap(
        ([kind, named]) =>
          Object.keys(objectOf(named))
            .map((name) => `${file}#/components/${kind}/${name}`)
            .filter((place) => !file.endsWith("openapi.yaml") && !reached.has(place)),
      ),
    );
    expect(unused).toEqual([]);
  });

  it("names each component once, so that bundling renames none", () => {
    for (const { reached } of loaded) {
      const names = [...reached].map((place) => place.split("/components/")[1] ?? place);
      expect(names).toEqual([...new Set(names)]);
    }
  });

  it("describes every property, parameter, header, response and security scheme", () => {
    expect(documents.flatMap((document) => undescribed(document, "#"))).toEqual([]);
  });

  it("uses the extensions that are documented", () => {
    const readme = readFileSync(`${specFolder}/README.md`, "utf8");
    const page = readFileSync(`${specFolder}/../generator/EXTENSIONS.md`, "utf8");
    const documented = new Set(
      [...page.matchAll(/^## `(x-clientwright-[a-z]+)`$/gm)].flatMap(([, name]) => name ?? []),
    );
    const yaml = specFiles().map((file) => readFileSync(`${specFolder}/${file}`, "utf8"));
    const used = yaml.flatMap((text) =>
      [...text.matchAll(/\b(x-clientwright-[a-z]+):/g)].flatMap(([, name]) => name ?? []),
    );
    expect([...new Set(used)].filter((name) => name !== provenanceKey && !documented.has(name))).toEqual([]);
    expect(readme).toContain(`${provenanceKey}: {`);
  });

  it("calls no status unlisted that an operation lists", () => {
    for (const [id, { operation }] of documents.flatMap((document) => [...operationsOf(document)])) {
      const { default: rest, ...listed } = objectOf(operation["responses"]);
      const named = String(objectOf(rest)["description"]).match(/\b\d{3}\b/g) ?? [];
      expect([id, named.filter((status) => status in listed)]).toEqual([id, []]);
    }
  });

  it("marks where the authorization addresses come from, which no page gives", () => {
    for (const document of documents) {
      const schemes = objectOf(objectOf(document["components"])["securitySchemes"]);
      for (const scheme of Object.values(schemes).map((value) => objectOf(value))) {
        expect("flows" in objectOf(scheme[provenanceKey])).toBe("flows" in scheme);
      }
    }
  });
});

/** Keywords whose members, by name or by position, are to be described. */
const naming: ReadonlySet<string> = new Set([
  "properties",
  "parameters",
  "headers",
  "responses",
  "securitySchemes",
]);

/** Pointers of named things and parameters without a description. */
function undescribed(value: JsonValue, pointer: string, isNaming = false): string[] {
  if (!isObject(value) && !Array.isArray(value)) return [];
  if (!isNaming) {
    return Object.entries(value).flatMap(([key, child]) =>
      key === "examples" ? [] : undescribed(child, `${pointer}/${key}`, naming.has(key)),
    );
  }
  return Object.entries(value).flatMap(([name, member]) => [
    ...(typeof objectOf(member)["description"] === "string" ? [] : [`${pointer}/${name}`]),
    ...undescribed(member, `${pointer}/${name}`),
  ]);
}
