import {
  createClient,
  defineApi,
  defineOperation,
  headerKey,
  json,
  jsonAnswer,
  none,
  type Client,
  type Operation,
} from "@clientwright/runtime";
import { describe, expect, it } from "vitest";
import { parcels } from "../testing/parcels.js";
import { faults } from "./faults.js";
import { mockApi } from "./mock-api.js";
import { AnswerRefusedError, RequestRefusedError } from "./refusal.js";

interface Parcel {
  readonly id?: string;
  readonly weight: number;
}

const api = defineApi({
  name: "@sample/parcels",
  version: "1.0.0",
  server: { url: "https://parcels.example/v1" },
  security: {
    key: headerKey({ name: "X-Key", option: "apiKey" }),
    second: headerKey({ name: "X-Second", option: "secondKey" }),
  },
});

const list: Operation<{ since: string; limit?: number }, readonly Parcel[], Error> = defineOperation({
  api,
  id: "listParcels",
  method: "GET",
  path: "/parcels",
  idempotency: "safe",
  security: [["key", "second"]],
  params: [
    { in: "query", name: "since", key: ["since"] },
    { in: "query", name: "limit", key: ["limit"] },
  ],
  answers: { 200: jsonAnswer },
});

const send: Operation<{ body: Parcel; trace: readonly number[] }, undefined, Error> = defineOperation({
  api,
  id: "sendParcel",
  method: "POST",
  path: "/parcels",
  idempotency: "idempotent",
  security: [["key"]],
  params: [{ in: "header", name: "X-Trace", key: ["trace"] }],
  body: json,
  answers: { 202: none },
});

/** As a generated package has it: the name of the function is the operationId. */
function listParcels(client: Client, input: { since: string; limit?: number }): ReturnType<typeof list> {
  return list(client, input);
}

function clientOf({ fetch }: ReturnType<typeof mockApi>): Client {
  return createClient<{ apiKey: string; secondKey: string; retry: false; fetch: typeof fetch }>(api, {
    apiKey: "k",
    secondKey: "s",
    retry: false,
    fetch,
  });
}

const since = "2024-01-01T00:00:00Z";
const total = { "x-total": "1" };

describe("replies", () => {
  it("are sampled where none is chosen, and the same for the same seed", async () => {
    const [one, same, other] = await Promise.all(
      [3, 3, 4].map(async (seed) => {
        const mock = mockApi(parcels, { seed });
        return JSON.stringify(await listParcels(clientOf(mock), { since }));
      }),
    );
    expect(one).toBe(same);
    expect(one).not.toBe(other);
    expect(JSON.parse(one ?? "")).toEqual(expect.any(Array));
  });

  it("are chosen by operation, once before always, a list in its order with the last one staying", async () => {
    const mock = mockApi(parcels);
    const client = clientOf(mock);
    const weights = (): Promise<number[]> =>
      listParcels(client, { since }).then((all) => all.map(({ weight }) => weight));
    mock.on(
      listParcels,
      [1, 2].map((weight) => ({ headers: total, body: [{ id: "a", weight }] })),
    );
    mock.once(listParcels, { headers: total, body: [{ id: "a", weight: 8 }] });
    mock.once("listParcels", { headers: total, body: [{ id: "a", weight: 9 }] });
    expect([await weights(), await weights(), await weights(), await weights(), await weights()]).toEqual([
      [8],
      [9],
      [1],
      [2],
      [2],
    ]);
  });

  it("can be made from the request", async () => {
    const mock = mockApi(parcels).on(listParcels, ({ parameters, index, headers }) => ({
      headers: total,
      body: [{ id: `${index} ${headers.get("x-key")}`, weight: Number(parameters.query["limit"]) }],
    }));
    const client = clientOf(mock);
    await listParcels(client, { since, limit: 1 });
    expect(await listParcels(client, { since, limit: 7 })).toEqual([{ id: "1 k", weight: 7 }]);
  });

  it("of an error have the documented body, sampled or chosen", async () => {
    const mock = mockApi(parcels).on(listParcels, [
      { status: 404 },
      { status: 403, body: { errors: ["no"] } },
    ]);
    const client = clientOf(mock);
    await expect(listParcels(client, { since })).rejects.toMatchObject({
      status: 404,
      body: { errors: expect.any(Array) },
    });
    await expect(listParcels(client, { since })).rejects.toMatchObject({ status: 403, messages: ["no"] });
  });

  it("of a chosen status have the headers that it needs, and a sampled one makes no client wait", async () => {
    const mock = mockApi(parcels).on(listParcels, [{ status: 429 }, faults.rateLimited(), { status: 200 }]);
    const client = clientOf(mock);
    await expect(listParcels(client, { since })).rejects.toMatchObject({
      status: 429,
      retryAfter: undefined,
    });
    await expect(listParcels(client, { since })).rejects.toMatchObject({
      status: 429,
      retryAfter: undefined,
    });
    const { response } = await listParcels(client, { since }).withResponse();
    expect(response.headers.get("x-total")).not.toBeNull();
  });

  it("that the document does not allow are not sent, unless asked for", async () => {
    const mock = mockApi(parcels).on("listParcels", [
      { body: { no: "list" } },
      { body: [{ weight: 0 }], check: false },
    ]);
    const client = clientOf(mock);
    await expect(listParcels(client, { since })).rejects.toMatchObject({
      cause: expect.any(AnswerRefusedError),
    });
    expect(await listParcels(client, { since })).toEqual([{ weight: 0 }]);
  });
});

describe("requests", () => {
  it("are recorded as the operation understands them", async () => {
    const mock = mockApi(parcels);
    await send(clientOf(mock), { body: { weight: 3 }, trace: [1, 2] });
    expect(mock.requestsOf("sendParcel")).toMatchObject([
      {
        method: "POST",
        target: "/v1/parcels",
        body: { weight: 3 },
        parameters: { header: { "X-Trace": [1, 2] } },
        index: 0,
        rejections: [],
      },
    ]);
    expect(mock.requestsOf(listParcels)).toEqual([]);
    expect(() => mock.verify()).not.toThrow();
  });

  it("that the document does not describe are refused, and told at the end too", async () => {
    const mock = mockApi(parcels);
    const failure: unknown = await listParcels(clientOf(mock), { since, limit: 1000 }).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ cause: expect.any(RequestRefusedError) });
    expect(mock.refused[0]?.message).toContain('query limit: "1000" must be <= 100');
    expect(() => mock.verify()).toThrow(/^1 request refused:\n[^]*query limit/);
    mock.reset();
    expect([mock.requests, mock.refused]).toEqual([[], []]);
    expect(() => mock.verify()).not.toThrow();
  });

  it("whose reply fails are told at the end too, though the client has tried again with success", async () => {
    const mock = mockApi(parcels);
    const client = clientOf(mock).with({ retry: { limit: 2, minDelay: 0 } });
    mock.once(listParcels, () => {
      throw new Error("expected limit to be 5");
    });
    mock.once("listParcels", { body: [{ weight: "heavy" }] });
    expect(await listParcels(client, { since })).toEqual(expect.any(Array));
    expect(mock.failures).toEqual([
      expect.objectContaining({ message: "expected limit to be 5" }),
      expect.any(AnswerRefusedError),
    ]);
    expect(() => mock.verify()).toThrow(/^2 replies not sent:\nexpected limit to be 5\n[^]*weight/);
    mock.reset();
    expect(() => mock.verify()).not.toThrow();
  });

  it("without a reply can be refused", async () => {
    const mock = mockApi(parcels, { unhandled: "refuse" });
    await expect(listParcels(clientOf(mock), { since })).rejects.toThrow();
    expect(() => mock.verify()).toThrow(/there is no reply to listParcels \[no-reply/);
  });

  it("of an unknown operation cannot be chosen", () => {
    expect(() => mockApi(parcels).on("listParcel", {})).toThrow("The document has no operation listParcel");
    const missing: Partial<Record<"on", typeof listParcels>> = {};
    // @ts-expect-error: what may be undefined is no operation
    expect(() => mockApi(parcels).on(missing.on, {})).toThrow("The document has no operation undefined");
  });
});

describe("the types of replies", () => {
  it("come from the function", () => {
    const mock = mockApi(parcels);
    mock.on(listParcels, { body: [{ weight: 1 }] });
    // @ts-expect-error: a weight is a number
    mock.on(listParcels, { body: [{ weight: "1" }] });
    // @ts-expect-error: 200 has a list
    mock.on(listParcels, () => ({ status: 200, body: {} }));
    mock.on(listParcels, { status: 404, body: { errors: [] } });
    expect(mock.requests).toEqual([]);
  });
});
