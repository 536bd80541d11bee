import { describe, expect, it, onTestFinished, vi } from "vitest";
import { none } from "./answer/none.js";
import { binary } from "./body/binary.js";
import { json } from "./body/json.js";
import { AbortError } from "./errors/abort-error.js";
import { ApiError } from "./errors/api-error.js";
import { ConnectionError } from "./errors/connection-error.js";
import { RateLimitError } from "./errors/rate-limit-error.js";
import { TimeoutError } from "./errors/timeout-error.js";
import type { RetryEvent } from "./retry/options.js";
import { closedPort, loopback, sendJson } from "./testing/loopback.js";
import { sampleClient, sampleOperation } from "./testing/sample.js";

const list = sampleOperation();
const send = sampleOperation({ id: "sendParcel", method: "POST", idempotency: "none", body: json });

describe("retry", () => {
  for (const status of [408, 429, 500, 502, 503, 504]) {
    it(`tries a safe operation again after ${status}`, async () => {
      const server = await loopback((response, _, n) => sendJson(response, n < 2 ? status : 200, { n }));
      const answer = await list(sampleClient(server.url), undefined).withResponse();
      expect([answer.data, answer.attempts, server.received.length]).toEqual([{ n: 2 }, 3, 3]);
    });
  }

  it("tries again after a connection that broke before and within the answer", async () => {
    const server = await loopback((response, _, n) => {
      if (n === 0) response.destroy();
      else if (n === 1)
        response.writeHead(200, { "content-length": "100" }).write("{", () => response.destroy());
      else sendJson(response, 200, { n });
    });
    expect(await list(sampleClient(server.url), undefined)).toEqual({ n: 2 });
  });

  it("gives up after the limit, with the number of attempts", async () => {
    const server = await loopback((response) => sendJson(response, 503, {}));
    const client = sampleClient(server.url);
    await expect(list(client, undefined)).rejects.toMatchObject({ status: 503, attempts: 3 });
    await expect(list(client, undefined, { retry: 0 })).rejects.toMatchObject({ attempts: 1 });
    await expect(list(client, undefined, { retry: false })).rejects.toMatchObject({ attempts: 1 });
    await expect(list(client, undefined, { retry: { limit: 4 } })).rejects.toMatchObject({ attempts: 5 });
    await expect(list(client, undefined, { retry: Number.NaN })).rejects.toMatchObject({ attempts: 1 });
    expect(server.received).toHaveLength(3 + 1 + 1 + 5 + 1);
  });

  it("sends an operation that promises nothing once, unless told that it may be repeated", async () => {
    const server = await loopback((response, _, n) => sendJson(response, n < 2 ? 503 : 200, {}));
    const client = sampleClient(server.url);
    await expect(send(client, {})).rejects.toMatchObject({ attempts: 1 });
    expect((await send(client, { a: 1 }, { retry: { idempotent: true } }).withResponse()).attempts).toBe(2);
    expect(server.received.map(({ body }) => body.toString())).toEqual(["{}", '{"a":1}', '{"a":1}']);
    await expect(
      list(client, undefined, {
        retry: { idempotent: false },
        fetch: () => Promise.reject(new TypeError("x")),
      }),
    ).rejects.toMatchObject({ attempts: 1 });
  });

  it("never sends a stream twice", async () => {
    const server = await loopback((response) => sendJson(response, 503, {}));
    const upload = sampleOperation({ method: "PUT", idempotency: "idempotent", body: binary() });
    const call = upload(sampleClient(server.url), new Blob(["once"]).stream());
    await expect(call).rejects.toMatchObject({ status: 503, attempts: 1 });
    expect(server.received.map(({ body }) => body.toString())).toEqual(["once"]);
  });

  it("fails at once when the service asks for more than maxDelay, with the time to wait", async () => {
    const server = await loopback((response) =>
      sendJson(
        response,
        429,
        { errors: ["slow down"] },
        { "x-ratelimit-reset": "3600", "x-ratelimit-limit": "10" },
      ),
    );
    const error: unknown = await list(sampleClient(server.url), undefined).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({
      attempts: 1,
      retryAfter: 3_600_000,
      rateLimit: { limit: 10, resetAfter: 3_600_000 },
    });
    expect(server.received).toHaveLength(1);
  });

  it("tells each retry, and ends with what the listener throws", async () => {
    const server = await loopback((response, _, n) =>
      sendJson(response, n < 2 ? 503 : 200, {}, { "retry-after-ms": String(n + 1) }),
    );
    const events: RetryEvent[] = [];
    const client = sampleClient(server.url);
    await list(client, undefined, { retry: { onRetry: (event) => void events.push(event) } });
    expect(events).toMatchObject([
      { attempt: 1, delay: 1, error: { status: 503, attempts: 1 } },
      { attempt: 2, delay: 2, error: { status: 503, attempts: 2 } },
    ]);
    const stop = new Error("stop");
    const failing = loopback((response) => sendJson(response, 503, {}));
    const onRetry = (): never => {
      throw stop;
    };
    await expect(list(sampleClient((await failing).url), undefined, { retry: { onRetry } })).rejects.toBe(
      stop,
    );
  });

  it("goes on when an asynchronous onRetry rejects, which is not left unhandled", async () => {
    const server = await loopback((response, _, n) => sendJson(response, n === 0 ? 503 : 200, {}));
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    onTestFinished(() => void process.off("unhandledRejection", unhandled));
    const onRetry = async (): Promise<void> => Promise.reject(new Error("no log"));
    expect(await list(sampleClient(server.url), undefined, { retry: { minDelay: 1, onRetry } })).toEqual({});
    expect(unhandled).not.toHaveBeenCalled();
  });

  it("is stopped by one budget for a client and all made from it", async () => {
    const server = await loopback((response) => sendJson(response, 503, {}, { "retry-after": "0" }));
    const client = sampleClient(server.url);
    const other = client.with({ headers: { a: "1" } });
    for (let n = 0; n < 60; n += 1) await list(n % 2 ? client : other, undefined).result();
    expect(server.received).toHaveLength(60 + 100);
  });

  it("also serves asResponse, without reading", async () => {
    const server = await loopback((response, _, n) => sendJson(response, n < 1 ? 503 : 200, { n }));
    const response = await list(sampleClient(server.url), undefined).asResponse();
    expect(await response.json()).toEqual({ n: 1 });
    const down = await loopback((answer) => sendJson(answer, 503, { n: "down" }));
    const last = await list(sampleClient(down.url), undefined).asResponse();
    expect([last.status, await last.json(), down.received.length]).toEqual([503, { n: "down" }, 3]);
  });
});

describe("time limits", () => {
  it("of an attempt, with another attempt after it", async () => {
    const server = await loopback((response, _, n) => n > 0 && sendJson(response, 200, { n }));
    const { attempts, data } = await list(sampleClient(server.url), undefined, {
      timeout: 300,
      retry: { limit: 9, maxDelay: 1 },
    }).withResponse();
    // On a machine that is busy elsewhere another attempt may be as slow.
    expect(attempts).toBeGreaterThan(1);
    expect(data).toEqual({ n: attempts - 1 });
  });

  it("of an attempt cover the body", async () => {
    const server = await loopback((response) => void response.writeHead(200).write("{"));
    const call = list(sampleClient(server.url), undefined, { timeout: 300, retry: 1 });
    await expect(call).rejects.toMatchObject({
      name: "TimeoutError",
      scope: "attempt",
      limit: 300,
      attempts: 2,
    });
    expect(server.received).toHaveLength(2);
  });

  it.each([0, -1, Number.NaN, { total: 0 }, { total: Number.NaN }])(
    "of %o ends the call at once, with nothing sent and nothing tried again",
    async (timeout) => {
      const server = await loopback((response) => sendJson(response, 200, {}));
      const retries: RetryEvent[] = [];
      const retry = { onRetry: (event: RetryEvent) => void retries.push(event) };
      await expect(list(sampleClient(server.url, { retry }), undefined, { timeout })).rejects.toMatchObject({
        name: "TimeoutError",
        scope: typeof timeout === "number" ? "attempt" : "total",
        limit: typeof timeout === "number" ? timeout : timeout.total,
        attempts: 0,
      });
      expect([server.received, retries]).toEqual([[], []]);
    },
  );

  it("of the whole call wake a sleeping retry, with the last failure as the cause", async () => {
    const server = await loopback((response) => sendJson(response, 503, {}, { "retry-after": "20" }));
    const call = list(sampleClient(server.url), undefined, { timeout: { total: 500 } });
    const error: unknown = await call.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ scope: "total", limit: 500, attempts: 1, cause: { status: 503 } });
    expect(server.received).toHaveLength(1);
  });

  it("of the whole call hold for the body of an unread answer", async () => {
    const server = await loopback((response) => void response.writeHead(200).write("part"));
    const response = await list(sampleClient(server.url), undefined, {
      timeout: { total: 500 },
    }).asResponse();
    await expect(response.text()).rejects.toBeInstanceOf(TimeoutError);
  });

  it("of the whole call are not blamed on the unread answer that they are for", async () => {
    const server = await loopback((response) => void response.writeHead(503).write("part"));
    const options = { retry: 0, timeout: { total: 500 } };
    const response = await list(sampleClient(server.url), undefined, options).asResponse();
    const error: unknown = await response.text().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "TimeoutError", scope: "total" });
    expect(Object(error).cause).toBeUndefined();
  });

  it("are no failure of what was accepted, should a body that nobody wants never end", async () => {
    const server = await loopback((response) => void response.writeHead(202).write("accepted"));
    const note = sampleOperation({ method: "PUT", idempotency: "idempotent", answers: { 202: none } });
    const limits = [{ timeout: 300 }, { timeout: { total: 300 } }, { signal: AbortSignal.timeout(300) }];
    const answers = limits.map((limit) => note(sampleClient(server.url), undefined, limit).withResponse());
    for (const { data, attempts, response } of await Promise.all(answers))
      expect([data, attempts, response.status]).toEqual([undefined, 1, 202]);
    expect(server.received).toHaveLength(3);
  });

  it("of an attempt end with the headers of an unread answer", async () => {
    const server = await loopback((response) => {
      response.writeHead(200).write("a");
      setTimeout(() => response.end("b"), 800);
    });
    const response = await list(sampleClient(server.url), undefined, { timeout: 400, retry: 3 }).asResponse();
    expect(await response.text()).toBe("ab");
  });

  it("hold for a credential, a middleware and a fetch that never end", async () => {
    const never = (): Promise<never> => new Promise(() => {});
    const keyed = sampleOperation({ security: [["key"]] });
    const options = { timeout: 10, retry: 0 };
    const client = sampleClient("http://127.0.0.1:1", { apiKey: never });
    await expect(keyed(client, undefined, options)).rejects.toBeInstanceOf(TimeoutError);
    await expect(list(client, undefined, { ...options, middleware: [never] })).rejects.toBeInstanceOf(
      TimeoutError,
    );
    await expect(list(client, undefined, { ...options, fetch: never })).rejects.toBeInstanceOf(TimeoutError);
  });
});

describe("the caller's signal", () => {
  it("that is already aborted sends nothing", async () => {
    const server = await loopback((response) => sendJson(response, 200, {}));
    const call = list(sampleClient(server.url), undefined, { signal: AbortSignal.abort("no") });
    await expect(call).rejects.toMatchObject({ name: "AbortError", attempts: 0, cause: "no" });
    expect(server.received).toHaveLength(0);
  });

  it("ends a wait that is longer than any timer of JavaScript", async () => {
    const server = await loopback((response) => sendJson(response, 429, {}, { "retry-after": "2592000" }));
    const abort = new AbortController();
    const retry = { maxDelay: Infinity, onRetry: () => void setTimeout(() => abort.abort(), 50) };
    const call = list(sampleClient(server.url), undefined, { signal: abort.signal, retry });
    await expect(call).rejects.toMatchObject({ name: "AbortError", attempts: 1 });
    expect(server.received).toHaveLength(1);
  });

  it("that aborts while a credential is on its way sends nothing, whatever middleware and fetch do", async () => {
    const abort = new AbortController();
    const sent: string[] = [];
    const apiKey = async (): Promise<string> => {
      abort.abort();
      return "key";
    };
    const client = sampleClient("http://127.0.0.1:1", {
      apiKey,
      fetch: async () => (sent.push("fetch"), new Response("1")),
      middleware: [(request, next) => (sent.push("middleware"), next(request))],
    });
    const keyed = sampleOperation({ security: [["key"]] });
    await expect(keyed(client, undefined, { signal: abort.signal })).rejects.toBeInstanceOf(AbortError);
    await new Promise((resolve) => setImmediate(resolve));
    expect(sent).toEqual([]);
  });

  it("ends a request on its way, a body and a wait", async () => {
    const abort = new AbortController();
    const hanging = await loopback(() => abort.abort());
    await expect(list(sampleClient(hanging.url), undefined, { signal: abort.signal })).rejects.toBeInstanceOf(
      AbortError,
    );

    const inBody = new AbortController();
    const half = await loopback((response) =>
      response.writeHead(200).write("{", () => setTimeout(() => inBody.abort(), 20)),
    );
    await expect(list(sampleClient(half.url), undefined, { signal: inBody.signal })).rejects.toBeInstanceOf(
      AbortError,
    );

    const asleep = new AbortController();
    const busy = await loopback((response) => sendJson(response, 503, {}, { "retry-after": "20" }));
    const onRetry = (): void => void setTimeout(() => asleep.abort(), 5);
    const call = list(sampleClient(busy.url), undefined, { signal: asleep.signal, retry: { onRetry } });
    await expect(call).rejects.toMatchObject({ name: "AbortError", attempts: 1 });
    expect(busy.received).toHaveLength(1);
  });

  it("ends the reading of an unread answer", async () => {
    const server = await loopback((response) => void response.writeHead(200).write("part"));
    const abort = new AbortController();
    const response = await list(sampleClient(server.url), undefined, { signal: abort.signal }).asResponse();
    const text = response.text();
    abort.abort();
    await expect(text).rejects.toBeInstanceOf(AbortError);
  });
});

it("reports a refused connection with the system's code", async () => {
  const call = list(sampleClient(await closedPort()), undefined, { retry: 1 });
  const error: unknown = await call.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).not.toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ code: "ECONNREFUSED", attempts: 2, cause: expect.any(TypeError) });
});
