// Answers beside their bodies: statuses, headers, and those that have no body at all.
import { afterEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../json.js";
import { type MockServer, startServer } from "../server/start.js";
import { faults } from "./faults.js";
import { type MockApi, mockApi } from "./mock-api.js";

const servers: MockServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const content = { "application/json": { schema: { type: "object" } } };

function mockOf(responses: JsonObject, method = "get"): MockApi {
  return mockApi({ openapi: "3.1.1", paths: { "/x": { [method]: { operationId: "a", responses } } } });
}

const ways: readonly [string, (mock: MockApi, method: string) => Promise<Response>][] = [
  ["in process", (mock, method) => mock.fetch("https://a.example/x", { method })],
  [
    "over a port",
    async (mock, method) => {
      const server = await startServer(mock);
      servers.push(server);
      return fetch(`${server.url}/x`, { method });
    },
  ],
];

describe.each(ways)("%s", (_, ask) => {
  const headers = { "X-Size": { required: true, schema: { const: 7 } } };
  const described = { 200: { description: "OK", content, headers } };

  it("an answer to HEAD has the status and the headers of one, and no body", async () => {
    const mock = mockOf(described, "head");
    const response = await ask(mock, "HEAD");
    expect([response.status, response.headers.get("x-size"), response.headers.get("content-type")]).toEqual([
      200,
      "7",
      "application/json",
    ]);
    expect(response.headers.get("content-length")).toBeNull();
    expect(await response.text()).toBe("");
    mock.verify();
  });

  it("nothing becomes of the body of an answer to HEAD", async () => {
    const mock = mockOf(described, "head");
    mock.on("a", [faults.reset(), faults.slowBody(), faults.truncated(), faults.html(502)]);
    const texts = [];
    for (let index = 0; index < 4; index++) texts.push(await (await ask(mock, "HEAD")).text());
    expect(texts).toEqual(["", "", "", ""]);
    mock.on("a", { body: { a: 1 }, check: false });
    expect(await (await ask(mock, "HEAD")).text()).toBe("");
  });

  it("an answer of 204 has neither a body nor a word of one, though the document has", async () => {
    const response = await ask(mockOf({ 204: { description: "OK", content } }), "GET");
    expect([response.status, await response.text()]).toEqual([204, ""]);
    expect([...response.headers.keys()].filter((name) => name.startsWith("content-"))).toEqual([]);
  });
});

it("a body that is given for an answer to HEAD is refused", async () => {
  const mock = mockOf({ 200: { description: "OK", content } }, "head").on("a", { body: {} });
  await expect(mock.fetch("https://a.example/x", { method: "HEAD" })).rejects.toThrow(
    "no answer to HEAD has a body",
  );
});

describe("headers that a document describes", () => {
  const object = { type: "object", required: ["a", "b"], properties: { a: { const: 1 }, b: { const: 2 } } };
  it.each<[header: JsonObject, want: string]>([
    [{ schema: object }, "a,1,b,2"],
    [{ schema: object, explode: true }, "a=1,b=2"],
    [{ content: { "application/json": { schema: object } } }, '{"a":1,"b":2}'],
    [{ schema: { enum: [null, 3] } }, "3"],
    [{ schema: { type: "array", items: { const: 4 }, minItems: 2, maxItems: 2 } }, "4,4"],
  ])("are sampled as they are written: %j", async (header, want) => {
    for (let seed = 0; seed < 8; seed++) {
      const responses = { 200: { description: "OK", headers: { "X-It": { required: true, ...header } } } };
      const paths = { "/x": { get: { operationId: "a", responses } } };
      const mock = mockApi({ openapi: "3.1.1", paths }, { seed });
      expect((await mock.fetch("https://a.example/x")).headers.get("x-it")).toBe(want);
    }
  });

  it.each([{ type: "object" }, { type: "null" }, { type: "string", maxLength: 0 }])(
    "and that can only be empty are left out, and told of where they are required: %j",
    async (schema) => {
      const optional = mockOf({ 200: { description: "OK", headers: { "X-It": { schema } } } });
      expect((await optional.fetch("https://a.example/x")).headers.get("x-it")).toBeNull();
      const required = mockOf({
        200: { description: "OK", headers: { "X-It": { required: true, schema } } },
      });
      await expect(required.fetch("https://a.example/x")).rejects.toThrow(/No sample out of 60 can be sent/);
    },
  );

  it("and require stand beside a body that is given, unless it is sent as it is", async () => {
    const headers = {
      "X-Need": { required: true, schema: { const: 1 } },
      "X-May": { schema: { const: 1 } },
    };
    const mock = mockOf({ 200: { description: "OK", content, headers } });
    mock.on("a", [{ body: {} }, { body: {}, headers: { "x-need": "1" } }, { body: {}, check: false }]);
    const given = [];
    for (let index = 0; index < 3; index++) {
      const { headers: got } = await mock.fetch("https://a.example/x");
      given.push([got.get("x-need"), got.get("x-may")]);
    }
    expect(given).toEqual([
      ["1", null],
      ["1", null],
      [null, null],
    ]);
  });
});

it.each([
  [{ default: { description: "Any." } }, 200],
  [{ 404: { description: "No." }, default: { description: "Any." } }, 200],
  [{ "2XX": { description: "OK." }, 404: { description: "No." } }, 200],
  [{ 302: { description: "There." } }, 302],
  [{ "4XX": { description: "No." } }, 400],
])("the usual answer of %j is %i", async (responses, status) => {
  expect((await mockOf(responses).fetch("https://a.example/x")).status).toBe(status);
});
