import { describe, expect, it } from "vitest";
import { codesOf, describeAll, operation } from "../testing/document.ts";
import { outline } from "../testing/outline.ts";
import type { Answer } from "./api.ts";

function body(content: string): ReturnType<typeof operation> {
  return operation(`post: { operationId: run, requestBody: ${content}, responses: {} }`);
}

function answers(responses: string): ReturnType<typeof operation> {
  return operation(`get: { operationId: run, responses: ${responses} }`);
}

function brief(list: readonly Answer[]): readonly string[] {
  return list.map(
    ({ status, kind, schema }) => `${status} ${kind}${schema === undefined ? "" : ` ${outline(schema)}`}`,
  );
}

describe("a body", () => {
  it.each([
    ["application/json", "json"],
    ["application/vnd.api+json", "json"],
    ["application/json; charset=utf-8", "json"],
    ["'*/*'", "json"],
    ["application/x-www-form-urlencoded", "form"],
    ["multipart/form-data", "multipart"],
    ["text/plain", "text"],
    ["application/xml", "text"],
    ["application/soap+xml", "text"],
    ["application/octet-stream", "binary"],
    ["image/png", "binary"],
    ["application/jsonp", "binary"],
  ])("of %s is %s", (mediaType, kind) => {
    const { operation: found } = body(`{ content: { ${mediaType}: { schema: { type: string } } } }`);
    expect(found.body).toMatchObject({ kind, mediaType: mediaType.replaceAll("'", "") });
  });

  it("of several media types is the one that a client handles best, with a warning", () => {
    const { operation: found, found: problems } = body(
      "{ content: { text/plain: {}, multipart/form-data: {}, application/json: { schema: { type: string } } } }",
    );
    expect(found.body).toMatchObject({ kind: "json", mediaType: "application/json" });
    expect(describeAll(problems)).toEqual([
      expect.stringMatching(/^CW2012 .*application\/json is used, not multipart\/form-data, text\/plain$/),
    ]);
  });

  it.each([
    ["'*'", "*/*", "json"],
    ["'application/json, charset=utf-8'", "application/json; charset=utf-8", "json"],
    ["text/plain; utf-8", "text/plain", "text"],
    ["'application/json;odata=minimal;foo'", "application/json", "json"],
  ])("of %s is read as it is meant", (key, mediaType, kind) => {
    const { operation: found, found: problems } = body(`{ content: { ${key}: { schema: {} } } }`);
    expect(found.body).toMatchObject({ kind, mediaType });
    expect(problems).toEqual([]);
  });

  it("leaves out what is no media type beside one that is, and never loses the only one", () => {
    const both = body(
      "{ content: { examples: { one: {} }, application/json: { schema: { type: string } } } }",
    );
    expect(both.operation.body).toMatchObject({ mediaType: "application/json" });
    expect(codesOf(both.found)).toEqual(["CW1034"]);
    expect(codesOf(body("{ content: { examples: { one: {} } } }").found)).toEqual(["CW1030"]);
  });

  it("is optional unless required", () => {
    expect(body("{ content: { application/json: {} } }").operation.body?.required).toBe(false);
    expect(body("{ required: true, content: { application/json: {} } }").operation.body?.required).toBe(true);
  });

  it("has the encodings of its parts", () => {
    const { operation: found } = body(
      "{ content: { multipart/form-data: { schema: { properties: { a: {}, b: {} } }, encoding: { a: { contentType: image/png }, b: { style: pipeDelimited, explode: true, allowReserved: false } } } } }",
    );
    expect([...(found.body?.encoding ?? [])]).toEqual([
      ["a", { contentType: "image/png" }],
      ["b", { style: "pipeDelimited", explode: true, allowReserved: false }],
    ]);
  });

  it.each([
    ["{}", "CW1032"],
    ["{ content: 7 }", "CW1030"],
    ["{ content: { application/json: 7 } }", "CW1030"],
    ["7", "CW1030"],
    ["{ content: { multipart/form-data: { encoding: { a: { style: odd } } } } }", "CW1030"],
    ["{ contents: {}, content: { application/json: {} } }", "CW1031"],
    ["{ content: { application/json: { schma: {} } } }", "CW1031"],
  ])("%s is reported as %s", (text, code) => {
    expect(codesOf(body(text).found)).toEqual([code]);
  });
});

describe("answers", () => {
  const json = "{ description: D, content: { application/json: { schema: { type: string } } } }";
  const none = "{ description: D }";

  it("are successes, and everything else that is no redirect is a failure", () => {
    const { operation: found } = answers(
      `{ "200": ${json}, "202": ${none}, "304": ${none}, "404": ${json}, 5XX: ${none}, default: ${none} }`,
    );
    expect(brief(found.answers)).toEqual(["200 json string", "202 none"]);
    expect(brief(found.failures)).toEqual(["404 json string", "5XX none", "default none"]);
    expect(brief(found.redirections ?? [])).toEqual(["304 none"]);
  });

  it("may be a range", () => {
    expect(brief(answers(`{ 2XX: ${json} }`).operation.answers)).toEqual(["2XX json string"]);
  });

  it("without a documented success are the default", () => {
    const { operation: found } = answers(`{ default: ${json}, "500": ${none} }`);
    expect(brief(found.answers)).toEqual(["default json string"]);
    expect(brief(found.failures)).toEqual(["500 none", "default json string"]);
  });

  it.each([
    ["application/json", "json"],
    ["application/problem+json", "json"],
    ["text/event-stream", "text-events"],
    ["text/event-stream; charset=utf-8", "text-events"],
    ["application/x-ndjson", "json-lines"],
    ["application/jsonl", "json-lines"],
    ["application/json-seq", "json-sequence"],
    ["text/csv", "text"],
    ["application/pdf", "binary"],
  ])("of %s are %s", (mediaType, kind) => {
    expect(
      answers(`{ "200": { description: D, content: { ${mediaType}: {} } } }`).operation.answers[0]?.kind,
    ).toBe(kind);
  });

  it("of HEAD have no content, whatever is documented", () => {
    const { operation: found, found: problems } = operation(
      `head: { operationId: run, responses: { "200": ${json}, "404": ${json} } }`,
    );
    expect(brief(found.answers)).toEqual(["200 none"]);
    expect(brief(found.failures)).toEqual(["404 none"]);
    expect(problems).toEqual([]);
  });

  it("may be references", () => {
    const { operation: found } = operation(
      'get: { operationId: run, responses: { "200": { $ref: "#/components/responses/R" } } }',
      {
        rest: `components: { responses: { R: ${json} } }`,
      },
    );
    expect(brief(found.answers)).toEqual(["200 json string"]);
  });

  it("without a schema may be anything", () => {
    expect(
      brief(answers('{ "200": { description: D, content: { application/json: {} } } }').operation.answers),
    ).toEqual(["200 json unknown"]);
  });

  it.each(["600", "20", "2xx", "ok", "2XY"])("of status %s are reported", (status) => {
    expect(answers(`{ "${status}": ${none} }`).found).toMatchObject([
      { code: "CW1030", pointer: `/paths/~1run/get/responses/${status}` },
    ]);
  });

  it("leave extensions alone", () => {
    expect(answers(`{ x-note: 7, "200": ${none} }`).found).toEqual([]);
  });
});
