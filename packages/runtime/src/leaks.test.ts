import { getEventListeners } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import type { ItemStream } from "./answer/item-stream.js";
import { jsonLines } from "./answer/json-items.js";
import { itemsOf } from "./testing/items.js";
import { loopback, sendJson } from "./testing/loopback.js";
import { sampleClient, sampleOperation } from "./testing/sample.js";

const CALLS = 10_000;
const AT_ONCE = 50;

const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

it(`leaves no timer and no listener behind over ${CALLS} calls`, { timeout: 120_000 }, async () => {
  const server = await loopback((response, _, n) => {
    // All ways a call can go: success, retry, failure, a broken connection, a status without a body.
    if (n % 10 === 3) sendJson(response, 503, {}, { "retry-after-ms": "1" });
    else if (n % 10 === 5) sendJson(response, 404, {});
    else if (n % 100 === 7) response.destroy();
    else if (n % 10 === 9) response.writeHead(204).end();
    else sendJson(response, 200, { n });
  });
  const { signal } = new AbortController();
  const client = sampleClient(server.url, { signal, timeout: { attempt: 60_000, total: 600_000 } });
  const read = sampleOperation();
  const stream = sampleOperation<unknown, ItemStream<unknown>>({ answers: { 200: jsonLines } });
  const before = timers();
  let ended = 0;
  const kinds = [
    () => read(client, undefined).result(),
    () =>
      read(client, undefined)
        .asResponse()
        .then((response) => response.text()),
    () =>
      read(client, undefined)
        .asResponse()
        .then((response) => response.body?.cancel()),
    () => stream(client, undefined).then(itemsOf),
    () => stream(client, undefined).then((items) => items.cancel()),
  ];
  for (let start = 0; start < CALLS; start += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, (_, index) => kinds[(start + index) % kinds.length]?.());
    ended += (await Promise.allSettled(batch)).length;
  }
  expect(ended).toBe(CALLS);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  // The HTTP client of Node has a few of its own for its pool; ours would be counted in thousands.
  expect(timers() - before).toBeLessThan(10);
});

it("would see what is left behind", async () => {
  const server = await loopback((response) => void response.writeHead(200).write("never read"));
  const { signal } = new AbortController();
  const client = sampleClient(server.url, { signal, timeout: { total: 600_000 } });
  const before = timers();
  const calls = Array.from({ length: 30 }, () => sampleOperation()(client, undefined).asResponse());
  const responses = await Promise.all(calls);
  // One for all of them: Node 20 warns of a leak where there are more than ten.
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  expect(timers() - before).toBeGreaterThan(20);
  for (const { body } of responses) await body?.cancel();
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  expect(timers() - before).toBeLessThan(10);
});

it("leaves nothing behind when nobody reads the answer before its time is over", async () => {
  const server = await loopback((response) => void response.writeHead(200).write("never read"));
  const { signal } = new AbortController();
  const client = sampleClient(server.url, { signal, timeout: { total: 100 } });
  const response = await sampleOperation()(client, undefined).asResponse();
  await expect.poll(() => getEventListeners(signal, "abort")).toHaveLength(0);
  await expect(response.text()).rejects.toThrow("No complete answer within 100 ms");
});

it("leaves nothing behind when an unread answer cannot be handed over", async () => {
  const server = await loopback((response) => sendJson(response, 200, {}));
  const { signal } = new AbortController();
  const client = sampleClient(server.url, {
    signal,
    timeout: { total: 600_000 },
    middleware: [
      async (request, next) => {
        const response = await next(request);
        response.body?.getReader();
        return response;
      },
    ],
  });
  await expect(sampleOperation()(client, undefined).asResponse()).rejects.toThrow(TypeError);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

it("leaves no rejection behind when an unread answer that is to be tried again has gone", async () => {
  const server = await loopback((response) => void response.writeHead(503).write("part"));
  const abort = new AbortController();
  const unhandled: unknown[] = [];
  const remember = (reason: unknown): void => void unhandled.push(reason);
  process.on("unhandledRejection", remember);
  onTestFinished(() => void process.off("unhandledRejection", remember));
  const call = sampleOperation()(sampleClient(server.url), undefined, {
    signal: abort.signal,
    retry: { onRetry: () => abort.abort() },
  });
  await expect(call.asResponse()).rejects.toMatchObject({ name: "AbortError", attempts: 1 });
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(unhandled).toEqual([]);
});
