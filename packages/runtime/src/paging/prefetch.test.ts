import { EventEmitter, once } from "node:events";
import { expect, test } from "vitest";
import { jsonAnswer } from "../answer/json.js";
import { ApiError } from "../errors/api-error.js";
import { loopback, sendJson, type Loopback } from "../testing/loopback.js";
import { api, sampleClient } from "../testing/sample.js";
import { cursorPages } from "./cursor.js";
import { definePagedOperation, type PagedOperation } from "./paged-operation.js";

interface Input {
  readonly after?: string;
}

const listParcels: PagedOperation<Input, number, unknown, ApiError> = definePagedOperation({
  api,
  id: "listParcels",
  method: "GET",
  path: "/parcels",
  idempotency: "safe",
  params: [{ in: "query", name: "after" }],
  answers: { 200: jsonAnswer },
  page: cursorPages({ items: ["parcels"], cursor: ["after"], next: ["next"] }),
});

/** Pages of one item each, `count` of them; the last one has no cursor. */
function countingService(count: number, fails: (index: number) => boolean = () => false): Promise<Loopback> {
  return loopback((response, { url }, index) => {
    if (fails(index)) return sendJson(response, 400, {});
    const at = Number(new URL(url, "http://localhost").searchParams.get("after") ?? 0);
    sendJson(response, 200, { parcels: [at], ...(at + 1 < count ? { next: `${at + 1}` } : {}) });
  });
}

async function reached(service: Loopback, requests: number): Promise<void> {
  while (service.received.length < requests) await new Promise((resolve) => setTimeout(resolve, 1));
}

test("without prefetch, a page is asked for when it is wanted", async () => {
  const service = await countingService(3);
  const counts: number[] = [];
  for await (const _ of listParcels(sampleClient(service.url), {})) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    counts.push(service.received.length);
  }
  expect(counts).toEqual([1, 2, 3]);
});

test("with prefetch, one page is on its way while one is consumed, and none after the last", async () => {
  const service = await countingService(4);
  const call = listParcels(sampleClient(service.url), {}, { prefetch: true });
  const pages = call.pages()[Symbol.asyncIterator]();
  const counts: number[] = [];
  for (const expected of [2, 3, 4, 4]) {
    const { value } = await pages.next();
    await reached(service, expected);
    // Time for a request that should not be sent to arrive.
    await new Promise((resolve) => setTimeout(resolve, 20));
    counts.push(service.received.length);
    expect(value?.items).toEqual([counts.length - 1]);
  }
  expect(counts).toEqual([2, 3, 4, 4]);
  expect(await pages.next()).toEqual({ done: true, value: undefined });
});

test("pages() can switch the prefetch of the call off", async () => {
  const service = await countingService(3);
  const call = listParcels(sampleClient(service.url), {}, { prefetch: true });
  await call.pages({ prefetch: false })[Symbol.asyncIterator]().next();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(service.received).toHaveLength(1);
});

test("leaving the loop ends the request that was sent ahead", async () => {
  const events = new EventEmitter();
  const closed = once(events, "closed");
  const service = await loopback((response, _request, index) => {
    if (index === 0) sendJson(response, 200, { parcels: [1], next: "1" });
    // The second request is never answered: only its end can be seen.
    else response.on("close", () => events.emit("closed"));
  });
  for await (const _ of listParcels(sampleClient(service.url), {}, { prefetch: true })) {
    await reached(service, 2);
    break;
  }
  await closed;
  expect(service.received).toHaveLength(2);
});

test("a page that fails ahead of its turn fails in its turn, and is asked for again", async () => {
  const service = await countingService(3, (index) => index === 1);
  const all = listParcels(sampleClient(service.url), {}, { prefetch: true }).pages();
  const pages = all[Symbol.asyncIterator]();
  expect((await pages.next()).value?.items).toEqual([0]);
  await reached(service, 2);
  // A rejection that nobody waits for yet must not end the process.
  await new Promise((resolve) => setTimeout(resolve, 20));
  await expect(pages.next()).rejects.toThrow(ApiError);
  expect((await pages.next()).value?.items).toEqual([1]);
  expect((await pages.next()).value?.items).toEqual([2]);
});
