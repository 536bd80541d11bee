import { expect, test } from "vitest";
import { AbortError } from "../errors/abort-error.js";
import { BatchStoppedError } from "../errors/batch-stopped-error.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { loopback, sendJson, type Loopback } from "../testing/loopback.js";
import { batchSendParcels, idsOf, parcels, type Parcel } from "../testing/parcels.js";
import { sampleClient } from "../testing/sample.js";

/** Accepts everything. */
function service(): Promise<Loopback> {
  return loopback((response) => sendJson(response, 202, {}));
}

const keys = { apiKey: "k" };

async function failureOf(promise: PromiseLike<unknown>): Promise<BatchStoppedError<Parcel>> {
  const error: unknown = await Promise.resolve(promise).catch((reason: unknown) => reason);
  if (!(error instanceof BatchStoppedError)) throw error;
  return error;
}

test("after a source that throws, all it gave is sent, and the error says so", async () => {
  const server = await loopback((response, request) =>
    sendJson(response, idsOf(request).includes(1) ? 400 : 202, {}),
  );
  function* source(): Generator<Parcel> {
    yield* parcels(5);
    throw new Error("disk gone");
  }
  const error = await failureOf(batchSendParcels(sampleClient(server.url, keys), source()));
  expect(error.cause).toEqual(new Error("disk gone"));
  expect(error.progress).toEqual({ taken: 5, sent: 2, failed: 3, requests: 2 });
  expect(error.failures.map(({ items }) => items)).toEqual([parcels(3)]);
  expect(error.message).toBe(
    "Batch from POST /parcels (sendParcels) stopped after 5 items, of which 2 were sent and 3 failed: Error",
  );
});

test("an iteration gives all outcomes before it throws what stopped it", async () => {
  const server = await service();
  async function* source(): AsyncGenerator<Parcel> {
    yield* parcels(4);
    throw new Error("disk gone");
  }
  const seen: number[] = [];
  const iterate = async (): Promise<void> => {
    for await (const { items } of batchSendParcels(sampleClient(server.url, keys), source(), {
      concurrency: 1,
    })) {
      seen.push(...items.map(({ id }) => id));
    }
  };
  const error = await failureOf(iterate());
  expect(seen).toEqual([0, 1, 2, 3]);
  expect(error.failures).toEqual([]);
});

test("an abort tells what was sent, what was on its way and what did not leave", async () => {
  const controller = new AbortController();
  // The first request is answered, the second never is.
  const server = await loopback((response, _request, index) => index === 0 && sendJson(response, 202, {}));
  let closed = false;
  async function* source(): AsyncGenerator<Parcel> {
    try {
      yield* parcels(7);
      // One item more is collected by now, and the rest of the chunk does not come.
      while (server.received.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
      controller.abort("enough");
      yield { id: 99 };
    } finally {
      closed = true;
    }
  }
  const { signal } = controller;
  const error = await failureOf(batchSendParcels(sampleClient(server.url, keys), source(), { signal }));
  expect(error.cause).toBeInstanceOf(AbortError);
  expect(error.progress).toEqual({ taken: 7, sent: 3, failed: 4, requests: 2 });
  const failures = error.failures.map(({ items, attempts, error: why }) => [
    items,
    attempts,
    why instanceof AbortError,
  ]);
  expect(failures.toSorted((a, b) => Number(a[1]) - Number(b[1]))).toEqual([
    [parcels(1, 6), 0, true],
    [parcels(3, 3), 1, true],
  ]);
  while (!closed) await new Promise((resolve) => setTimeout(resolve, 1));
});

test("an aborted signal sends and takes nothing, and a source that never goes on does not hold up an abort", async () => {
  const server = await service();
  const aborted = await failureOf(
    batchSendParcels(sampleClient(server.url, keys), parcels(5), { signal: AbortSignal.abort() }),
  );
  expect([aborted.progress.taken, server.received.length]).toEqual([0, 0]);
  const controller = new AbortController();
  const stuck: AsyncIterable<Parcel> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        setTimeout(() => controller.abort(), 5);
        return new Promise(() => undefined);
      },
    }),
  };
  const client = sampleClient(server.url, { ...keys, signal: controller.signal });
  expect((await failureOf(batchSendParcels(client, stuck))).cause).toBeInstanceOf(AbortError);
});

test("a client that is not set up stops the batch at once; nothing is lost", async () => {
  const server = await service();
  const error = await failureOf(batchSendParcels(sampleClient(server.url), parcels(100), { concurrency: 1 }));
  expect(error.cause).toBeInstanceOf(ConfigurationError);
  expect(error.failures.flatMap(({ items }) => items)).toEqual(parcels(error.progress.taken));
  expect(error.progress.taken).toBeLessThan(100);
  expect(server.received).toEqual([]);
});

test("a progress function that throws stops the batch", async () => {
  const server = await service();
  const onProgress = (): void => {
    throw new Error("no terminal");
  };
  const call = batchSendParcels(sampleClient(server.url, keys), parcels(50), { onProgress, concurrency: 1 });
  const error = await failureOf(call);
  expect(error.cause).toEqual(new Error("no terminal"));
  expect(error.progress.sent + error.progress.failed).toBe(error.progress.taken);
  expect(error.progress.taken).toBeLessThan(50);
});

test("a progress function that rejects later changes nothing", async () => {
  const onProgress = (): Promise<never> => Promise.reject(new Error("no terminal"));
  const { url } = await service();
  expect(await batchSendParcels(sampleClient(url, keys), parcels(3), { onProgress })).toMatchObject({
    sent: 3,
  });
});

test("a generator that ends the batch itself is closed, and what was sent before is told", async () => {
  const controller = new AbortController();
  let isClosed = false;
  function* source(): Generator<Parcel> {
    try {
      yield* parcels(2);
      controller.abort();
      yield* parcels(1);
    } finally {
      isClosed = true;
    }
  }
  const { url } = await service();
  await failureOf(batchSendParcels(sampleClient(url, keys), source(), { signal: controller.signal }));
  expect(isClosed).toBe(true);
});

test("a source written by hand is closed once", async () => {
  const controller = new AbortController();
  let closed = 0;
  const source: Iterable<Parcel> = {
    [Symbol.iterator]: () => ({
      next: () => {
        controller.abort();
        return { done: false, value: { id: 1 } };
      },
      return: () => {
        closed += 1;
        return { done: true, value: undefined };
      },
    }),
  };
  const { url } = await service();
  await failureOf(batchSendParcels(sampleClient(url, keys), source, { signal: controller.signal }));
  expect(closed).toBe(1);
});

test("a credential that cannot be had for another attempt tells that the items left", async () => {
  const server = await loopback((response) => sendJson(response, 503, {}));
  let asked = 0;
  const apiKey = (): string => {
    if ((asked += 1) > 1) throw new Error("vault");
    return "k";
  };
  const error = await failureOf(batchSendParcels(sampleClient(server.url, { apiKey }), parcels(1)));
  expect(error.failures.map(({ attempts }) => attempts)).toEqual([server.received.length]);
});

test("leaving the loop closes the source and sends nothing more", async () => {
  const server = await service();
  let closed = false;
  function* source(): Generator<Parcel> {
    try {
      for (let id = 0; ; id += 1) yield { id };
    } finally {
      closed = true;
    }
  }
  for await (const _ of batchSendParcels(sampleClient(server.url, keys), source(), { concurrency: 2 })) break;
  expect(closed).toBe(true);
  const sent = server.received.length;
  await new Promise((resolve) => setTimeout(resolve, 30));
  // The requests that were on their way may still arrive.
  expect(server.received.length).toBeLessThanOrEqual(3);
  expect(sent).toBeGreaterThan(0);
});

test("a missing key is in the message of what it stopped", async () => {
  const error = await failureOf(batchSendParcels(sampleClient("http://127.0.0.1:1"), parcels(1)));
  expect(error.cause).toBeInstanceOf(ConfigurationError);
  expect(error.message).toMatch(/1 failed: sendParcels: A credential is missing: give the option apiKey/);
});

test("an answer that is none, such as a test's own fetch may give, stops the batch and hangs nothing", async () => {
  const fetch = (): Promise<Response> => Promise.resolve({ ok: true, status: 202 } as Response);
  const client = sampleClient("http://127.0.0.1:1", { ...keys, fetch });
  const error = await failureOf(batchSendParcels(client, parcels(3)));
  expect(error.cause).toBeInstanceOf(TypeError);
  expect(error.progress).toEqual({ taken: 3, sent: 0, failed: 3, requests: 1 });
});
