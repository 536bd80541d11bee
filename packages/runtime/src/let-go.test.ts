import { getEventListeners } from "node:events";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { textEvents } from "./answer/events.js";
import { none } from "./answer/none.js";
import { binary } from "./body/binary.js";
import { ApiError } from "./errors/api-error.js";
import { createLogger } from "./create-logger.js";
import type { Middleware } from "./middleware.js";
import type { RetryEvent } from "./retry/options.js";
import { itemsOf } from "./testing/items.js";
import { loopback, sendJson, type Answer } from "./testing/loopback.js";
import { sampleClient, sampleOperation } from "./testing/sample.js";
import type { ItemStream } from "./answer/item-stream.js";

const list = sampleOperation();
const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Begins a body of text that does not end. */
const endless: Answer = (response) => {
  response.writeHead(200, { "content-type": "text/event-stream" }).write("data: a\n\n");
};

describe("the connection of an answer that nobody reads on", () => {
  it("is let go when a middleware throws", async () => {
    const server = await loopback(endless);
    const refuse: Middleware = async (request, next) => {
      await next(request);
      throw new Error("mine");
    };
    await expect(list(sampleClient(server.url), undefined, { middleware: [refuse] })).rejects.toThrow("mine");
    await vi.waitFor(() => expect(server.open()).toBe(0));
  });

  it("is let go when onRetry throws on an unread answer", async () => {
    const server = await loopback((response) => void response.writeHead(503).write("x"));
    const { signal } = new AbortController();
    const onRetry = (): void => {
      throw new Error("mine");
    };
    const call = list(sampleClient(server.url), undefined, { signal, retry: { minDelay: 1, onRetry } });
    await expect(call.asResponse()).rejects.toThrow("mine");
    expect(getEventListeners(signal, "abort")).toEqual([]);
    await vi.waitFor(() => expect(server.open()).toBe(0));
  });

  it("is let go after onRetry has looked at it", async () => {
    const server = await loopback((response, _, n) => sendJson(response, n ? 200 : 503, "full"));
    const bodies: Promise<string>[] = [];
    const onRetry = ({ error, attempt }: RetryEvent): void => {
      if (error instanceof ApiError) bodies.push(error.response.text());
      expect(attempt).toBe(1);
    };
    const call = list(sampleClient(server.url), undefined, { retry: { minDelay: 1, onRetry } });
    expect((await call.asResponse()).status).toBe(200);
    expect(await Promise.all(bodies)).toEqual(['"full"']);
  });

  it("is kept for the next attempt where the body has been read", async () => {
    const sockets = new Set<unknown>();
    const server = await loopback((response, _, n) => {
      sockets.add(response.socket);
      sendJson(response, n % 2 ? 200 : 503, n);
    });
    for (let call = 0; call < 10; call += 1) await list(sampleClient(server.url), undefined);
    expect(server.received).toHaveLength(20);
    expect(sockets.size).toBeLessThanOrEqual(2);
  });

  it("is let go by a log that shows bodies", async () => {
    const server = await loopback(endless);
    const nothing = (): void => {};
    const to = { debug: nothing, info: nothing, warn: nothing, error: nothing };
    const logger = createLogger({ level: "debug", bodies: true, to });
    const client = sampleClient(server.url, { logger });
    const stream = await sampleOperation<unknown, ItemStream<unknown>>({ answers: { 200: textEvents } })(
      client,
      undefined,
    );
    for await (const event of stream) {
      expect(event).toEqual({ event: "message", data: "a" });
      break;
    }
    const response = await list(client, undefined).asResponse();
    await response.body?.cancel();
    await vi.waitFor(() => expect(server.open()).toBe(0));
  });
});

describe("a fetch that does not look at the signal", () => {
  const fetch = ({ url }: Request): Promise<Response> => globalThis.fetch(url);

  it.each([
    ["the signal", (controller: AbortController) => void setTimeout(() => controller.abort(), 30), {}],
    ["the limit of the call", () => {}, { total: 60 }],
  ])("does not hold up %s while a body is read", async (_, start, timeout) => {
    const server = await loopback(endless);
    const controller = new AbortController();
    const { signal } = controller;
    const response = await list(sampleClient(server.url), undefined, { fetch, signal, timeout }).asResponse();
    start(controller);
    await expect(response.text()).rejects.toMatchObject({ name: expect.stringMatching(/Abort|Timeout/) });
    await vi.waitFor(() => expect(server.open()).toBe(0));
  });

  it("sends nothing after the end, however long a middleware waits", async () => {
    const server = await loopback((response) => sendJson(response, 200, 1));
    let isOver: Promise<unknown> = Promise.resolve();
    const late: Middleware = async (request, next) => {
      await wait(60);
      return next(request);
    };
    const slow: Middleware = (request, next, context) => {
      const sent = late(request, next, context);
      isOver = sent.catch((reason: unknown) => reason);
      return sent;
    };
    const call = list(sampleClient(server.url), undefined, {
      fetch,
      middleware: [slow],
      timeout: 20,
      retry: false,
    });
    await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
    expect(await isOver).toMatchObject({ name: "TimeoutError" });
    expect(server.received).toEqual([]);
  });
});

describe("a body that a middleware has read", () => {
  const texts: string[] = [];
  beforeEach(() => void texts.splice(0));
  const reader: Middleware = async (request, next) => {
    const response = await next(request);
    void response.text().then((text) => texts.push(text));
    return response;
  };
  const mistake = new TypeError(
    "listParcels: a middleware or the option fetch has read the body of its answer: let it read a clone",
  );

  it("is a mistake that is told, and not sent again", async () => {
    const server = await loopback((response) => sendJson(response, 200, 1));
    const client = sampleClient(server.url, { middleware: [reader] });
    await expect(list(client, undefined)).rejects.toThrow(mistake);
    await expect(list(client, undefined).asResponse()).rejects.toThrow(mistake);
    expect(server.received).toHaveLength(2);
    await vi.waitFor(() => expect(texts).toEqual(["1", "1"]));
  });

  it.each([
    ["202", 202, undefined],
    ["404", 404, expect.objectContaining({ status: 404, bodyText: "" })],
  ])("changes nothing where the status %s says it all", async (_, status, error) => {
    const server = await loopback((response) => sendJson(response, status, "all"));
    const send = sampleOperation({ answers: { 202: none } });
    const result = await send(sampleClient(server.url), undefined, { middleware: [reader] }).result();
    expect(result.ok ? result.value : result.error).toEqual(error);
    expect(server.received).toHaveLength(1);
    await vi.waitFor(() => expect(texts).toEqual(['"all"']));
  });

  it("can still be read in what a middleware throws, and its signal hears of no end", async () => {
    const server = await loopback((response) => sendJson(response, 404, "gone"));
    let ends = 0;
    const watch: Middleware = (request, next) => {
      request.signal.addEventListener("abort", () => (ends += 1));
      return next(request);
    };
    await expect(list(sampleClient(server.url), undefined, { middleware: [watch] })).rejects.toThrow("gone");
    expect(ends).toBe(0);
  });
});

it("an aborted call closes the stream that it was given to send", async () => {
  const cancelled = vi.fn<(reason: unknown) => void>();
  const send = sampleOperation({ method: "POST", body: binary("application/octet-stream") });
  const call = send(sampleClient("http://127.0.0.1:1"), new ReadableStream({ cancel: cancelled }), {
    signal: AbortSignal.abort(),
  });
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
  expect(cancelled).toHaveBeenCalledOnce();
});

it("an answer of a status beyond those of HTTP is given as it came", async () => {
  const server = await loopback((response) => response.writeHead(799).end("odd"));
  const response = await list(sampleClient(server.url), undefined).asResponse();
  expect([response.status, await response.text()]).toEqual([799, "odd"]);
});

it("events that are a page or JSON are no events", async () => {
  for (const type of ["text/html", "application/json"]) {
    const server = await loopback((response) => {
      response.writeHead(200, { "content-type": type }).end("{}");
    });
    const { signal } = new AbortController();
    const call = sampleOperation<unknown, ItemStream<unknown>>({ answers: { 200: textEvents } })(
      sampleClient(server.url),
      undefined,
      { signal },
    );
    await expect(call.then(itemsOf)).rejects.toThrow(
      `200 with a body that is not an event stream (${type}) from GET /parcels`,
    );
    expect(getEventListeners(signal, "abort")).toEqual([]);
  }
});
