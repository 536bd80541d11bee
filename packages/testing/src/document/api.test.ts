import { describe, expect, it } from "vitest";
import { judge } from "../judge/judge.js";
import type { JsonObject } from "../json.js";
import { sampler } from "../sample/sampler.js";
import { readApi } from "./api.js";

const info = { title: "T", version: "1" };

/** A document of one operation, with an answer of one schema. */
function documentOf(schema: JsonObject, openapi = "3.0.3", more: JsonObject = {}): JsonObject {
  const content = { "application/json": { schema } };
  return {
    openapi,
    info,
    paths: { "/a": { get: { operationId: "a", responses: { 200: { description: "OK", content } } } } },
    ...more,
  };
}

function accepts(document: JsonObject, value: unknown): boolean {
  const body = new TextEncoder().encode(JSON.stringify(value));
  return (
    judge(document).answer("a", { status: 200, headers: [["content-type", "application/json"]], body })
      .length === 0
  );
}

describe("OpenAPI 3.0", () => {
  it.each([
    [{ type: "string", nullable: true }, [null, "a"], [1]],
    [{ type: "string", enum: ["a"], nullable: true }, [null, "a"], ["b"]],
    [{ nullable: true, allOf: [{ type: "string" }] }, [null, "a"], [1]],
    [{ nullable: false, allOf: [{ type: "string" }] }, ["a"], [null, 1]],
    [{ type: "integer", minimum: 3, exclusiveMinimum: true }, [4], [3]],
    [{ type: "integer", maximum: 3, exclusiveMaximum: false }, [3], [4]],
    [
      { type: "object", properties: { nullable: { type: "boolean" } }, example: { nullable: true } },
      [{ nullable: true }],
      [{ nullable: 1 }],
    ],
  ])("%j means what it says there", (schema, right, wrong) => {
    for (const value of right) expect(accepts(documentOf(schema), value)).toBe(true);
    for (const value of wrong) expect(accepts(documentOf(schema), value)).toBe(false);
  });
});

it("keywords are rewritten and seen from a direction in the answer called default too, and not in data", () => {
  const schema = {
    type: "object",
    properties: {
      text: { type: "string", nullable: true },
      secret: { type: "string", writeOnly: true },
      same: { enum: [{ nullable: true }] },
    },
  };
  const content = { "application/json": { schema } };
  const responses = { default: { description: "Any.", content } };
  const judged = judge({ openapi: "3.0.3", info, paths: { "/a": { get: { operationId: "a", responses } } } });
  const rules = (value: JsonObject): string[] =>
    judged
      .answer("a", {
        status: 400,
        headers: [["content-type", "application/json"]],
        body: new TextEncoder().encode(JSON.stringify(value)),
      })
      .map(({ rule }) => rule);
  expect(rules({ text: null, same: { nullable: true } })).toEqual([]);
  expect(rules({ secret: "s" })).toEqual(["answer-value"]);
});

it("OpenAPI 3.2 has the method QUERY", () => {
  const paths = { "/a": { query: { operationId: "a", responses: {} } } };
  const ids = ["3.1.1", "3.2.0"].map((openapi) => readApi({ openapi, paths }).operations.map(({ id }) => id));
  expect(ids).toEqual([[], ["a"]]);
});

it("OpenAPI 3.1 may still say nullable", () => {
  const document = { ...documentOf({ nullable: true, allOf: [{ type: "string" }] }), openapi: "3.1.0" };
  expect([null, "a", 1].map((value) => accepts(document, value))).toEqual([true, true, false]);
});

it.each([
  [{ nullable: true, readOnly: true, allOf: [{ type: "string" }] }, true],
  [{ nullable: true, allOf: [{ type: "string" }] }, false],
])("what may be null keeps its direction: %j", (property, isReadOnly) => {
  const schemas = { It: { type: "object", required: ["a"], properties: { a: property } } };
  const samples = sampler({ openapi: "3.0.3", paths: {}, components: { schemas } });
  expect(samples.fits("/components/schemas/It", "request", {})).toBe(isReadOnly);
});

describe("servers", () => {
  const servers = (url: string): object => ({ servers: [{ url }] });
  const document = {
    openapi: "3.1.0",
    ...servers("https://a.example/v1"),
    paths: {
      "/a": { get: { operationId: "a" }, post: { operationId: "b", ...servers("https://b.example/up") } },
      "/c": { ...servers("https://c.example/c"), get: { operationId: "c" } },
    },
  };

  it.each([
    ["GET", "/v1/a", "a"],
    ["POST", "/up/a", "b"],
    ["GET", "/c/c", "c"],
    ["POST", "/v1/a", undefined],
    ["GET", "/v1/c", undefined],
  ])("of an operation go before the document's: %s %s is %j", (method, target, id) => {
    const { request } = judge(document).request({ method, target, headers: [], body: new Uint8Array() });
    expect(request?.operationId).toBe(id);
  });
});

describe("documents that cannot be worked with", () => {
  it.each([
    ["no object", 5, "An OpenAPI document is an object (at the root)"],
    ["no version", {}, "The field openapi is missing"],
    ["Swagger 2", { openapi: "2.0" }, "OpenAPI 2.0 is not known here: 3.0, 3.1 and 3.2 are (at /openapi)"],
    [
      "another file",
      { openapi: "3.1.0", paths: { "/a": { $ref: "a.yaml" } } },
      "leaves the document: bundle it",
    ],
    [
      "nothing at the end",
      { openapi: "3.1.0", paths: { "/a": { $ref: "#/components/pathItems/A" } } },
      "leads nowhere (at /paths/~1a)",
    ],
    ["a circle", { openapi: "3.1.0", paths: { "/a": { $ref: "#/paths/~1a" } } }, "leads back to itself"],
    [
      "an unknown style",
      {
        openapi: "3.1.0",
        paths: { "/a": { get: { parameters: [{ name: "a", in: "query", style: "odd" }] } } },
      },
      "The style odd is not known here (at /paths/~1a/get/parameters/0)",
    ],
    [
      "two operations of one name",
      { openapi: "3.1.0", paths: { "/a": { get: { operationId: "a" }, put: { operationId: "a" } } } },
      "The operation a is there twice (at /paths/~1a/put)",
    ],
  ])("%s", (_, document, message) => {
    expect(() => readApi(document)).toThrow(message);
  });

  it("are told where their schema is wrong", () => {
    expect(() => accepts(documentOf({ type: "strin" }, "3.1.0"), "a")).toThrow(
      /The schema cannot be used.*200/s,
    );
  });
});

it("an operation without a name has its method and path", () => {
  const { operations } = readApi({ openapi: "3.1.0", paths: { "/a": { get: { responses: {} } } } });
  expect(operations.map(({ id }) => id)).toEqual(["GET /a"]);
});

it("a path that ends in a slash is one of its own", () => {
  const paths = {
    "/a/{id}/": {
      get: { operationId: "a", responses: {}, parameters: [{ name: "id", in: "path", required: true }] },
    },
  };
  const judged = judge({ openapi: "3.1.0", paths });
  const request = (target: string): Parameters<typeof judged.request>[0] => ({
    method: "GET",
    target,
    headers: [],
    body: new Uint8Array(),
  });
  expect(judged.request(request("/a/1/")).rejections).toEqual([]);
  expect(judged.request(request("/a/1")).rejections.map(({ rule }) => rule)).toEqual(["path"]);
});
