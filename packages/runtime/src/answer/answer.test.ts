import { describe, expect, it } from "vitest";
import { DecodeError } from "../errors/decode-error.js";
import type { OperationDefinition } from "../operation.js";
import type { CallOptions } from "../options.js";
import { loopback } from "../testing/loopback.js";
import { sampleClient, sampleOperation } from "../testing/sample.js";
import { blobAnswer } from "./blob.js";
import { jsonAnswer } from "./json.js";
import { none } from "./none.js";
import { textAnswer } from "./text.js";

type Body = string | Uint8Array;

/** What a call gives for an answer. */
async function got(
  answers: OperationDefinition["answers"],
  status: number,
  type: string | undefined,
  body: Body | readonly Body[],
  options: CallOptions = {},
): Promise<unknown> {
  const server = await loopback((response) => {
    response.writeHead(status, type === undefined ? {} : { "content-type": type });
    if (typeof body === "string" || body instanceof Uint8Array) return response.end(body);
    for (const chunk of body) response.write(chunk);
    return response.end();
  });
  return sampleOperation({ answers })(sampleClient(server.url, { retry: 0 }), undefined, options);
}

const asJson = { 200: jsonAnswer };
const html = "<html><body>502</body></html>";

describe("jsonAnswer", () => {
  const values: [what: string, type: string | undefined, body: Body, want: unknown][] = [
    ["JSON", "application/json", '{"a":1}', { a: 1 }],
    ["a vendor's JSON type", "application/vnd.api+json", '{"data":null}', { data: null }],
    ["JSON that is called something else", "text/html", "[1]", [1]],
    ["JSON that is called nothing", undefined, '"x"', "x"],
    ["a byte order mark", "application/json", "\uFEFF{}", {}],
    ["null", "application/json", "null", null],
    ["UTF-8", "application/json; charset=utf-8", '"é😀"', "é😀"],
    [
      "a property named __proto__",
      "application/json",
      '{"__proto__":{"x":1}}',
      JSON.parse('{"__proto__":{"x":1}}'),
    ],
  ];
  for (const [what, type, body, want] of values) {
    it(`reads ${what}`, async () => expect(await got(asJson, 200, type, body)).toEqual(want));
  }

  const broken: [what: string, type: string | undefined, body: Body, message: RegExp][] = [
    [
      "an empty body",
      "application/json",
      "",
      /200 with a body that is empty \(application\/json\) from GET \/parcels \(listParcels\)/,
    ],
    ["white space", undefined, " \n", /is empty \(no content type\)/],
    ["truncated JSON", "application/json", '{"secret": [1, 2', /is not valid JSON \(application\/json\)/],
    ["a page", "text/html", html, /is not valid JSON \(text\/html\)/],
  ];
  for (const [what, type, body, message] of broken) {
    it(`fails on ${what}, once, with what came`, async () => {
      const error: unknown = await got(asJson, 200, type, body, { retry: 2 }).catch(
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(DecodeError);
      expect(error).toMatchObject({
        status: 200,
        contentType: type,
        preview: body,
        attempts: 1,
        message: expect.stringMatching(message),
      });
    });
  }

  it("keeps the first 200 characters of what it cannot read", async () => {
    await expect(got(asJson, 200, undefined, "x".repeat(1000))).rejects.toMatchObject({
      preview: "x".repeat(200),
    });
  });

  it("uses the caller's parseJson, and keeps its error as the cause", async () => {
    expect(await got(asJson, 200, undefined, "{}", { parseJson: (text) => `read ${text}` })).toBe("read {}");
    const mine = new Error("mine");
    const parseJson = (): never => {
      throw mine;
    };
    await expect(got(asJson, 200, undefined, "{}", { parseJson })).rejects.toMatchObject({
      name: "DecodeError",
      cause: mine,
    });
  });
});

describe("none", () => {
  for (const body of ["", "{}", '{"data":null}', html, '{"cut', "x".repeat(1_000_000)]) {
    it(`never reads ${body.length} bytes that begin with ${body.slice(0, 6)}`, async () => {
      expect(await got({ 202: none }, 202, "application/json", body)).toBeUndefined();
    });
  }

  it("does not mind a body that breaks off", async () => {
    const server = await loopback((response) =>
      response.writeHead(202, { "content-length": "100" }).write("{", () => response.destroy()),
    );
    const answer = await sampleOperation({ answers: { 202: none } })(
      sampleClient(server.url),
      undefined,
    ).withResponse();
    expect([answer.data, answer.attempts]).toEqual([undefined, 1]);
  });
});

describe("the other decoders", () => {
  it("read text and bytes", async () => {
    expect(await got({ 200: textAnswer }, 200, "text/csv", "a;é")).toBe("a;é");
    const blob = (await got({ 200: blobAnswer }, 200, "image/png", new Uint8Array([137, 0]))) as Blob;
    expect([blob.type, [...new Uint8Array(await blob.arrayBuffer())]]).toEqual(["image/png", [137, 0]]);
  });
});

describe("the choice of a decoder", () => {
  it("goes from the status to its range, to default, to another success", async () => {
    const answers = { 200: jsonAnswer, "2XX": textAnswer };
    expect(await got(answers, 200, undefined, "1")).toBe(1);
    expect(await got(answers, 206, undefined, "1")).toBe("1");
    expect(await got({ 202: jsonAnswer, default: textAnswer }, 201, undefined, "1")).toBe("1");
    expect(await got({ 200: jsonAnswer }, 201, undefined, "1")).toBe(1);
    expect(await got({ 200: jsonAnswer, 202: none }, 204, undefined, "")).toBeUndefined();
    expect(await got({}, 200, undefined, html)).toBeUndefined();
  });

  it("promises no value that an empty answer does not have", async () => {
    for (const status of [204, 205]) {
      await expect(got({ 200: jsonAnswer }, status, undefined, "")).rejects.toMatchObject({
        name: "DecodeError",
        status,
        message: expect.stringContaining("is empty"),
      });
    }
  });

  it("takes a documented status that is not 2xx as a success", async () => {
    expect(await got({ 304: none }, 304, undefined, "")).toBeUndefined();
    await expect(got({ 200: jsonAnswer }, 304, undefined, "")).rejects.toMatchObject({ status: 304 });
  });
});
