// Each case breaks the documents in one way and names the line that the comparison must then report, so that a
// comparison that overlooks something cannot pass.
import { describe, expect, it } from "vitest";
import { compareDocuments } from "./compare-operations.ts";
import { domains, loadDocument } from "./document.ts";
import { loadFacts } from "./facts.ts";
import { provenanceKey } from "./fields.ts";
import { type JsonObject, type JsonValue, listOf, objectOf } from "./json.ts";
import { operationsOf } from "./operations.ts";

const facts = loadFacts();

/** Fresh copies of the documents, with one operation at hand; a copy shares nothing with the next one. */
function broken(
  operationId: string,
  change: (operation: JsonObject, document: JsonObject) => void,
): string[] {
  const documents = domains.map((domain) => loadDocument(domain).document);
  for (const document of documents) {
    const found = operationsOf(document).get(operationId);
    if (found !== undefined) change(found.operation, document);
  }
  return compareDocuments(documents, facts);
}

function at(value: JsonValue, path: readonly (string | number)[]): JsonObject {
  let current: JsonValue | undefined = value;
  for (const key of path) {
    current = typeof key === "number" ? listOf(current)[key] : objectOf(current)[key];
  }
  return objectOf(current);
}

const body = ["requestBody", "content", "application/json", "schema"];
const resource = [
  ...body,
  "properties",
  "data",
  "oneOf",
  0,
  "properties",
  "attributes",
  "properties",
  "resource",
];
const answer = ["responses", "200", "content", "application/json", "schema"];

const send = "createCIAppPipelineEvent";
const list = "listCIAppPipelineEvents";
const search = "searchCIAppPipelineEvents";
const aggregate = "aggregateCIAppPipelineEvents";
const commit = "getCodeCoverageCommitSummary";

interface Case {
  name: string;
  operation: string;
  change: (operation: JsonObject, document: JsonObject) => void;
  reports: string;
}

const cases: readonly Case[] = [
  {
    name: "a dropped field of one variant",
    operation: send,
    change: (op) => delete at(op, [...resource, "oneOf", 2, "properties"])["stage_id"],
    reports: `${send} request data(1).attributes.resource(3).stage_id: documented, missing in the spec`,
  },
  {
    name: "a dropped variant",
    operation: send,
    change: (op) => {
      const union = at(op, resource);
      union["oneOf"] = listOf(union["oneOf"]).slice(0, 3);
    },
    reports: `${send} request data(1).attributes.resource(4): documented, missing in the spec`,
  },
  {
    name: "an added status",
    operation: send,
    change: (op) => {
      at(op, [...resource, "oneOf", 3, "properties", "status"])["enum"] = ["success", "error", "skipped"];
    },
    reports: `${send} request data(1).attributes.resource(4).status: enum ["success","error"] became ["success","error","skipped"]`,
  },
  {
    name: "a changed default",
    operation: search,
    change: (op) => {
      at(op, [...body, "properties", "page", "properties", "limit"])["default"] = 100;
    },
    reports: `${search} request page.limit: default 10 became 100`,
  },
  {
    name: "a default that the page does not give",
    operation: list,
    change: (op) => {
      at(op, ["parameters", 5, "schema"])["default"] = 10;
    },
    reports: `${list} query page[limit]: default is neither documented nor marked`,
  },
  {
    name: "a field that is no longer required",
    operation: send,
    change: (op) => {
      at(op, [...resource, "oneOf", 1])["required"] = ["level", "status", "end"];
    },
    reports: `${send} request data(1).attributes.resource(2).id: documented as required`,
  },
  {
    name: "a field that became required",
    operation: commit,
    change: (op) => {
      at(op, answer)["required"] = ["data"];
    },
    reports: `${commit} 200 data: documented as not required`,
  },
  {
    name: "an extra field without a mark",
    operation: aggregate,
    change: (op) => {
      at(op, [...answer, "properties", "meta", "properties"])["trace"] = { type: "string" };
    },
    reports: `${aggregate} 200 meta.trace: in the spec, neither documented nor marked`,
  },
  {
    name: "another type",
    operation: commit,
    change: (op) => {
      at(op, [...answer, "properties", "data", "properties", "attributes", "properties", "total_coverage"])[
        "type"
      ] = "string";
    },
    reports: `${commit} 200 data.attributes.total_coverage: type double became string`,
  },
  {
    name: "a limit that lost its mark",
    operation: search,
    change: (op) => delete at(op, [...body, "properties", "page", "properties", "limit"])[provenanceKey],
    reports: `${search} request page.limit: maximum is neither documented nor marked`,
  },
  {
    name: "a null without a mark",
    operation: search,
    change: (op) => {
      at(op, [...body, "properties", "sort"])["type"] = ["string", "null"];
    },
    reports: `${search} request sort: nullable is neither documented nor marked`,
  },
  {
    name: "a mark without its fact",
    operation: search,
    change: (op) => {
      at(op, [...body, "properties", "sort"])[provenanceKey] = { nullable: "sdk" };
    },
    reports: `${search} request sort: nullable is marked but not stated`,
  },
  {
    name: "a mark on what the page states",
    operation: commit,
    change: (op) => {
      at(op, [...body, "properties", "data", "properties", "attributes", "properties", "commit_sha"])[
        provenanceKey
      ] = {
        pattern: "sdk",
      };
    },
    reports: `${commit} request data.attributes.commit_sha: pattern is marked although the page states it`,
  },
  {
    name: "a mark with a source that does not exist",
    operation: search,
    change: (op) => {
      at(op, [...body, "properties", "page", "properties", "limit"])[provenanceKey] = { minimum: "guess" };
    },
    reports: `${search} request page.limit: minimum is marked with an unknown source "guess"`,
  },
  {
    name: "another size of a batch",
    operation: send,
    change: (op) => {
      at(op, [...body, "properties", "data", "oneOf", 1])["maxItems"] = 500;
    },
    reports: `${send} request data(2): maxItems 1000 became 500`,
  },
  {
    name: "a closed object",
    operation: commit,
    change: (op) => {
      at(op, [...answer, "properties", "data"])["additionalProperties"] = false;
    },
    reports: `${commit} 200 data: additionalProperties is neither documented nor marked`,
  },
  {
    name: "a limit on the items of a list",
    operation: list,
    change: (op) => {
      at(op, [
        ...answer,
        "properties",
        "data",
        "items",
        "properties",
        "attributes",
        "properties",
        "tags",
        "items",
      ])["maxLength"] = 200;
    },
    reports: `${list} 200 data[].attributes.tags: items.maxLength is neither documented nor marked`,
  },
  {
    name: "a dropped query parameter",
    operation: list,
    change: (op) => {
      op["parameters"] = listOf(op["parameters"]).slice(1);
    },
    reports: `${list} query filter[query]: documented, missing in the spec`,
  },
  {
    name: "a header parameter",
    operation: list,
    change: (op) => {
      op["parameters"] = [
        ...listOf(op["parameters"]),
        { name: "Trace", in: "header", schema: { type: "string" } },
      ];
    },
    reports: `${list} query header Trace: in the spec, neither documented nor marked`,
  },
  {
    name: "another style of a parameter",
    operation: list,
    change: (op) => {
      at(op, ["parameters", 3])["allowReserved"] = true;
    },
    reports: `${list} query sort: allowReserved is neither documented nor marked`,
  },
  {
    name: "a dropped status",
    operation: send,
    change: (op) => delete at(op, ["responses"])["413"],
    reports: `${send} 413: documented, missing in the spec`,
  },
  {
    name: "an extra status without a mark",
    operation: search,
    change: (op) => {
      at(op, ["responses"])["401"] = { description: "Unauthorized." };
    },
    reports: `${search} 401: in the spec, neither documented nor marked`,
  },
  {
    name: "the error shape of the other operations",
    operation: send,
    change: (op) => {
      at(op, ["responses"])["400"] = {
        ...at(loadDocument("code-coverage").document, [
          "paths",
          "/api/v2/code-coverage/branch/summary",
          "post",
          "responses",
          "400",
        ]),
      };
    },
    reports: `${send} 400 errors: type [object] became [string]`,
  },
  {
    name: "a body where the page says there is none",
    operation: send,
    change: (op) => {
      at(op, ["responses", "202"])["content"] = { "application/json": { schema: { type: "object" } } };
    },
    reports: `${send} 202: documented without a body`,
  },
  {
    name: "a response header without a mark",
    operation: search,
    change: (op) => delete at(op, ["responses", "429", "headers", "X-RateLimit-Name"])[provenanceKey],
    reports: `${search} 429 header X-RateLimit-Name: neither documented nor marked`,
  },
  {
    name: "another media type",
    operation: aggregate,
    change: (op) => {
      at(op, ["requestBody", "content"])["text/plain"] = {};
    },
    reports: `${aggregate} request: media types are "application/json, text/plain"`,
  },
  {
    name: "a body that became required",
    operation: search,
    change: (op) => {
      at(op, ["requestBody"])["required"] = true;
    },
    reports: `${search} request: the body is documented as not required`,
  },
  {
    name: "the application key asked for a send",
    operation: send,
    change: (op) => delete op["security"],
    reports: `${send}: keys "header DD-API-KEY" became "header DD-API-KEY, header DD-APPLICATION-KEY"`,
  },
  {
    name: "another scope",
    operation: list,
    change: (op) => {
      op["security"] = [{ apiKeyAuth: [], appKeyAuth: [] }, { AuthZ: ["code_coverage_read"] }];
    },
    reports: `${list}: scopes "ci_visibility_read" became "code_coverage_read"`,
  },
  {
    name: "a site that is missing",
    operation: commit,
    change: (_, document) => {
      at(document, ["servers", 0, "variables", "site"])["x-clientwright-values"] = ["datadoghq.com"];
    },
    reports: `${commit} site: datadoghq.eu true became undefined`,
  },
  {
    name: "a preview that is no longer marked as one",
    operation: commit,
    change: (op) => delete op["x-clientwright-preview"],
    reports: `${commit}: preview true became false`,
  },
  {
    name: "a judgement without a mark",
    operation: aggregate,
    change: (op) => {
      op["x-clientwright-batch"] = { items: "$request.body#/compute", maxItems: 10 };
    },
    reports: `${aggregate}: x-clientwright-batch is neither documented nor marked`,
  },
  {
    name: "another path",
    operation: aggregate,
    change: (_, document) => {
      const paths = at(document, ["paths"]);
      paths["/api/v2/ci/pipelines/aggregate"] = at(paths, ["/api/v2/ci/pipelines/analytics/aggregate"]);
      delete paths["/api/v2/ci/pipelines/analytics/aggregate"];
    },
    reports: `${aggregate}: path /api/v2/ci/pipelines/analytics/aggregate became /api/v2/ci/pipelines/aggregate`,
  },
  {
    name: "a dropped operation",
    operation: commit,
    change: (_, document) => delete at(document, ["paths"])["/api/v2/code-coverage/commit/summary"],
    reports: `${commit}: documented, missing in the spec`,
  },
  {
    name: "an operation that no page has",
    operation: commit,
    change: (_, document) => {
      at(document, ["paths"])["/api/v2/code-coverage/tag/summary"] = {
        get: { operationId: "getTag", responses: {} },
      };
    },
    reports: "getTag: not documented",
  },
];

describe("the comparison refuses", () => {
  it.each(cases)("$name", ({ operation, change, reports }) => {
    expect(broken(operation, change)).toContain(reports);
  });
});
