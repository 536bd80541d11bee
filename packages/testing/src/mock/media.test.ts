// What the mock sends in each media type, and what a client reads of it.
import {
  type AnswerDecoder,
  blobAnswer,
  createClient,
  defineApi,
  defineBodyOperation,
  textAnswer,
} from "@clientwright/runtime";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json.js";
import { type MockApi, mockApi } from "./mock-api.js";
import type { RawAnswer } from "./reply.js";

const api = defineApi({ name: "t", version: "1", server: { url: "https://a.example" } });

function mockOf(responses: JsonObject): MockApi {
  return mockApi({ openapi: "3.1.1", paths: { "/x": { get: { operationId: "a", responses } } } });
}

function contentOf(content: JsonObject): JsonObject {
  return { 200: { description: "OK", content } };
}

/** What a client reads of an answer. */
async function read(content: JsonObject, decoder: AnswerDecoder, reply?: RawAnswer): Promise<unknown> {
  const mock = mockOf(contentOf(content));
  if (reply) mock.on("a", reply);
  const operation = defineBodyOperation<undefined, unknown, Error>({
    api,
    id: "a",
    method: "GET",
    path: "/x",
    idempotency: "safe",
    accept: Object.keys(content).join(", "),
    answers: { 200: decoder },
  });
  const data = await operation(createClient(api, { fetch: mock.fetch, retry: false }), undefined);
  mock.verify();
  return data;
}

async function sent(
  mock: MockApi,
  accept?: string,
): Promise<[status: number, type: string | null, text: string]> {
  const headers = accept === undefined ? {} : { accept };
  const response = await mock.fetch("https://a.example/x", { headers });
  return [response.status, response.headers.get("content-type"), await response.text()];
}

describe("a text", () => {
  it.each<[type: string, body: boolean | number | string, want: string]>([
    ["text/plain", "hello", "hello"],
    ["text/plain", 42, "42"],
    ["text/plain", false, "false"],
    ["text/csv", "a,b\n1,2", "a,b\n1,2"],
    ["application/xml", "<a/>", "<a/>"],
    ["application/atom+xml; charset=utf-8", "<a/>", "<a/>"],
  ])("of %s is sent as it is: %j", async (type, body, want) => {
    const schema = { type: typeof body };
    expect(await read({ [type]: { schema } }, textAnswer, { body })).toBe(want);
    expect(await read({ [type]: {} }, textAnswer, { body })).toBe(want);
  });

  it("is sent as it is where its schema has parts, of which it tells no syntax", async () => {
    const schema = { type: "array", items: { type: "object", properties: { a: { type: "integer" } } } };
    const examples = { one: { value: [{ a: 1 }] }, other: { value: "a\n1" } };
    expect(await read({ "text/csv": { schema } }, textAnswer, { body: "a\n2" })).toBe("a\n2");
    expect(await read({ "text/csv": { schema } }, textAnswer)).toBe("text");
    expect(await read({ "text/csv": { schema, examples } }, textAnswer)).toBe("a\n1");
    expect(await read({ "application/xml": { schema } }, textAnswer)).toBe("<text/>");
    expect(await read({ "text/xml": { schema, example: "<a/>" } }, textAnswer)).toBe("<a/>");
    expect(JSON.parse(String(await read({ "application/yaml": { schema } }, textAnswer)))).toEqual(
      expect.any(Array),
    );
  });

  it.each<[schema: JsonObject, want: RegExp]>([
    [{ type: "string", enum: ["a", "b"] }, /^[ab]$/],
    [{ type: "string", pattern: "^[a-z]{3}$" }, /^[a-z]{3}$/],
    [{ type: "string", format: "uuid" }, /^[\da-f-]{36}$/],
    [{ type: "integer" }, /^-?\d+$/],
    [{ type: "boolean" }, /^(true|false)$/],
    [{ type: ["integer", "null"], enum: [null] }, /^$/],
  ])("is sampled, and the sample is accepted: %j", async (schema, want) => {
    expect(await read({ "text/plain": { schema } }, textAnswer)).toMatch(want);
  });

  it.each([["hello"], [4.5], ['"42"']])("that its schema does not allow is refused: %j", async (body) => {
    await expect(
      read({ "text/plain": { schema: { type: "integer" } } }, textAnswer, { body }),
    ).rejects.toThrow();
  });
});

it("JSON of any name is JSON, that of text/json too", async () => {
  const schema = { type: "object", required: ["a"], properties: { a: { const: 1 } } };
  for (const type of ["text/json", "application/vnd.a+json"]) {
    const [, , text] = await sent(mockOf(contentOf({ [type]: { schema } })));
    expect(JSON.parse(text)).toEqual({ a: 1 });
  }
});

describe("bytes", () => {
  const content = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };
  const bytes = new Uint8Array([0, 255, 10]);
  it.each<[string, unknown]>([
    ["a Blob", new Blob([bytes])],
    ["a view", new Uint8Array([1, ...bytes]).subarray(1)],
    ["an ArrayBuffer", bytes.buffer],
  ])("of %s are sent as they are", async (_, body) => {
    const blob = await read(content, blobAnswer, { body });
    expect(blob instanceof Blob && new Uint8Array(await blob.arrayBuffer())).toEqual(bytes);
  });

  it("are not what has names of theirs", async () => {
    const body = { arrayBuffer: 1, size: 2 };
    const mock = mockOf(contentOf({ "application/json": {} })).on("a", { body });
    expect(JSON.parse((await sent(mock))[2])).toEqual(body);
  });

  it("of a text are its own", async () => {
    const blob = await read({ "image/svg+xml": {} }, blobAnswer, { body: "<svg/>" });
    expect(blob instanceof Blob && (await blob.text())).toBe("<svg/>");
  });
});

it("a form is written as one", async () => {
  const mock = mockOf(contentOf({ "application/x-www-form-urlencoded": { schema: { type: "object" } } }));
  mock.on("a", { body: { scope: ["a", "b c"], n: 1, none: null, deep: { x: 1 } } });
  expect((await sent(mock))[2]).toBe("scope=a&scope=b+c&n=1&deep=%7B%22x%22%3A1%7D");
  mock.on("a", { body: new URLSearchParams({ own: "1" }), check: false });
  expect((await sent(mock))[2]).toBe("own=1");
});

it("items one after another under a +json name are not one JSON text", async () => {
  const mock = mockOf(contentOf({ "application/stream+json": {} })).on("a", { body: [1, 2] });
  expect((await sent(mock))[2]).toBe("1\n2\n");
});

describe("the media type of an answer", () => {
  it.each([
    ["*/*", undefined, "application/json"],
    ["*/*", "application/xml;q=0.5", "application/xml"],
    ["application/*", "*/*", "application/json"],
    ["text/*", undefined, "text/plain"],
    ["text/*", "text/csv, text/plain;q=0.5", "text/csv"],
    ["image/*", "image/*", "image/png"],
  ])("of the range %s that is asked for with %s is %s", async (range, accept, want) => {
    expect((await sent(mockOf(contentOf({ [range]: {} })), accept))[1]).toBe(want);
  });

  it("of any range is that of bytes where the schema stands for them", async () => {
    const schema = { type: "string", format: "binary" };
    expect(await sent(mockOf(contentOf({ "*/*": { schema } })).on("a", { body: "a" }))).toEqual([
      200,
      "application/octet-stream",
      "a",
    ]);
  });

  it("is the most wanted one, and that which a reply has set", async () => {
    const mock = mockOf(
      contentOf({
        "text/plain": { schema: { enum: ["a"] } },
        "application/json": { schema: { enum: ["b"] } },
      }),
    );
    expect(await sent(mock, "text/plain;q=0.5, application/json")).toEqual([200, "application/json", '"b"']);
    expect(await sent(mock, "application/json;q=0, */*")).toEqual([200, "text/plain", "a"]);
    mock.on("a", { headers: { "Content-Type": "application/json; charset=utf-8" } });
    expect(await sent(mock, "text/plain")).toEqual([200, "application/json; charset=utf-8", '"b"']);
    mock.on("a", { headers: { "content-type": "text/plain" }, body: "a" });
    expect(await sent(mock)).toEqual([200, "text/plain", "a"]);
  });
});
