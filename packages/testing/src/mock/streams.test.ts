import {
  createClient,
  defineApi,
  defineBodyOperation,
  jsonEvents,
  jsonLines,
  jsonSequence,
  textEvents,
  type AnswerDecoder,
  type Call,
  type Client,
  type ItemStream,
  type ServerSentEvent,
} from "@clientwright/runtime";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { JsonObject, JsonValue } from "../json.js";
import { mockApi } from "./mock-api.js";
import type { BodyOf, RawAnswer } from "./reply.js";

const api = defineApi({ name: "t", version: "1", server: { url: "https://a.example" } });

const item: JsonObject = { type: "object", required: ["n"], properties: { n: { type: "integer" } } };
const list: JsonObject = { type: "array", items: item, minItems: 2 };
const event: JsonObject = {
  type: "object",
  required: ["data"],
  properties: { data: { type: "string" }, event: { const: "tick" } },
};

/** What a client reads of an answer that the mock makes of a description, or of what it is told. */
async function read(
  mediaType: string,
  media: JsonObject,
  decoder: AnswerDecoder,
  reply?: RawAnswer,
): Promise<unknown[]> {
  const responses = { 200: { description: "Some.", content: { [mediaType]: media } } };
  const mock = mockApi({
    openapi: "3.1.1",
    info: { title: "T", version: "1" },
    servers: [{ url: "https://a.example" }],
    paths: { "/x": { get: { operationId: "follow", responses } } },
  } satisfies JsonValue);
  if (reply) mock.on("follow", reply);
  const follow = defineBodyOperation<undefined, ItemStream<unknown>, Error>({
    api,
    id: "follow",
    method: "GET",
    path: "/x",
    idempotency: "safe",
    accept: mediaType,
    answers: { 200: decoder },
  });
  const items: unknown[] = [];
  for await (const one of await follow(createClient(api, { fetch: mock.fetch }), undefined)) items.push(one);
  mock.verify();
  return items;
}

describe("answers of one item after another", () => {
  const some = { n: expect.any(Number) };

  it.each<[mediaType: string, media: JsonObject, decoder: AnswerDecoder, want: unknown[]]>([
    ["application/jsonl", { itemSchema: item }, jsonLines, [some]],
    ["application/x-ndjson", { schema: list }, jsonLines, expect.arrayContaining([some, some]) as unknown[]],
    ["application/json-seq", { schema: item }, jsonSequence, [some]],
    [
      "text/event-stream",
      { schema: item },
      jsonEvents(),
      [expect.objectContaining({ event: "message", data: some })],
    ],
    [
      "text/event-stream",
      { itemSchema: event },
      textEvents,
      [expect.objectContaining({ data: expect.any(String) })],
    ],
  ])("are sampled of %s %j", async (mediaType, media, decoder, want) => {
    expect(await read(mediaType, media, decoder)).toEqual(want);
  });

  it("are texts of JSON where the document says what their data holds", async () => {
    const data = { type: "string", contentMediaType: "application/json", contentSchema: item };
    const media = { itemSchema: { type: "object", required: ["data"], properties: { data } } };
    const want = [expect.objectContaining({ data: some })];
    expect(await read("text/event-stream", media, jsonEvents())).toEqual(want);
  });

  it("are what they are told", async () => {
    const body = [{ event: "tick", data: "a\nb", id: "7", retry: 5 }, { n: 1 }, "text"];
    expect(await read("text/event-stream", {}, textEvents, { body })).toEqual([
      { event: "tick", data: "a\nb", id: "7", retry: 5 },
      { event: "message", data: '{"n":1}' },
      { event: "message", data: "text" },
    ]);
    expect(await read("application/json-seq", {}, jsonSequence, { body: [1, "\u001e"] })).toEqual([
      1,
      "\u001e",
    ]);
    expect(
      await read("text/event-stream", { schema: item }, jsonEvents("end"), {
        text: 'data: {"n":1}\n\ndata: end\n\n',
      }),
    ).toEqual([{ event: "message", data: { n: 1 } }]);
  });
});

it("follow what the request asks for, and belong to the operation that its function is of", async () => {
  const content = { "application/json": { schema: item }, "text/event-stream": { schema: item } };
  const responses = { 200: { description: "Some.", content } };
  const operation = { operationId: "things/ask", "x-clientwright-name": "ask", responses };
  const mock = mockApi({
    openapi: "3.1.1",
    info: { title: "T", version: "1" },
    paths: { "/ask": { post: operation } },
  } satisfies JsonValue);
  const asked = async (accept: string): Promise<string> =>
    (await mock.fetch("https://a.example/ask", { method: "POST", headers: { accept } })).text();
  mock.on("streamAsk", { body: [{ n: 1 }, { n: 2 }] });
  expect(await asked("text/event-stream")).toBe('data: {"n":1}\n\ndata: {"n":2}\n\n');
  mock.on("ask", { body: { n: 3 } });
  expect(await asked("application/json")).toBe('{"n":3}');
  expect(mock.requestsOf("things/ask")).toHaveLength(2);
  mock.reset();
  expect(await asked("text/event-stream")).toMatch(/^data: \{.*"n":-?\d+.*\}\n\n$/);
  expect(() => mock.on("streamTell", {})).toThrow(
    "The document has no operation streamTell. It has things/ask.",
  );
});

/** As a generated package has it. */
declare function followTicks(client: Client): Call<ItemStream<ServerSentEvent<{ n: number }>>, Error>;

it("are typed by the operation: a list of the stream's items", () => {
  type Typed = BodyOf<Awaited<ReturnType<typeof followTicks>>>;
  expectTypeOf<Typed>().toEqualTypeOf<readonly ServerSentEvent<{ n: number }>[]>();
});
