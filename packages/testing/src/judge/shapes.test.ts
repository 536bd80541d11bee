import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../json.js";
import { judge } from "./judge.js";

const integer: JsonObject = { type: "integer" };
const texts: JsonObject = { type: "object", additionalProperties: { type: "string" } };

/** What the judge reads of a path or a query for one parameter; or the rules that it breaks. */
function read(parameter: JsonObject, text: string): JsonValue | undefined {
  const isPath = parameter["in"] === "path";
  const { request, rejections } = judge({
    openapi: "3.1.1",
    paths: {
      [isPath ? "/a/{m}" : "/a"]: {
        get: { operationId: "a", parameters: [{ name: "m", required: true, ...parameter }] },
      },
    },
  }).request({
    method: "GET",
    target: isPath ? `/a/${text}` : `/a?${text}`,
    headers: [],
    body: new Uint8Array(),
  });
  if (rejections.length > 0) return rejections.map(({ rule }) => rule);
  return request?.parameters[isPath ? "path" : "query"]["m"];
}

describe("a value of several types is read as it is written", () => {
  const either = { type: ["array", "object"], additionalProperties: { type: "string" } };
  const spread = { in: "query", schema: { anyOf: [{ type: "array", items: integer }, texts] } };
  const range = { type: "object", properties: { gte: integer }, additionalProperties: false };
  const deep = { in: "query", style: "deepObject", explode: true, schema: { anyOf: [range, integer] } };
  it.each<[parameter: JsonObject, text: string, want: JsonValue]>([
    [{ in: "path", style: "matrix", explode: true, schema: either }, ";x=1;y=2", { x: "1", y: "2" }],
    [{ in: "path", style: "matrix", explode: true, schema: either }, ";m=1;m=2", ["1", "2"]],
    [spread, "m=1&m=2", [1, 2]],
    [spread, "x=1&y=2", { x: "1", y: "2" }],
    [deep, "m%5Bgte%5D=5", { gte: 5 }],
    [deep, "m=5", 5],
    [deep, "m=5&m%5Bgte%5D=5", ["query-value"]],
    [deep, "m%5Blte%5D=5", ["query-value"]],
  ])("%j: %s", (parameter, text, want) => {
    expect(read(parameter, text)).toEqual(want);
  });
});

describe("the members of an object", () => {
  const parts = { allOf: [{ properties: { a: integer } }, { properties: { b: integer } }] };
  const open = { type: "object", properties: { a: integer }, additionalProperties: integer };
  const deep = (schema: JsonObject): JsonObject => ({ in: "query", style: "deepObject", schema });
  const inner = { type: "object", properties: { c: { type: "array", items: integer } } };
  it.each<[parameter: JsonObject, text: string, want: JsonValue]>([
    [{ in: "query", schema: parts }, "a=1&b=2", { a: 1, b: 2 }],
    [{ in: "query", schema: open }, "a=1&b=2", { a: 1, b: 2 }],
    [{ in: "query", schema: open }, "a=1&b=x", ["query-value"]],
    [{ in: "query", schema: { ...open, additionalProperties: true } }, "a=1&b=x", { a: 1, b: "x" }],
    [{ in: "query", schema: { ...open, additionalProperties: false } }, "a=1&b=x", ["query-unknown"]],
    [deep(open), "m%5Bb%5D=2", { b: 2 }],
    [
      deep({ type: "object", properties: { b: inner } }),
      "m%5Bb%5D%5Bc%5D=1&m%5Bb%5D%5Bc%5D=2",
      { b: { c: [1, 2] } },
    ],
    [deep({ type: "object", properties: { b: inner } }), "m%5Bb%5D%5Bc%5D=x", ["query-value"]],
    [deep({ type: "object" }), "m%5Bb%5D%5Bc%5D=x", { b: { c: "x" } }],
    [
      deep({ type: "array", items: { type: "object", properties: { a: integer } } }),
      "m%5B0%5D%5Ba%5D=1&m%5B1%5D%5Ba%5D=2",
      [{ a: 1 }, { a: 2 }],
    ],
    [deep({ type: "array", items: integer }), "m=1", ["query-value"]],
    [deep({ type: "array", items: open }), "m%5B%5D%5Ba%5D=1", ["query-value"]],
  ])("%j: %s", (parameter, text, want) => {
    expect(read(parameter, text)).toEqual(want);
  });
});

it("a text that looks like a number is told what is wrong with the text", () => {
  const parameters = [{ name: "m", in: "query", schema: { type: "string", pattern: "^[a-z]+$" } }];
  const { rejections } = judge({ openapi: "3.1.1", paths: { "/a": { get: { parameters } } } }).request({
    method: "GET",
    target: "/a?m=42",
    headers: [],
    body: new Uint8Array(),
  });
  expect(rejections).toMatchObject([{ message: '"42" must match pattern "^[a-z]+$"' }]);
});

it("brackets are encoded, unless the parameter allows reserved characters", () => {
  const parameter = { in: "query", schema: { type: "string" } };
  expect(read({ ...parameter, allowReserved: true }, "m=a[1]/b")).toBe("a[1]/b");
  expect(read(parameter, "m=a[1]/b")).toEqual(["query-encoding"]);
  expect(read({ ...parameter, allowReserved: true }, "m[]=a")).toEqual(["query-encoding"]);
});

it("a name that is declared is not the member of an object", () => {
  const parameters = [
    { name: "m", in: "query", style: "deepObject", schema: { type: "object" } },
    { name: "m[a]", in: "query", schema: integer },
  ];
  const { request, rejections } = judge({
    openapi: "3.1.1",
    paths: { "/a": { get: { parameters } } },
  }).request({
    method: "GET",
    target: "/a?m%5Ba%5D=1&m%5Bb%5D=2",
    headers: [],
    body: new Uint8Array(),
  });
  expect(rejections).toEqual([]);
  expect(request?.parameters.query).toEqual({ m: { b: "2" }, "m[a]": 1 });
});

it("in a matrix, an empty member is its name alone, and names are encoded in any way", () => {
  const parameter = { in: "path", style: "matrix", explode: true };
  expect(read({ ...parameter, schema: texts }, ";x;y=2")).toEqual({ x: "", y: "2" });
  expect(read({ ...parameter, schema: texts }, ";=2")).toEqual(["path-parameter"]);
  const { rejections } = judge({
    openapi: "3.1.1",
    paths: {
      "/a/{m*}": {
        get: {
          parameters: [{ name: "m*", in: "path", required: true, style: "matrix", schema: integer }],
        },
      },
    },
  }).request({ method: "GET", target: "/a/;m%2A=1", headers: [], body: new Uint8Array() });
  expect(rejections).toEqual([]);
});

it.each<[schema: JsonObject, text: string, want: JsonValue]>([
  [integer, "m=5", 5],
  [integer, "m=x", ["query-value"]],
  [texts, "m=%3Ca/%3E", "<a/>"],
])("a parameter of text/plain is read by the type of its schema: %j of %s", (schema, text, want) => {
  expect(read({ in: "query", content: { "text/plain": { schema } } }, text)).toEqual(want);
});
