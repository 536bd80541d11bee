// Documents whose operations were changed in one way each.
import { describe } from "vitest";
import { loadDocument } from "./document.ts";
import { provenanceKey } from "./fields.ts";
import { listOf } from "./json.ts";
import { aggregate, at, commit, list, refuses, search, send, type KnownBad } from "./known-bad.ts";

const cases: readonly KnownBad[] = [
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
    name: "keys without the permission that reading needs",
    operation: list,
    change: (op) => {
      op["security"] = [{ apiKeyAuth: [], appKeyAuth: [] }, { AuthZ: ["ci_visibility_read"] }];
    },
    reports: `${list}: permissions "ci_visibility_read" became ""`,
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

describe("the comparison of operations refuses", () => {
  refuses(cases);
});
