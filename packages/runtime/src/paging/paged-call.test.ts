import { EventEmitter, once } from "node:events";
import { expect, test } from "vitest";
import { json } from "../body/json.js";
import { ApiError } from "../errors/api-error.js";
import { AbortError } from "../errors/abort-error.js";
import { DecodeError } from "../errors/decode-error.js";
import { loopback, sendJson, type Loopback } from "../testing/loopback.js";
import { api, sampleClient } from "../testing/sample.js";
import { jsonAnswer } from "../answer/json.js";
import { cursorPages } from "./cursor.js";
import { definePagedBodyOperation, type PagedOperation } from "./paged-operation.js";

interface Parcel {
  readonly id: number;
}

interface Search {
  readonly filter?: string;
  readonly page?: { readonly cursor?: string; readonly limit?: number };
}

interface Found {
  readonly data?: Parcel[];
  readonly meta?: { readonly after?: string };
}

const searchParcels: PagedOperation<Search | undefined, Parcel, Found, ApiError> = definePagedBodyOperation({
  api,
  id: "searchParcels",
  method: "POST",
  path: "/parcels/search",
  idempotency: "none",
  body: json,
  answers: { 200: jsonAnswer },
  page: cursorPages({
    items: ["data"],
    cursor: ["page", "cursor"],
    next: ["meta", "after"],
    end: "empty-page",
  }),
});

/** A service of seven parcels, three on a page; its last page is empty and still has a cursor, as real ones do. */
function parcelService(): Promise<Loopback> {
  return loopback((response, request) => {
    const { page } = bodyOf(request.body);
    const start = Number(page?.cursor?.slice(1) ?? 0);
    const data = [0, 1, 2, 3, 4, 5, 6].slice(start, start + 3).map((id) => ({ id }));
    sendJson(response, 200, { data, meta: { after: `p${start + data.length}` } });
  });
}

function bodyOf(body: Buffer): Search {
  return body.length === 0 ? {} : JSON.parse(body.toString());
}

function cursorsOf({ received }: Loopback): (string | undefined)[] {
  return received.map(({ body }) => bodyOf(body).page?.cursor);
}

test("awaited, it gives the first page", async () => {
  const service = await parcelService();
  const page = await searchParcels(sampleClient(service.url), undefined);
  expect(page.items).toEqual([{ id: 0 }, { id: 1 }, { id: 2 }]);
  expect(page.cursor).toBe("p3");
  expect(page.hasNextPage()).toBe(true);
  expect(page.data.meta).toEqual({ after: "p3" });
  expect(page.partial).toEqual([]);
  expect(service.received).toHaveLength(1);
});

test("the other grains of a call are there", async () => {
  const service = await parcelService();
  const client = sampleClient(service.url);
  const answer = await searchParcels(client, {}).withResponse();
  expect([answer.response.status, answer.attempts, answer.data.items.length]).toEqual([200, 1, 3]);
  const result = await searchParcels(client, {}).result();
  expect(result.ok && result.value.cursor).toBe("p3");
  const response = await searchParcels(client, {}).asResponse();
  expect(await response.json()).toHaveProperty("meta.after", "p3");
});

test("iterated, it gives the items of all pages, and again the second time", async () => {
  const service = await parcelService();
  const call = searchParcels(sampleClient(service.url), { filter: "red" });
  for (const _ of [1, 2]) {
    const ids: number[] = [];
    for await (const { id } of call) ids.push(id);
    expect(ids).toEqual([0, 1, 2, 3, 4, 5, 6]);
  }
  expect(cursorsOf(service)).toEqual([undefined, "p3", "p6", "p7", undefined, "p3", "p6", "p7"]);
});

test("every request holds the rest of the input, and the input stays as it was", async () => {
  const service = await parcelService();
  const input: Search = Object.freeze({ filter: "red", page: Object.freeze({ limit: 3 }) });
  await searchParcels(sampleClient(service.url), input).toArray({ max: Infinity });
  expect(service.received.map(({ body }) => bodyOf(body))).toEqual([
    { filter: "red", page: { limit: 3 } },
    { filter: "red", page: { limit: 3, cursor: "p3" } },
    { filter: "red", page: { limit: 3, cursor: "p6" } },
    { filter: "red", page: { limit: 3, cursor: "p7" } },
  ]);
  expect(input).toEqual({ filter: "red", page: { limit: 3 } });
});

test("pages go on from a stored cursor", async () => {
  const service = await parcelService();
  const first = await searchParcels(sampleClient(service.url), { filter: "red" });
  const stored = JSON.parse(JSON.stringify(first.cursor));
  const seen: number[][] = [];
  const again = searchParcels(sampleClient(service.url), { filter: "red" });
  for await (const page of again.pages({ cursor: stored })) seen.push(page.items.map(({ id }) => id));
  expect(seen).toEqual([[3, 4, 5], [6], []]);
  expect(cursorsOf(service)).toEqual([undefined, "p3", "p6", "p7"]);
});

test("the last page has no cursor, whatever the service puts there", async () => {
  const service = await parcelService();
  const last = await searchParcels(sampleClient(service.url), { page: { cursor: "p7" } });
  expect([last.cursor, last.hasNextPage(), last.items]).toEqual([undefined, false, []]);
  await expect(last.nextPage()).rejects.toThrow(TypeError);
});

test("a page cannot be changed, and its body is the caller's to change", async () => {
  const service = await parcelService();
  const page = await searchParcels(sampleClient(service.url), {});
  expect(Object.isFrozen(page) && Object.isFrozen(page.items)).toBe(true);
  page.data.data?.splice(0);
  expect(page.items).toHaveLength(3);
  expect((await page.nextPage()).items).toEqual([{ id: 3 }, { id: 4 }, { id: 5 }]);
});

test("toArray takes as many as asked for and asks for no page beyond", async () => {
  const service = await parcelService();
  const call = searchParcels(sampleClient(service.url), {});
  expect(await call.toArray({ max: 4 })).toEqual([{ id: 0 }, { id: 1 }, { id: 2 }, { id: 3 }]);
  expect(service.received).toHaveLength(2);
  expect(await call.toArray({ max: 3 })).toHaveLength(3);
  expect(service.received).toHaveLength(3);
  expect(await call.toArray({ max: 1.5 })).toHaveLength(1);
  expect(service.received).toHaveLength(4);
  expect(await call.toArray({ max: 0 })).toEqual([]);
  expect(service.received).toHaveLength(4);
  await expect(call.toArray({ max: Number.NaN })).rejects.toThrow("toArray needs { max }: a number from 0");
  // @ts-expect-error -- that is the mistake
  await expect(call.toArray()).rejects.toThrow("toArray needs { max }: a number from 0");
});

test("answers without any field are an empty list", async () => {
  const service = await loopback((response) => sendJson(response, 200, {}));
  expect(await searchParcels(sampleClient(service.url), {}).toArray({ max: 9 })).toEqual([]);
  expect(service.received).toHaveLength(1);
});

test.each<{ body: unknown; wrong: string }>([
  { body: { data: { id: 1 } }, wrong: "has no list where the items belong" },
  {
    body: { data: [{ id: 1 }], meta: { after: { id: 1 } } },
    wrong: "has no cursor where the next one belongs",
  },
  {
    body: { data: [{ id: 1 }], meta: { after: { toString: "none" } } },
    wrong: "has no cursor where the next one belongs",
  },
])("a body that $wrong is an error", async ({ body, wrong }) => {
  const service = await loopback((response) => sendJson(response, 200, body));
  const result = await searchParcels(sampleClient(service.url), {}).result();
  expect(!result.ok && result.error).toBeInstanceOf(DecodeError);
  expect(!result.ok && result.error.message).toContain(wrong);
});

test("a call of nextPage while one is on its way waits for the same request; a later one sends again", async () => {
  const service = await parcelService();
  const page = await searchParcels(sampleClient(service.url), {});
  const [one, two] = await Promise.all([page.nextPage(), page.nextPage()]);
  expect(one).toBe(two);
  expect(service.received).toHaveLength(2);
  expect(await page.nextPage()).not.toBe(one);
  expect(cursorsOf(service)).toEqual([undefined, "p3", "p3"]);
});

test("overlapping next() of one iterator give each item once, with one request a page", async () => {
  const service = await parcelService();
  const items = searchParcels(sampleClient(service.url), {})[Symbol.asyncIterator]();
  const results = await Promise.all(Array.from({ length: 9 }, () => items.next()));
  expect(results.map(({ value }) => value?.id)).toEqual([0, 1, 2, 3, 4, 5, 6, undefined, undefined]);
  expect(cursorsOf(service)).toEqual([undefined, "p3", "p6", "p7"]);
  const pages = searchParcels(sampleClient(service.url), {}).pages()[Symbol.asyncIterator]();
  const sizes = await Promise.all(Array.from({ length: 5 }, () => pages.next()));
  expect(sizes.map(({ value }) => value?.items.length)).toEqual([3, 3, 1, 0, undefined]);
  expect(service.received).toHaveLength(8);
});

test("a page that failed is asked for again, by the same iterator and by nextPage", async () => {
  const service = await loopback((response, request, index) => {
    if (index % 2 === 1) return sendJson(response, 400, {});
    const start = Number(bodyOf(request.body).page?.cursor ?? 0);
    sendJson(response, 200, { data: start < 2 ? [{ id: start }] : [], meta: { after: `${start + 1}` } });
  });
  const pages = searchParcels(sampleClient(service.url), {}).pages()[Symbol.asyncIterator]();
  const first = await pages.next();
  await expect(pages.next()).rejects.toThrow(ApiError);
  const second = await pages.next();
  expect([first.value?.items, second.value?.items]).toEqual([[{ id: 0 }], [{ id: 1 }]]);
  await expect(second.value?.nextPage()).rejects.toThrow(ApiError);
  expect((await second.value?.nextPage())?.items).toEqual([]);
  expect(cursorsOf(service)).toEqual([undefined, "1", "1", "2", "2"]);
});

test("a first page that failed is asked for again when the call is awaited again", async () => {
  const service = await loopback((response, _request, index) =>
    index === 0 ? sendJson(response, 400, {}) : sendJson(response, 200, { data: [{ id: index }], meta: {} }),
  );
  const call = searchParcels(sampleClient(service.url), {});
  const both = await Promise.allSettled([call, call.withResponse()]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(service.received).toHaveLength(1);
  expect((await call).items).toEqual([{ id: 1 }]);
  expect(await call).toBe((await call.withResponse()).data);
  expect(service.received).toHaveLength(2);
});

test.each([
  { name: "to itself", cursors: ["a", "a"], requests: 2 },
  { name: "two pages back", cursors: ["a", "b", "a"], requests: 3 },
  { name: "to where the input began", cursors: ["b", "start"], requests: 2 },
])("a cursor that leads back $name throws after the page that has it", async ({ cursors, requests }) => {
  const service = await loopback((response, _request, index) =>
    sendJson(response, 200, { data: [{ id: index }], meta: { after: cursors[index] } }),
  );
  const seen: number[] = [];
  const iterate = async (): Promise<void> => {
    for await (const { id } of searchParcels(sampleClient(service.url), { page: { cursor: "start" } })) {
      seen.push(id);
    }
  };
  await expect(iterate()).rejects.toThrow(/^200 with a body that leads back to an earlier page/);
  expect(seen).toHaveLength(requests);
  expect(service.received).toHaveLength(requests);
});

test("leaving the loop sends nothing more", async () => {
  const service = await parcelService();
  const call = searchParcels(sampleClient(service.url), {});
  for await (const { id } of call) if (id === 2) break;
  expect(service.received).toHaveLength(1);
  const items = call[Symbol.asyncIterator]();
  await items.next();
  await items.return?.();
  expect(await items.next()).toEqual({ done: true, value: undefined });
  expect(service.received).toHaveLength(2);
});

test("return() while a page is on its way ends the request and the wait", async () => {
  const events = new EventEmitter();
  const arrived = once(events, "arrived");
  const closed = once(events, "closed");
  const service = await loopback((response) => {
    response.on("close", () => events.emit("closed"));
    events.emit("arrived");
  });
  const items = searchParcels(sampleClient(service.url), {})[Symbol.asyncIterator]();
  const pending = items.next();
  await arrived;
  await items.return?.();
  expect(await pending).toEqual({ done: true, value: undefined });
  await closed;
});

test("the signals of the call and of the client end an iteration between pages", async () => {
  for (const place of ["call", "client"]) {
    const service = await parcelService();
    const { signal, ...controller } = abortable();
    const client = sampleClient(service.url, place === "client" ? { signal } : {});
    const call = searchParcels(client, {}, place === "call" ? { signal } : {});
    const iterate = async (): Promise<void> => {
      for await (const { id } of call) if (id === 2) controller.abort();
    };
    const error: unknown = await iterate().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toHaveProperty("cause", "enough");
    expect(service.received).toHaveLength(1);
  }
});

function abortable(): { readonly signal: AbortSignal; abort(): void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort("enough") };
}
