import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { json } from "../body/json.js";
import { AbortError } from "../errors/abort-error.js";
import { ConnectionError } from "../errors/connection-error.js";
import { DecodeError } from "../errors/decode-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { CallOptions } from "../options.js";
import { itemsOf } from "../testing/items.js";
import { loopback, type Answer } from "../testing/loopback.js";
import { sampleClient, sampleOperation } from "../testing/sample.js";
import type { AnswerDecoder } from "./decoder.js";
import { jsonEvents, textEvents } from "./events.js";
import type { ItemStream } from "./item-stream.js";
import { jsonLines, jsonSequence } from "./json-items.js";

type Stream = ItemStream<unknown>;

async function streamed(decoder: AnswerDecoder, answer: Answer, options: CallOptions = {}): Promise<Stream> {
  const server = await loopback(answer);
  return sampleOperation<unknown, Stream>({ answers: { 200: decoder, 204: decoder } })(
    sampleClient(server.url),
    undefined,
    { retry: { minDelay: 1 }, ...options },
  );
}

const whole =
  (text: string): Answer =>
  (response) =>
    response.end(text);

/** What a text gives as it is, once it has arrived at once. */
const read = async (decoder: AnswerDecoder, text: string): Promise<unknown[]> =>
  itemsOf(await streamed(decoder, whole(text)));

describe("events", () => {
  it.each<[what: string, text: string, want: unknown[]]>([
    ["data", "data: a\n\n", [{ event: "message", data: "a" }]],
    [
      "a kind, an id and a delay",
      "event: add\nid: 7\nretry: 10\ndata: a\n\n",
      [{ event: "add", data: "a", id: "7", retry: 10 }],
    ],
    [
      "a delay that is not of the next one too",
      "retry: 10\ndata: a\n\ndata: b\n\n",
      [
        { event: "message", data: "a", retry: 10 },
        { event: "message", data: "b" },
      ],
    ],
    ["lines of data", "data: a\ndata\ndata:  b\n\n", [{ event: "message", data: "a\n\n b" }]],
    [
      "other ends of lines",
      "data: a\r\rdata: b\r\n\r\n",
      [
        { event: "message", data: "a" },
        { event: "message", data: "b" },
      ],
    ],
    ["a byte order mark", "\ufeffdata: a\n\n", [{ event: "message", data: "a" }]],
    [
      "comments, and fields that mean nothing",
      ": hello\nodd: 1\nretry: soon\ndata: a\n\n",
      [{ event: "message", data: "a" }],
    ],
    ["kinds without data, which are no events", "event: a\n\nid: 1\n\n", []],
    ["an event that breaks off, which is none", "data: a\n\ndata: b\n", [{ event: "message", data: "a" }]],
    ["nothing", "", []],
  ])("have %s", async (_, text, want) => {
    expect(await read(textEvents, text)).toEqual(want);
  });

  it("have JSON until the one that ends them, and nothing after it", async () => {
    const text = 'data: {"a":1}\n\ndata: [DONE]\n\ndata: {"a":2}\n\n';
    expect(await read(jsonEvents("[DONE]"), text)).toEqual([{ event: "message", data: { a: 1 } }]);
    const [first, ...rest] = await Promise.allSettled([read(jsonEvents(), text)]);
    expect([first, rest]).toMatchObject([{ status: "rejected", reason: { preview: "[DONE]" } }, []]);
  });
});

describe("items of JSON", () => {
  it.each<[what: string, decoder: AnswerDecoder, text: string, want: unknown[]]>([
    ["lines", jsonLines, '{"a":1}\n[2]\nnull\n"x"\n', [{ a: 1 }, [2], null, "x"]],
    ["a last line that has no end", jsonLines, "1\n2", [1, 2]],
    ["empty lines and other ends of lines", jsonLines, "1\r\n\r\n\n 2 \r\n", [1, 2]],
    ["no line", jsonLines, "\n", []],
    ["a sequence", jsonSequence, '\u001e{"a":\n1}\n\u001e2\n', [{ a: 1 }, 2]],
  ])("are %s", async (_, decoder, text, want) => {
    expect(await read(decoder, text)).toEqual(want);
  });

  it("fail at the one that is no JSON, which no log repeats", async () => {
    const got: unknown[] = [];
    const error: unknown = await (async () => {
      for await (const item of await streamed(jsonLines, whole('1\n{"secret\n2\n'))) got.push(item);
    })().catch((reason: unknown) => reason);
    expect(got).toEqual([1]);
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({
      message: expect.stringContaining("has an item that is not valid JSON"),
      preview: '{"secret',
    });
    expect(JSON.stringify(error)).not.toContain("secret");
  });

  it("take what the caller parses JSON with", async () => {
    const stream = await streamed(jsonLines, whole("1\n2\n"), { parseJson: (text) => BigInt(text) });
    expect(await itemsOf(stream)).toEqual([1n, 2n]);
  });
});

describe("a stream", () => {
  it("is the same however its bytes are cut", async () => {
    const values = fc.array(fc.jsonValue(), { maxLength: 5 });
    const server = await loopback(async (response, { body }) => {
      const { bytes, cuts } = JSON.parse(body.toString()) as { bytes: number[]; cuts: number[] };
      let from = 0;
      for (const to of [
        ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b),
        bytes.length,
      ]) {
        if (to > from)
          await new Promise((done) => response.write(Uint8Array.from(bytes.slice(from, to)), done));
        from = to;
      }
      response.end();
    });
    const asks = (decoder: AnswerDecoder): ((text: string, cuts: number[]) => Promise<unknown[]>) => {
      const ask = sampleOperation<unknown, Stream>({ method: "POST", body: json, answers: { 200: decoder } });
      return async (text, cuts) => {
        const body = { bytes: [...new TextEncoder().encode(text)], cuts };
        return itemsOf(await ask(sampleClient(server.url), body));
      };
    };
    const [lines, events] = [asks(jsonLines), asks(jsonEvents())];
    await fc.assert(
      fc.asyncProperty(values, fc.array(fc.nat(), { maxLength: 6 }), async (items, cuts) => {
        // What JSON has one text for: it has no -0.
        const plain = JSON.parse(JSON.stringify(items)) as unknown[];
        expect(await lines(plain.map((item) => `${JSON.stringify(item)}\n`).join(""), cuts)).toEqual(plain);
        const text = plain.map((item) => `event: é\ndata: ${JSON.stringify(item)}\r\n\r\n`).join("");
        expect(await events(text, cuts)).toEqual(plain.map((data) => ({ event: "é", data })));
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it("gives each item when it arrives", async () => {
    const go: (() => void)[] = [];
    const stream = await streamed(jsonLines, async (response) => {
      for (const item of [1, 2, 3]) {
        response.write(`${item}\n`);
        await new Promise<void>((resolve) => go.push(resolve));
      }
      response.end();
    });
    const got: unknown[] = [];
    // The next one is sent only when the one before has been taken.
    for await (const item of stream) {
      got.push(item);
      go.shift()?.();
    }
    expect(got).toEqual([1, 2, 3]);
  });

  it.each<[how: string, leave: (stream: Stream) => Promise<unknown>]>([
    [
      "the loop is left",
      async (stream) => {
        for await (const item of stream) if (item === 1) break;
      },
    ],
    ["it is not wanted any more", (stream) => stream.cancel()],
  ])("ends the request when %s", async (_, leave) => {
    let closed: Promise<unknown> | undefined;
    const stream = await streamed(jsonLines, (response) => {
      closed = new Promise((resolve) => response.on("close", resolve));
      response.write("1\n2\n");
    });
    await leave(stream);
    await closed;
    expect(await itemsOf(stream)).toEqual([]);
  });

  it("is asked for again until it begins, and never after that", async () => {
    let asked = 0;
    const stream = await streamed(jsonLines, (response) => {
      asked += 1;
      if (asked === 1) return response.writeHead(503).end();
      return response.write("1\n", () => setTimeout(() => response.destroy(), 20));
    });
    const got: unknown[] = [];
    await expect(async () => {
      for await (const item of stream) got.push(item);
    }).rejects.toBeInstanceOf(ConnectionError);
    expect([got, asked]).toEqual([[1], 2]);
  });

  it("is not cut off by the limit of an attempt, once it has begun", async () => {
    let goOn = (): void => {};
    const slow: Answer = (response) => {
      response.write("1\n");
      goOn = () => response.end("2\n");
    };
    const got: unknown[] = [];
    for await (const item of await streamed(jsonLines, slow, { timeout: { attempt: 400, total: 60_000 } })) {
      got.push(item);
      await new Promise((resolve) => setTimeout(resolve, 500));
      goOn();
    }
    expect(got).toEqual([1, 2]);
  });

  it("ends at the limit of the whole call, and at the caller's signal", async () => {
    const silent: Answer = (response) => response.write("1\n");
    const late = await streamed(jsonLines, silent, { timeout: { total: 1000 } });
    await expect(itemsOf(late)).rejects.toBeInstanceOf(TimeoutError);
    const controller = new AbortController();
    const stopped = await streamed(jsonLines, silent, { signal: controller.signal });
    await expect(async () => {
      for await (const _ of stopped) controller.abort();
    }).rejects.toBeInstanceOf(AbortError);
  });

  it("of an answer without a body is empty", async () => {
    const stream = await streamed(textEvents, (response) => response.writeHead(204).end());
    expect(await itemsOf(stream)).toEqual([]);
  });
});
