import { expect, test } from "vitest";
import { none } from "../answer/none.js";
import { jsonAs } from "../body/json.js";
import { ApiError } from "../errors/api-error.js";
import { BatchItemError } from "../errors/batch-item-error.js";
import { loopback, sendJson, type Loopback } from "../testing/loopback.js";
import { batchSendParcels, idsOf, parcels, type Parcel } from "../testing/parcels.js";
import { api, sampleClient } from "../testing/sample.js";
import { defineBatch } from "./batch-operation.js";
import type { BatchProgress } from "./outcome.js";

/** Accepts everything, but for requests with a parcel of one of the numbers. */
function service(...refused: readonly number[]): Promise<Loopback> {
  return loopback((response, request) => {
    const bad = idsOf(request).some((id) => refused.includes(id));
    sendJson(response, bad ? 400 : 202, {});
  });
}

const keys = { apiKey: "k" };

test("awaited, it sends everything and gives a summary", async () => {
  const server = await service();
  const summary = await batchSendParcels(sampleClient(server.url, keys), parcels(8));
  expect(summary).toEqual({ taken: 8, sent: 8, failed: 0, requests: 3, failures: [] });
  expect(server.received.map(idsOf).toSorted((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
    [0, 1, 2],
    [3, 4, 5],
    [6, 7],
  ]);
  expect(server.received[0]?.headers).toMatchObject({ "content-type": "application/json", "x-key": "k" });
});

test("nothing is read or sent before it is asked", async () => {
  const server = await service();
  let read = 0;
  function* source(): Generator<Parcel> {
    read += 1;
    yield { id: 1 };
  }
  const call = batchSendParcels(sampleClient(server.url, keys), source());
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect([read, server.received.length]).toEqual([0, 0]);
  expect((await call).sent).toBe(1);
  expect((await call).sent).toBe(1);
  expect([read, server.received.length]).toEqual([1, 1]);
});

test("an empty source sends nothing", async () => {
  const server = await service();
  const summary = await batchSendParcels(sampleClient(server.url, keys), []);
  expect([summary.taken, summary.requests, server.received.length]).toEqual([0, 0, 0]);
});

test("the summary holds the items that failed, and they can be sent again", async () => {
  const server = await service(4);
  const client = sampleClient(server.url, keys);
  const { failures, ...counts } = await batchSendParcels(client, parcels(8));
  expect(counts).toEqual({ taken: 8, sent: 5, failed: 3, requests: 3 });
  expect(failures.map(({ items, attempts }) => [items, attempts])).toEqual([[parcels(3, 3), 1]]);
  expect(failures[0]?.error).toBeInstanceOf(ApiError);
  const again = await batchSendParcels(
    client,
    failures.flatMap(({ items }) => items),
    { maxItems: 1 },
  );
  expect([again.sent, again.failures.map(({ items }) => items)]).toEqual([2, [[{ id: 4 }]]]);
});

test("iterated, it gives an outcome a request, with its items and answer", async () => {
  const server = await service(0);
  const seen: unknown[] = [];
  for await (const outcome of batchSendParcels(sampleClient(server.url, keys), parcels(5), {
    concurrency: 1,
  })) {
    seen.push([outcome.ok, outcome.items, outcome.ok ? outcome.answer.response.status : outcome.error.name]);
  }
  expect(seen).toEqual([
    [false, parcels(3), "ApiError"],
    [true, parcels(2, 3), 202],
  ]);
});

test("what can be retried is retried, and the outcome says how often", async () => {
  const server = await loopback((response, _request, index) =>
    sendJson(response, index === 0 ? 503 : 202, {}),
  );
  const [outcome] = await all(batchSendParcels(sampleClient(server.url, keys), parcels(2)));
  expect(outcome?.ok && outcome.answer.attempts).toBe(2);
  expect(server.received.map(idsOf)).toEqual([
    [0, 1],
    [0, 1],
  ]);
});

test("an item over the byte limit is an outcome of its own and holds up nothing", async () => {
  const server = await service();
  const items: Parcel[] = [{ id: 0 }, { id: 1, note: "x".repeat(200) }, { id: 2 }];
  const summary = await batchSendParcels(sampleClient(server.url, keys), items, { maxBytes: 100 });
  expect([summary.taken, summary.sent, summary.failed, summary.requests]).toEqual([3, 2, 1, 1]);
  expect(summary.failures[0]).toMatchObject({ items: [items[1]], attempts: 0 });
  const error = summary.failures[0]?.error;
  if (!(error instanceof BatchItemError)) throw error;
  expect([error.name, error.bytes, error.attempts]).toEqual(["BatchItemError", 232, 0]);
  expect(JSON.stringify(error)).not.toContain("xxx");
});

test("no more requests at once than asked for, and a slow caller slows the source", async () => {
  let open = 0;
  let most = 0;
  const server = await loopback((response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      sendJson(response, 202, {});
    }, 5);
  });
  let read = 0;
  async function* source(): AsyncGenerator<Parcel> {
    for (const parcel of parcels(60)) {
      read += 1;
      yield parcel;
    }
  }
  const outcomes = batchSendParcels(sampleClient(server.url, keys), source(), { concurrency: 2 })[
    Symbol.asyncIterator
  ]();
  await outcomes.next();
  while (server.received.length < 3) await new Promise((resolve) => setTimeout(resolve, 1));
  // Time for a request that should not be sent to arrive.
  await new Promise((resolve) => setTimeout(resolve, 50));
  // One was taken, and two more fill the places.
  expect([read, server.received.length]).toEqual([9, 3]);
  for (let result = await outcomes.next(); !result.done; result = await outcomes.next()) continue;
  expect([read, server.received.length, most]).toEqual([60, 20, 2]);
});

test("progress is told after each outcome", async () => {
  const server = await service(3);
  const told: BatchProgress[] = [];
  await batchSendParcels(sampleClient(server.url, keys), parcels(7), {
    concurrency: 1,
    onProgress: (progress) => told.push(progress),
  });
  expect(told).toEqual([
    { taken: 3, sent: 3, failed: 0, requests: 1 },
    { taken: 6, sent: 3, failed: 3, requests: 2 },
    { taken: 7, sent: 4, failed: 3, requests: 3 },
  ]);
});

test("a batch is awaited or iterated, not both", async () => {
  const server = await service();
  const call = batchSendParcels(sampleClient(server.url, keys), parcels(1));
  await call;
  expect(() => call[Symbol.asyncIterator]()).toThrow("await it or iterate it, not both");
});

test("what cannot be iterated is refused in words", async () => {
  for (const one of [undefined, { id: 1 }, 7]) {
    // @ts-expect-error -- that is the mistake
    const call = batchSendParcels(sampleClient("http://127.0.0.1:1", keys), one);
    await expect(call).rejects.toThrow("The items of a batch must be a list, a generator");
  }
});

test("a limit of items that is no whole number is rounded down", async () => {
  const server = await service();
  await batchSendParcels(sampleClient(server.url, keys), parcels(3), { maxItems: 1.9 });
  expect(server.received).toHaveLength(3);
});

test.each(["maxItems", "maxBytes", "concurrency"])("%s below 1 is refused", async (name) => {
  const call = batchSendParcels(sampleClient("http://127.0.0.1:9", keys), parcels(1), { [name]: 0 });
  await expect(call).rejects.toThrow(`${name} must be a number from 1`);
});

test("parameters and the rest of the body come from the option input", async () => {
  const server = await loopback((response) => sendJson(response, 202, {}));
  const batch = defineBatch<number, object, undefined, Error>(
    {
      api,
      id: "sendTo",
      method: "PUT",
      path: "/depots/{depot}",
      idempotency: "idempotent",
      params: [{ in: "path", name: "depot" }],
      body: jsonAs("application/vnd.parcels+json"),
      answers: { 202: none },
    },
    { items: ["load", "numbers"] },
  );
  const input = Object.freeze({ depot: "north", body: Object.freeze({ load: { by: "van" }, day: 2 }) });
  const summary = await batch(sampleClient(server.url), new Set([1, 2]), { input });
  expect(summary.sent).toBe(2);
  expect(
    server.received.map(({ method, url, headers, body }) => [
      method,
      url,
      headers["content-type"],
      `${body}`,
    ]),
  ).toEqual([
    ["PUT", "/depots/north", "application/vnd.parcels+json", '{"day":2,"load":{"by":"van","numbers":[1,2]}}'],
  ]);
});

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const one of source) taken.push(one);
  return taken;
}
