// Documents whose fields were changed in one way each.
import { describe } from "vitest";
import { provenanceKey } from "./fields.ts";
import { listOf } from "./json.ts";
import {
  aggregate,
  answer,
  at,
  body,
  commit,
  list,
  refuses,
  search,
  send,
  type KnownBad,
} from "./known-bad.ts";

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

const cases: readonly KnownBad[] = [
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
];

describe("the comparison of fields refuses", () => {
  refuses(cases);
});
