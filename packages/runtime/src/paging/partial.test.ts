import { expect, test } from "vitest";
import { jsonAnswer } from "../answer/json.js";
import { PartialAnswerError } from "../errors/partial-answer-error.js";
import { loopback, sendJson, type Loopback } from "../testing/loopback.js";
import { api, sampleClient } from "../testing/sample.js";
import { cursorPages } from "./cursor.js";
import { definePagedOperation, type PagedOperation } from "./paged-operation.js";
import { partialWhen, type PartialAnswer } from "./partial.js";

const listParcels: PagedOperation<{ after?: string }, number, unknown, Error> = definePagedOperation({
  api,
  id: "listParcels",
  method: "GET",
  path: "/parcels",
  idempotency: "safe",
  params: [{ in: "query", name: "after" }],
  answers: { 200: jsonAnswer },
  page: cursorPages({ items: ["parcels"], cursor: ["after"], next: ["next"] }),
  partial: partialWhen([
    { at: ["meta", "status"], equals: "timeout" },
    { at: ["meta", "a/b~c"] },
    { at: "x-truncated" },
  ]),
});

function service(...pages: readonly unknown[]): Promise<Loopback> {
  return loopback((response, _request, index) =>
    sendJson(response, 200, pages[index], { "x-request-id": `request-${index}` }),
  );
}

const timeout = { parcels: [2], meta: { status: "timeout" } };

test("each page tells why it is partial", async () => {
  const { url } = await service({ parcels: [1], next: "1", meta: { status: "done" } }, timeout);
  const reasons: unknown[] = [];
  for await (const page of listParcels(sampleClient(url), {}).pages()) reasons.push(page.partial);
  expect(reasons).toEqual([[], [{ at: "/meta/status", value: "timeout" }]]);
  expect(reasons.every((list) => Object.isFrozen(list))).toBe(true);
});

test.each([
  [[{ code: 1 }], true],
  [{ code: 1 }, true],
  ["slow", true],
  [[], false],
  [{}, false],
  ["", false],
  [null, false],
  [0, false],
])("a value that is not to be empty, %j, makes an answer partial: %j", async (value, partial) => {
  const { url } = await service({ parcels: [], meta: { "a/b~c": value } });
  const page = await listParcels(sampleClient(url), {});
  expect(page.partial).toEqual(partial ? [{ at: "/meta/a~1b~0c", value }] : []);
});

test("a header can be the sign", async () => {
  const { url } = await loopback((response) => sendJson(response, 200, {}, { "X-Truncated": "yes" }));
  expect((await listParcels(sampleClient(url), {})).partial).toEqual([{ at: "x-truncated", value: "yes" }]);
});

test("a function is told of each partial page, also while items are iterated", async () => {
  const { url } = await service({ parcels: [1], next: "1" }, timeout);
  const told: PartialAnswer[] = [];
  const call = listParcels(sampleClient(url), {}, { onPartial: (partial) => told.push(partial) });
  expect(await call.toArray({ max: 9 })).toEqual([1, 2]);
  expect(told).toEqual([
    { operation: "listParcels", reasons: [{ at: "/meta/status", value: "timeout" }], data: timeout },
  ]);
});

test.each(["call", "client"])("by option of the %s it is an error, which shows no data", async (place) => {
  const { url } = await service({ parcels: [1], next: "1" }, timeout);
  const option = { onPartial: "error" } as const;
  const client = sampleClient(url, place === "client" ? option : {});
  const call = listParcels(client, {}, place === "call" ? option : {});
  const seen: number[] = [];
  const iterate = async (): Promise<void> => {
    for await (const parcel of call) seen.push(parcel);
  };
  const error: unknown = await iterate().catch((reason: unknown) => reason);
  expect(seen).toEqual([1]);
  if (!(error instanceof PartialAnswerError)) throw error;
  expect(error.message).toBe(
    "Partial answer (/meta/status) from GET /parcels (listParcels) [request request-1, 1 attempt]",
  );
  expect([error.name, error.status, error.requestId]).toEqual(["PartialAnswerError", 200, "request-1"]);
  expect(error.data).toEqual(timeout);
  expect(error.reasons).toEqual([{ at: "/meta/status", value: "timeout" }]);
  expect(JSON.stringify(error)).not.toMatch(/timeout|parcels":/);
});

test("a function that rejects later changes nothing", async () => {
  const { url } = await service(timeout);
  const onPartial = (): Promise<never> => Promise.reject(new Error("mine"));
  expect((await listParcels(sampleClient(url), {}, { onPartial })).items).toEqual([2]);
});

test("result() gives the error as a value", async () => {
  const { url } = await service(timeout);
  const result = await listParcels(sampleClient(url), {}, { onPartial: "error" }).result();
  expect(!result.ok && result.error).toBeInstanceOf(PartialAnswerError);
});
