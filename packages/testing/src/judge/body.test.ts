import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../json.js";
import { judge, type Judge } from "./judge.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function judgeOf(content: JsonObject, method = "post"): Judge {
  const operation = {
    operationId: "a",
    requestBody: { required: true, content },
    responses: { 200: { description: "OK", content }, 204: { description: "OK", content } },
  };
  return judge({ openapi: "3.1.1", paths: { "/a": { [method]: operation } } });
}

/** What the judge reads of a body; or the rules that it breaks, of a request and of an answer. */
function read(content: JsonObject, type: string, body: Uint8Array): JsonValue | undefined {
  const judged = judgeOf(content);
  const headers = [["content-type", type]] as const;
  const { request, rejections } = judged.request({ method: "POST", target: "/a", headers, body });
  const answered = judged.answer("a", { status: 200, headers, body });
  if (body.length > 0) expect(answered).toHaveLength(rejections.length);
  return rejections.length > 0 ? rejections.map(({ rule }) => rule) : request?.body;
}

describe("a text", () => {
  it.each<[type: string, schema: JsonObject, text: string, want: JsonValue]>([
    ["text/plain", { type: "integer" }, "42", 42],
    ["text/plain", { type: "boolean" }, "true", true],
    ["text/plain", { type: "string" }, "42", "42"],
    ["text/plain", { type: ["integer", "null"] }, "", null as JsonValue],
    ["text/plain", { type: "string", enum: ["a", "b"] }, "b", "b"],
    ["text/plain", { type: "string", enum: ["a", "b"] }, '"b"', ["body-value"]],
    ["text/plain", { type: "integer" }, "4.0", ["body-value"]],
    ["text/plain; charset=utf-8", { type: "integer" }, "x", ["body-value"]],
    ["text/csv", { type: "array", items: { type: "object" } }, "a,b\n1,2", "a,b\n1,2"],
    ["text/xml", { type: "object", required: ["a"] }, "<x><a/></x>", "<x><a/></x>"],
    ["text/xml", { type: "integer" }, "<x>1</x>", "<x>1</x>"],
    ["application/xml", { type: "object" }, "<x/>", "<x/>"],
    ["application/soap+xml", { type: "string" }, "<x/>", "<x/>"],
    ["application/yaml", { type: "object" }, "a: 1", "a: 1"],
  ])(
    "of %s is read by its schema, as far as that tells how it is written: %j, %j",
    (type, schema, text, want) => {
      expect(read({ [type]: { schema } }, type, bytes(text))).toEqual(want);
    },
  );

  it("is UTF-8, unless it is markup, which says its encoding itself", () => {
    const latin = new Uint8Array([0xe9]);
    expect(read({ "text/plain": {} }, "text/plain", latin)).toEqual(["body-syntax"]);
    expect(read({ "application/xml": {} }, "application/xml", latin)).toBeUndefined();
  });
});

describe("a body without a byte", () => {
  it.each([
    ["text/plain", { type: "string" }, ""],
    ["text/plain", { type: "string", minLength: 1 }, ["body-value"]],
    ["application/octet-stream", {}, undefined],
    ["application/x-www-form-urlencoded", { type: "object" }, undefined],
    ["application/json", {}, ["body-missing"]],
    ["application/xml", {}, ["body-missing"]],
    ["multipart/form-data", {}, ["body-missing"]],
  ])("is a required one in a media type that has such: %s %j", (type, schema, want) => {
    expect(read({ [type]: { schema } }, type, bytes(""))).toEqual(want);
  });

  it("and without a media type is none", () => {
    const { rejections } = judgeOf({ "text/plain": {} }).request({
      method: "POST",
      target: "/a",
      headers: [],
      body: bytes(""),
    });
    expect(rejections.map(({ rule }) => rule)).toEqual(["body-missing"]);
  });
});

it("of several media types, the most exact one tells what a body is", () => {
  const content = {
    "*/*": { schema: { type: "null" } },
    "application/*": { schema: { type: "boolean" } },
    "application/json; v=1": { schema: { type: "integer" } },
    "application/json; v=2": { schema: { type: "string" } },
  };
  expect(read(content, "application/json;V=2", bytes('"a"'))).toBe("a");
  expect(read(content, "application/json; v=2", bytes("1"))).toEqual(["body-value"]);
  expect(read(content, "application/json", bytes("1"))).toBe(1);
  expect(read(content, "application/hal+json", bytes("true"))).toBe(true);
  expect(read(content, "image/svg+json", bytes("null"))).toBe(null);
});

describe("answers that have no body", () => {
  const content = { "application/json": { schema: { type: "object" } } };
  it.each([
    ["to HEAD", "head", 200],
    ["of 204", "get", 204],
  ])("%s need none though one is documented, and must not have one", (_, method, status) => {
    const judged = judgeOf(content, method);
    expect(judged.answer("a", { status, headers: [], body: bytes("") })).toEqual([]);
    const headers = [["content-type", "application/json"]] as const;
    expect(judged.answer("a", { status, headers, body: bytes("{}") })).toMatchObject([
      { rule: "answer-unexpected" },
    ]);
  });
});
