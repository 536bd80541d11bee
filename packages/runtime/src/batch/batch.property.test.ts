import fc from "fast-check";
import { expect, test } from "vitest";
import { BatchStoppedError } from "../errors/batch-stopped-error.js";
import { loopback, sendJson, type Received } from "../testing/loopback.js";
import { batchSendParcels, idsOf, parcels, type Parcel } from "../testing/parcels.js";
import { sampleClient } from "../testing/sample.js";
import type { BatchOutcome, BatchProgress } from "./outcome.js";

const plans = fc.record({
  /** Length of each parcel's note; some parcels are over every limit. */
  notes: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }),
  maxItems: fc.integer({ min: 1, max: 6 }),
  maxBytes: fc.constantFrom(60, 120, 1000),
  concurrency: fc.integer({ min: 1, max: 5 }),
  /** What each request gets; -1 breaks the connection. */
  answers: fc.array(fc.constantFrom(202, 202, 400, 500, -1), { minLength: 40, maxLength: 40 }),
  asynchronous: fc.boolean(),
  awaited: fc.boolean(),
  /** After so many items, the source throws. */
  throwsAt: fc.option(fc.nat({ max: 40 }), { nil: undefined }),
  /** With so many requests received, the caller aborts. */
  abortsAt: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
});

test("whatever fails, each item taken is in exactly one outcome, and what was sent is what was received", async () => {
  let answers: readonly number[] = [];
  let run = 0;
  let onReceived = (): void => undefined;
  // A request of the run before, which ended by an abort, may still be on its way.
  const ofThisRun = (): readonly Received[] =>
    server.received.filter(({ headers }) => headers["x-run"] === `${run}`);
  const server = await loopback((response, { headers }) => {
    if (headers["x-run"] !== `${run}`) return void response.destroy();
    const status = answers[ofThisRun().length % answers.length] ?? 202;
    onReceived();
    if (status === -1) response.destroy();
    else setImmediate(() => sendJson(response, status, {}));
  });
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const { notes, maxItems, maxBytes, concurrency, asynchronous, awaited, throwsAt, abortsAt } = plan;
      ({ answers } = plan);
      server.received.length = 0;
      run += 1;
      const controller = new AbortController();
      onReceived = () => {
        if (ofThisRun().length === abortsAt) controller.abort();
      };
      const items = parcels(notes.length).map(({ id }): Parcel => ({ id, note: "ü".repeat(notes[id] ?? 0) }));
      const told: BatchProgress[] = [];
      const client = sampleClient(server.url, { apiKey: "k", retry: false });
      const call = batchSendParcels(client, asynchronous ? later(items, throwsAt) : now(items, throwsAt), {
        maxItems,
        maxBytes,
        concurrency,
        signal: controller.signal,
        headers: { "x-run": `${run}` },
        onProgress: (progress) => told.push(progress),
      });

      const { outcomes, progress, stopped } = awaited ? await awaiting(call) : await iterating(call);
      const accounted = outcomes.flatMap((outcome) => outcome.items);
      const ids = accounted.map(({ id }) => id).toSorted((a, b) => a - b);
      // Outcomes of an awaited batch are its failures: the others are known by their number.
      if (awaited) expect(ids.length).toBe(progress.failed);
      else expect(ids).toEqual(Array.from({ length: progress.taken }, (_, id) => id));
      expect(progress.sent + progress.failed).toBe(progress.taken);
      expect(progress).toEqual(told.at(-1) ?? { taken: 0, sent: 0, failed: 0, requests: 0 });
      const threw = throwsAt !== undefined && throwsAt < notes.length;
      if (!stopped) expect(progress.taken).toBe(notes.length);
      if (abortsAt === undefined) expect(stopped).toBe(threw);

      const received = ofThisRun().map(idsOf);
      for (const request of received) {
        expect(request).toEqual(request.toSorted((a, b) => a - b));
        expect(request.length).toBeLessThanOrEqual(maxItems);
      }
      for (const { body } of ofThisRun()) expect(body.length).toBeLessThanOrEqual(maxBytes);
      expect(new Set(received.flat()).size).toBe(received.flat().length);
      // Whether awaited or iterated: what is in no failure has arrived.
      expect(new Set([...ids, ...received.flat()]).size).toBe(progress.taken);
      for (const outcome of outcomes) {
        const arrived = outcome.items.every(({ id }) => received.flat().includes(id));
        if (outcome.ok) expect(arrived).toBe(true);
        else if (outcome.attempts === 0) expect(arrived && outcome.items.length > 0).toBe(false);
      }
    }),
    { seed: 20_260_921, numRuns: 300 },
  );
});

type Outcome = BatchOutcome<Parcel, undefined, unknown>;

interface Ending {
  readonly outcomes: readonly Outcome[];
  readonly progress: BatchProgress;
  readonly stopped: boolean;
}

async function awaiting(call: ReturnType<typeof batchSendParcels>): Promise<Ending> {
  try {
    const { failures, ...progress } = await call;
    return { outcomes: failures, progress, stopped: false };
  } catch (error) {
    if (!(error instanceof BatchStoppedError)) throw error;
    return { outcomes: error.failures as readonly Outcome[], progress: error.progress, stopped: true };
  }
}

async function iterating(call: ReturnType<typeof batchSendParcels>): Promise<Ending> {
  const outcomes: Outcome[] = [];
  const count = (ok: boolean): number =>
    outcomes.filter((one) => one.ok === ok).flatMap(({ items }) => items).length;
  const requests = (): number => outcomes.filter((one) => one.ok || one.attempts > 0).length;
  try {
    for await (const outcome of call) outcomes.push(outcome);
  } catch (error) {
    if (!(error instanceof BatchStoppedError)) throw error;
    return { outcomes, progress: error.progress, stopped: true };
  }
  const sent = count(true);
  const failed = count(false);
  return { outcomes, progress: { taken: sent + failed, sent, failed, requests: requests() }, stopped: false };
}

function* now(items: readonly Parcel[], throwsAt: number | undefined): Generator<Parcel> {
  for (const [at, item] of items.entries()) {
    if (at === throwsAt) throw new Error("source");
    yield item;
  }
}

async function* later(items: readonly Parcel[], throwsAt: number | undefined): AsyncGenerator<Parcel> {
  for (const item of now(items, throwsAt)) {
    if (item.id % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
    yield item;
  }
}
