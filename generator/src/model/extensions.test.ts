import { describe, expect, it } from "vitest";
import { codesOf, describeAll, operation } from "../testing/document.ts";
import { parseExpression } from "./expression.ts";

/** An operation that has every place which the extensions below point at. */
const list = "{ type: array, items: { type: string } }";
const sent = `{ type: object, properties: { data: ${list}, page: { type: object, properties: { cursor: { type: string } } } } }`;
const meta = "{ type: object, properties: { after: { type: string }, status: { type: string } } }";
const answered = `{ type: object, properties: { data: ${list}, next: { type: string }, warnings: ${list}, meta: ${meta} } }`;
const places = `parameters: [{ name: "page[limit]", in: query }, { name: c, in: query }, { name: at, in: query }],
  requestBody: { content: { application/json: { schema: ${sent} } } },
  responses: { "200": { description: Done., content: { application/json: { schema: ${answered} } } } }`;

function read(extension: string): ReturnType<typeof operation> & { readonly problems: readonly string[] } {
  const result = operation(`post: { operationId: run, ${places}, ${extension} }`);
  return { ...result, problems: describeAll(result.found) };
}

describe("runtime expressions", () => {
  it.each([
    ["$request.query.page[cursor]", { from: "request", part: "query", name: "page[cursor]" }],
    ["$request.path.id", { from: "request", part: "path", name: "id" }],
    ["$request.header.X-Cursor", { from: "request", part: "header", name: "x-cursor" }],
    ["$response.header.Link", { from: "response", part: "header", name: "link" }],
    ["$response.body", { from: "response", part: "body", path: [] }],
    ["$response.body#/meta/page~1x/0", { from: "response", part: "body", path: ["meta", "page/x", "0"] }],
    ["$request.body#/page/cursor", { from: "request", part: "body", path: ["page", "cursor"] }],
  ])("%s", (text, expression) => {
    expect(parseExpression(text)).toEqual(expression);
  });

  it.each([
    "",
    "$url",
    "$statusCode",
    "$method",
    "$response.query.x",
    "$response.path.x",
    "$request.query.",
    "$request.body#meta",
    "request.body#/x",
    "$request.cookie.x",
    "$response.body.x",
  ])("%j is none", (text) => {
    expect(parseExpression(text)).toBeUndefined();
  });
});

describe("what is wrong in a field of ours", () => {
  const page =
    "style: cursor, items: '$response.body#/data', cursor: $request.query.c, next: $response.body#/next";

  it.each([
    ["x-clientwright-preview: yes please", "CW1030"],
    ["x-clientwright-batch: { items: 7 }", "CW1030"],
  ])("%s has a type or form that EXTENSIONS.md tells of", (field, code) => {
    const { found } = read(field);
    expect(codesOf(found)).toEqual([code]);
    expect(found[0]?.hint).toBe("EXTENSIONS.md of @clientwright/generator describes this field");
  });

  it("is not sought there for a field of OpenAPI", () => {
    const { found } = read("summary: 7");
    expect(found[0]?.hint).toBe("see the OpenAPI specification for this field");
  });

  it.each([
    [page.replace(/, next.*/, ""), "CW1032"],
    [page.replace("/next", "/none"), "CW2020"],
    [`${page}, more: 1`, "CW1031"],
  ])("{ %s } is %s, as EXTENSIONS.md says", (fields, code) => {
    expect(codesOf(read(`x-clientwright-pagination: { ${fields} }`).found)).toEqual([code]);
  });
});

describe("x-clientwright-pagination", () => {
  const items = "items: '$response.body#/data'";
  const next = "next: $response.body#/next";

  it("is read whole", () => {
    const { operation: found, problems } = read(
      `x-clientwright-pagination: { style: cursor, ${items}, cursor: $request.body#/page/cursor, limit: '$request.query.page[limit]', next: $response.body#/meta/after, end: empty-page }`,
    );
    expect(problems).toEqual([]);
    expect(found.pagination).toEqual({
      style: "cursor",
      items: { from: "response", part: "body", path: ["data"] },
      cursor: { from: "request", part: "body", path: ["page", "cursor"] },
      limit: { from: "request", part: "query", name: "page[limit]" },
      next: { from: "response", part: "body", path: ["meta", "after"] },
      end: "empty-page",
    });
  });

  it.each([
    ["cursor", "no-cursor"],
    ["offset", "empty-page"],
    ["page", "empty-page"],
    ["link", "no-cursor"],
  ])("of style %s ends by %s unless it says otherwise", (style, end) => {
    const way = style === "link" ? "next: $response.header.link" : `cursor: $request.query.at, ${next}`;
    const { operation: found, problems } = read(
      `x-clientwright-pagination: { style: ${style}, ${items}, ${way} }`,
    );
    expect(problems).toEqual([]);
    expect(found.pagination).toMatchObject({ style, end });
  });

  it.each([
    [`{ cursor: $request.query.c, ${next} }`, /^CW1032 .* lacks the required field items/],
    [`{ ${items}, ${next} }`, /^CW1032 .* style cursor lacks the required field cursor/],
    [`{ ${items}, cursor: $request.query.c }`, /^CW1032 .* style cursor lacks the required field next/],
    [`{ style: link, ${items} }`, /^CW1032 .* style link lacks the required field next/],
    [`{ style: odd, ${items}, cursor: $request.query.c, ${next} }`, /^CW1030 .* style must be one of/],
    [`{ end: never, ${items}, cursor: $request.query.c, ${next} }`, /^CW1030 .* end must be one of/],
    [
      `{ items: $request.body#/data, cursor: $request.query.c, ${next} }`,
      /^CW2020 .*\/items items must be .* on the response/,
    ],
    [
      `{ ${items}, cursor: $response.body#/next, ${next} }`,
      /^CW2020 .*\/cursor cursor must be .* on the request/,
    ],
    [`{ ${items}, cursor: next, ${next} }`, /^CW2020 .* and is "next"/],
    [`{ ${items}, cursor: $request.query.c, ${next}, ends: x }`, /^CW1031 .* no field "ends"/],
    ["cursor", /^CW1030 .* must be an object/],
  ])("%s is reported", (text, message) => {
    expect(read(`x-clientwright-pagination: ${text}`).problems).toEqual([expect.stringMatching(message)]);
  });
});

describe("x-clientwright-batch", () => {
  it("is read whole", () => {
    const { operation: found, problems } = read(
      "x-clientwright-batch: { items: $request.body#/data, maxItems: 1000, maxBytes: 5 }",
    );
    expect(problems).toEqual([]);
    expect(found.batch).toEqual({
      items: { from: "request", part: "body", path: ["data"] },
      maxItems: 1000,
      maxBytes: 5,
    });
  });

  it.each([
    ["{ maxItems: 5 }", /^CW1032 .* lacks the required field items/],
    ["{ items: $response.body#/data }", /^CW2020 /],
    ["{ items: $request.body#/data, maxItems: '5' }", /^CW1030 .* maxItems must be a number/],
    [
      "{ items: $request.body#/data, maxItems: 0 }",
      /^CW2020 .*\/maxItems maxItems must be a whole number from 1/,
    ],
    ["{ items: $request.body#/data, maxBytes: 1.5 }", /^CW2020 .*\/maxBytes maxBytes must be a whole number/],
    ["[]", /^CW1030 /],
  ])("%s is reported", (text, message) => {
    expect(read(`x-clientwright-batch: ${text}`).problems).toEqual([expect.stringMatching(message)]);
  });
});

describe("x-clientwright-partial", () => {
  it("is a list of signs", () => {
    const { operation: found, problems } = read(
      "x-clientwright-partial: [{ value: $response.body#/meta/status, equals: timeout }, { value: $response.body#/warnings, nonEmpty: true }]",
    );
    expect(problems).toEqual([]);
    expect(found.partial).toEqual([
      { value: { from: "response", part: "body", path: ["meta", "status"] }, equals: "timeout" },
      { value: { from: "response", part: "body", path: ["warnings"] }, nonEmpty: true },
    ]);
  });

  it.each([
    ["{}", /^CW1030 .* must be an array/],
    ["[7]", /^CW1030 .* must be an object/],
    ["[{ equals: x }]", /^CW1032 .* lacks the required field value/],
    ["[{ value: $request.body#/x, equals: 1 }]", /^CW2020 /],
    ["[{ value: $response.body#/next }]", /^CW2020 .* says nothing of its value/],
    ["[{ value: $response.body#/next, nonEmpty: false }]", /^CW2020 .* says nothing of its value/],
  ])("%s is reported", (text, message) => {
    expect(read(`x-clientwright-partial: ${text}`).problems).toEqual([expect.stringMatching(message)]);
  });
});

describe("x-clientwright-idempotency and x-clientwright-preview", () => {
  it.each([
    ["get", "safe"],
    ["head", "safe"],
    ["options", "safe"],
    ["put", "idempotent"],
    ["delete", "idempotent"],
    ["post", "none"],
    ["patch", "none"],
  ])("%s is %s unless said", (method, idempotency) => {
    expect(operation(`${method}: { operationId: run, responses: {} }`).operation).toMatchObject({
      method: method.toUpperCase(),
      idempotency,
      preview: false,
    });
  });

  it("say otherwise", () => {
    expect(read("x-clientwright-idempotency: safe, x-clientwright-preview: true").operation).toMatchObject({
      idempotency: "safe",
      preview: true,
    });
  });

  it("are reported when they are wrong", () => {
    expect(read("x-clientwright-idempotency: often, x-clientwright-preview: 'yes'").problems).toEqual([
      expect.stringMatching(/^CW1030 .*idempotency must be one of safe, idempotent, none/),
      expect.stringMatching(/^CW1030 .*preview must be true or false/),
    ]);
  });
});
