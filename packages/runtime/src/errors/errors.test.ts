import { inspect } from "node:util";
import { describe, expect, expectTypeOf, it, vi } from "vitest";
import { jsonAnswer } from "../answer/json.js";
import { loopback, sendJson } from "../testing/loopback.js";
import { sampleClient, sampleOperation } from "../testing/sample.js";
import { AbortError } from "./abort-error.js";
import { ApiError } from "./api-error.js";
import { ClientwrightError } from "./base.js";
import { ConnectionError } from "./connection-error.js";
import { errorMessages } from "./messages.js";
import { RateLimitError } from "./rate-limit-error.js";
import type { UndocumentedStatus } from "./status.js";
import type { TransportError } from "./transport-error.js";

interface Problem {
  errors: string[];
}
type Failure =
  | ApiError<400 | 403, Problem>
  | ApiError<404, { missing: string }>
  | RateLimitError<Problem>
  | ApiError<UndocumentedStatus<400 | 403 | 404 | 429>>
  | TransportError;

const keyed = sampleOperation<unknown, unknown, Failure>({
  id: "findParcel",
  method: "POST",
  path: "/parcels/{id}",
  idempotency: "none",
  security: [["key", "token"]],
  params: [{ in: "path", name: "id" }],
  answers: { 200: jsonAnswer },
});
const secrets = { apiKey: "key-4711", accessToken: "token-0815" };

describe("the message", () => {
  it("says what happened, where, and how to find it again", async () => {
    const server = await loopback((response) =>
      sendJson(response, 403, { errors: ["Forbidden", "Not you"] }, { "x-request-id": "abc" }),
    );
    const call = keyed(sampleClient(server.url, secrets), { id: "secret-id" });
    await expect(call).rejects.toThrow(
      "403 Forbidden from POST /parcels/{id} (findParcel): Forbidden; Not you [request abc, 1 attempt]",
    );
  });

  it("counts attempts and says how long to wait", async () => {
    const server = await loopback((response) => sendJson(response, 503, {}, { "retry-after": "99" }));
    await expect(sampleOperation()(sampleClient(server.url), undefined)).rejects.toThrow(
      "503 Service Unavailable from GET /parcels (listParcels) (try again in 99000 ms) [1 attempt]",
    );
  });
});

describe("errorMessages", () => {
  const cases: [unknown, string[]][] = [
    [{ errors: ["a", "b"] }, ["a", "b"]],
    [
      { errors: [{ title: "Bad", detail: "no name", status: "400" }, { title: "Worse" }, { detail: "x" }] },
      ["Bad: no name", "Worse", "x"],
    ],
    [{ type: "about:blank", title: "T", detail: "D", status: 400 }, ["T: D"]],
    [{ error: { message: "m" } }, ["m"]],
    [{ error: "invalid_grant", error_description: "expired" }, ["expired", "invalid_grant"]],
    [{ message: "m", errors: [] }, ["m"]],
    ["text", ["text"]],
    [
      ["a", null, 1, ["b"]],
      ["a", "b"],
    ],
    [{ errors: { name: ["no"] } }, []],
    [null, []],
    [17, []],
    ["  ", []],
  ];
  for (const [body, want] of cases) {
    it(JSON.stringify(body), () => expect(errorMessages(body)).toEqual(want));
  }

  it("finds nothing in what is nested without end, and leaves the error what it is", async () => {
    const lists = "[".repeat(20_000) + "]".repeat(20_000);
    const server = await loopback((response) => response.writeHead(400).end(lists));
    await expect(keyed(sampleClient(server.url, secrets), { id: "1" })).rejects.toMatchObject({
      name: "ApiError",
      status: 400,
      messages: [],
    });
  });
});

describe("the body of an error", () => {
  it("is parsed JSON, else only text", async () => {
    const server = await loopback((response, _, n) => {
      if (n === 0) sendJson(response, 404, { missing: "x" });
      else if (n === 1) response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
      else if (n === 2) response.writeHead(400, { "content-type": "text/plain" }).end("no such thing\n");
      else response.writeHead(500).end();
    });
    const client = sampleClient(server.url, secrets);
    const errors: ApiError[] = [];
    for (let n = 0; n < 4; n += 1) {
      await keyed(client, { id: "1" }).catch((error: ApiError) => errors.push(error));
    }
    expect(
      errors.map(({ status, body, bodyText, messages }) => ({ status, body, bodyText, messages })),
    ).toEqual([
      { status: 404, body: { missing: "x" }, bodyText: '{"missing":"x"}', messages: [] },
      { status: 502, body: undefined, bodyText: "<h1>Bad gateway</h1>", messages: [] },
      { status: 400, body: undefined, bodyText: "no such thing\n", messages: ["no such thing"] },
      { status: 500, body: undefined, bodyText: "", messages: [] },
    ]);
  });
});

describe("what stopped a call, where no system tells a code", () => {
  it("is in the message, but for the keys", async () => {
    const client = sampleClient("http://127.0.0.1:1", {
      ...secrets,
      fetch: async () => {
        throw new Error("the proxy refuses key-4711");
      },
    });
    await expect(keyed(client, { id: "1" })).rejects.toThrow(
      "No connection (the proxy refuses [redacted]): call from POST /parcels/{id} (findParcel) [1 attempt]",
    );
  });

  it("is what the last cause says", async () => {
    const cause = new TypeError("fetch failed", { cause: new Error("bad port") });
    const client = sampleClient("http://127.0.0.1:1", { ...secrets, fetch: () => Promise.reject(cause) });
    await expect(keyed(client, { id: "1" })).rejects.toThrow(
      "No connection (bad port): call from POST /parcels/{id} (findParcel) [1 attempt]",
    );
  });

  it("is no redirect after 304", async () => {
    const server = await loopback((response) => response.writeHead(304).end());
    await expect(keyed(sampleClient(server.url, secrets), { id: "1" })).rejects.toThrow(
      "304 Not Modified from POST /parcels/{id} (findParcel) [1 attempt]",
    );
  });
});

describe("what an error shows", () => {
  it("is free of keys, tokens, path values, bodies and headers", async () => {
    const server = await loopback((response, { headers }) =>
      sendJson(
        response,
        401,
        { errors: [`bad key ${headers["x-key"]} and ${headers.authorization}`], hidden: "in body" },
        { "x-hidden": "in header" },
      ),
    );
    const error: unknown = await keyed(sampleClient(server.url, secrets), { id: "path-value" }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ApiError);
    const shown = [
      String(error),
      JSON.stringify(error),
      inspect(error, { depth: 9 }),
      inspect({ error }),
      JSON.stringify({ ...Object(error) }),
    ];
    for (const text of shown) {
      expect(text).toContain("[redacted]");
      expect(text).not.toMatch(/4711|0815|path-value|in body|in header/);
    }
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "ApiError",
      message:
        "401 Unauthorized from POST /parcels/{id} (findParcel): bad key [redacted] and Bearer [redacted] [1 attempt]",
      operation: "findParcel",
      method: "POST",
      path: "/parcels/{id}",
      attempts: 1,
      status: 401,
      messages: ["bad key [redacted] and Bearer [redacted]"],
    });
  });

  it("is free of keys that a status line repeats", async () => {
    const server = await loopback((response, { headers }) =>
      response.writeHead(403, `Invalid key ${String(headers["x-key"])}`).end(),
    );
    await expect(keyed(sampleClient(server.url, secrets), { id: "1" })).rejects.toThrow(
      "403 Invalid key [redacted] from POST /parcels/{id} (findParcel) [1 attempt]",
    );
  });

  it("is free of the address that a fetch of the caller's repeats", async () => {
    const fetch = (request: Request): Promise<Response> =>
      Promise.reject(new TypeError(`request to ${request.url} failed`));
    await expect(
      keyed(sampleClient("http://parcels.test", { ...secrets, fetch }), { id: "path-value" }),
    ).rejects.toThrow(
      "No connection (request to [redacted] failed): call from POST /parcels/{id} (findParcel) [1 attempt]",
    );
  });

  it("is free of keys in each of their forms", async () => {
    const server = await loopback((response, { headers }) =>
      sendJson(response, 400, {
        errors: [`${headers["x-key"]}, ${headers.authorization}, user:pass-word, to`],
      }),
    );
    const operation = sampleOperation({ security: [["key", "login", "inQuery"]] });
    const options = { apiKey: "two words", login: "user:pass-word", queryKey: "to" };
    await expect(operation(sampleClient(server.url, options), undefined)).rejects.toMatchObject({
      // Two letters are no secret: they would be found in every text.
      messages: ["[redacted], Basic [redacted], [redacted], to"],
    });
  });

  it("takes out what stands for a short credential: no ordinary word is that long", async () => {
    const sent = Buffer.from("a:b").toString("base64");
    const server = await loopback((response) => sendJson(response, 401, { errors: [`bad Basic ${sent}`] }));
    const client = sampleClient(server.url, { login: "a:b" });
    await expect(sampleOperation({ security: [["login"]] })(client, undefined)).rejects.toMatchObject({
      messages: ["bad Basic [redacted]"],
    });
  });

  it("leaves out the first bytes of a broken answer, which the error itself has", async () => {
    const server = await loopback((response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<p>words"),
    );
    const error: unknown = await keyed(sampleClient(server.url, secrets), { id: "1" }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({
      name: "DecodeError",
      status: 200,
      contentType: "text/html",
      preview: "<p>words",
    });
    expect(`${JSON.stringify(error)}${inspect(error)}${String(error)}`).not.toContain("words");
  });
});

describe("classes", () => {
  const facts = { operation: "o", method: "GET", path: "/p", attempts: 1 };

  it("recognise the errors of another copy of the package", async () => {
    vi.resetModules();
    const other = await import("./abort-error.js");
    const otherApi = await import("./api-error.js");
    expect(other.AbortError).not.toBe(AbortError);
    const foreign: unknown = new other.AbortError(facts, "x");
    expect(foreign instanceof AbortError).toBe(true);
    expect(foreign instanceof ClientwrightError).toBe(true);
    expect(foreign instanceof ApiError).toBe(false);
    expect(new AbortError(facts, "x") instanceof otherApi.ApiError).toBe(false);
  });

  it("keep their order: a RateLimitError is an ApiError and not the other way", () => {
    const details = {
      response: new Response(null, { status: 429 }),
      body: undefined,
      bodyText: "",
      messages: [],
      requestId: undefined,
      retryAfter: undefined,
      rateLimit: undefined,
    };
    const limited = new RateLimitError(facts, { ...details, status: 429 });
    expect([limited instanceof ApiError, limited.name]).toEqual([true, "RateLimitError"]);
    expect(new ApiError(facts, { ...details, status: 500 }) instanceof RateLimitError).toBe(false);
    expect(Object(null) instanceof ClientwrightError).toBe(false);
    expect(new Error("x") instanceof ClientwrightError).toBe(false);
  });

  it("can be derived from, and the derived one holds only its own", () => {
    class Mine extends ConnectionError {}
    expect(new Mine(facts, "x") instanceof Mine).toBe(true);
    expect(new Mine(facts, "x") instanceof ConnectionError).toBe(true);
    expect(new ConnectionError(facts, "x") instanceof Mine).toBe(false);
  });
});

describe("the types of a union", () => {
  it("narrow by status, and not to another documented one", async () => {
    const server = await loopback((response) => sendJson(response, 404, { missing: "m" }));
    const result = await keyed(sampleClient(server.url, secrets), { id: "1" }).result();
    if (result.ok) throw new Error("It answers 404");
    const { error } = result;
    if (error.status === 404) expectTypeOf(error.body).toEqualTypeOf<{ missing: string } | undefined>();
    if (error.status === 403) expectTypeOf(error.body).toEqualTypeOf<Problem | undefined>();
    if (error.status === 502) expectTypeOf(error.body).toEqualTypeOf<unknown>();
    if (error.status === 429) expectTypeOf(error).toEqualTypeOf<RateLimitError<Problem>>();
    if (error.status === undefined)
      expectTypeOf(error.name).toEqualTypeOf<"TimeoutError" | "AbortError" | "ConnectionError">();
    if (error.name === "DecodeError") expectTypeOf(error.preview).toEqualTypeOf<string>();
    // @ts-expect-error: a misspelt status is found by the compiler
    expect(error.status === 4030).toBe(false);
    expect(error instanceof ApiError && error.status === 404 && error.body).toEqual({ missing: "m" });
  });
});
