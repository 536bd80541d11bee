import { describe, expect, it } from "vitest";
import { loopback, sendJson, type Received } from "../testing/loopback.js";
import { sampleClient, sampleOperation } from "../testing/sample.js";
import { sent } from "../testing/sent.js";
import { binary } from "./binary.js";
import { form } from "./form.js";
import { json, jsonAs } from "./json.js";
import { multipart } from "./multipart.js";
import { text } from "./text.js";

describe("json", () => {
  it("keeps milliseconds, drops undefined and inherited, and names its media type", async () => {
    const value: object = Object.assign(Object.create({ evil: 1 }), {
      at: new Date(1500),
      gone: undefined,
      none: null,
    });
    const { headers, body } = await sent(json, value);
    expect([headers["content-type"], body.toString()]).toEqual([
      "application/json",
      '{"at":"1970-01-01T00:00:01.500Z","none":null}',
    ]);
    const patch = await sent(jsonAs("application/merge-patch+json"), [1]);
    expect([patch.headers["content-type"], patch.body.toString()]).toEqual([
      "application/merge-patch+json",
      "[1]",
    ]);
  });

  it("refuses an invalid date with its place, however deep", async () => {
    const value = { data: [{ start: null }, { start: new Date("never") }] };
    await expect(sent(json, value)).rejects.toThrow(
      new TypeError("listParcels: The body.data.1.start is Invalid Date, which JSON has no text for"),
    );
    expect((await sent(json, { text: "null", date: null })).body.toString()).toBe(
      '{"text":"null","date":null}',
    );
  });

  it.each([
    [{ ratio: Number.NaN }, "The body.ratio is NaN, which JSON has no text for"],
    [[1, -Infinity], "The body.1 is -Infinity, which JSON has no text for"],
    [[1, undefined], "The body.1 is undefined, which JSON has no text for"],
    // oxlint-disable-next-line no-sparse-arrays
    [[1, , 3], "The body.1 is undefined, which JSON has no text for"],
    [{ list: [Symbol("s")] }, "The body.list.0 is Symbol(s), which JSON has no text for"],
    [[{ toJSON: () => undefined }], "The body.0 is [object Object], which JSON has no text for"],
  ])("refuses what JSON.stringify would turn into null: %o", async (value, message) => {
    await expect(sent(json, value)).rejects.toThrow(new TypeError(`listParcels: ${message}`));
  });

  it("writes what a value says of itself", async () => {
    const self = { none: null, toJSON: (): unknown => self };
    expect((await sent(json, [self, new URL("https://a.example/null")])).body.toString()).toBe(
      '[{"none":null},"https://a.example/null"]',
    );
  });

  it("refuses a cycle and a bigint", async () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    await expect(sent(json, cycle)).rejects.toThrow(TypeError);
    await expect(sent(json, { n: 1n })).rejects.toThrow(TypeError);
  });
});

describe("form", () => {
  it("writes fields as a server reads them", async () => {
    const { headers, body } = await sent(form(), {
      "a b": "c&d=é+ü",
      list: [1, 2],
      map: { x: 1 },
      maps: [{ y: 2 }],
      date: new Date(1),
      gone: undefined,
      none: null,
      yes: true,
    });
    expect(headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect([...new URLSearchParams(body.toString())]).toEqual([
      ["a b", "c&d=é+ü"],
      ["list", "1"],
      ["list", "2"],
      ["map", '{"x":1}'],
      ["maps", '{"y":2}'],
      ["date", "1970-01-01T00:00:00.001Z"],
      ["yes", "true"],
    ]);
  });

  it("follows the encoding of a field", async () => {
    const encoding = {
      csv: { style: "form", explode: false },
      deep: { style: "deepObject" },
      flat: { explode: true },
      pipes: { style: "pipeDelimited" },
      text: { contentType: "application/json" },
    } as const;
    const value = { csv: ["a", "b,c"], deep: { k: { l: 1 } }, flat: { m: 2 }, pipes: [3, 4], text: "t" };
    expect((await sent(form(encoding), value)).body.toString()).toBe(
      "csv=a,b%2Cc&deep%5Bk%5D%5Bl%5D=1&m=2&pipes=3%7C4&text=%22t%22",
    );
  });

  for (const value of ["a=1", [1], null, new Map([["a", 1]]), new URLSearchParams("a=1")]) {
    it(`refuses ${Object.prototype.toString.call(value)}`, async () => {
      await expect(sent(form(), value)).rejects.toThrow(/must be an object/);
    });
  }
});

describe("multipart", () => {
  /** The parts as another implementation reads them. */
  const read = ({ headers, body }: Received): Promise<FormData> =>
    new Response(new Uint8Array(body), {
      headers: { "content-type": headers["content-type"] ?? "" },
    }).formData();

  it("writes texts, lists, objects, files and bytes, and any server reads them", async () => {
    const received = await sent(multipart(), {
      'na"me\r\n': "text\r\n--é",
      list: ["a", 2, new Date(1)],
      map: { x: [1] },
      file: new File(["<svg/>"], 'a"b.svg', { type: "image/svg+xml" }),
      blob: new Blob(["b"]),
      bytes: new Uint8Array([0, 255]),
      gone: undefined,
      none: null,
    });
    expect(received.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=clientwright-\w+$/);
    const parts = await read(received);
    expect(parts.get('na"me\r\n')).toBe("text\r\n--é");
    expect(parts.getAll("list")).toEqual(["a", "2", "1970-01-01T00:00:00.001Z"]);
    expect(parts.get("map")).toBe('{"x":[1]}');
    const file = parts.get("file") as File;
    expect([file.name, file.type, await file.text()]).toEqual(['a"b.svg', "image/svg+xml", "<svg/>"]);
    const bytes = parts.get("bytes") as File;
    expect([bytes.type, [...new Uint8Array(await bytes.arrayBuffer())]]).toEqual([
      "application/octet-stream",
      [0, 255],
    ]);
    expect([parts.has("gone"), parts.has("none"), (parts.get("blob") as File).name]).toEqual([
      false,
      false,
      "blob",
    ]);
  });

  it("has a file name for a Blob that has an undefined one, as in Bun", async () => {
    const nameless = Object.assign(new Blob(["b"]), { name: undefined });
    const parts = await read(await sent(multipart(), { nameless }));
    expect((parts.get("nameless") as File).name).toBe("blob");
  });

  it("gives a part the media type, headers and style of its encoding", async () => {
    const { headers, body } = await sent(
      multipart(
        {
          meta: { contentType: "application/vnd.x+json", headers: { "X-Part": "1" } },
          image: { contentType: "image/png, image/jpeg" },
          csv: { style: "form", explode: false },
          share: { allowReserved: true },
          deep: { style: "deepObject" },
        },
        "multipart/mixed",
      ),
      {
        meta: "m",
        image: new Blob(["i"], { type: "image/jpeg" }),
        csv: ["a b", "c"],
        share: "50%25 a/b",
        deep: { k: "v=w" },
      },
    );
    const boundary = /^multipart\/mixed; boundary=(.*)$/.exec(headers["content-type"] ?? "")?.[1];
    expect(body.toString()).toBe(
      [
        `--${boundary}`,
        'Content-Disposition: form-data; name="meta"',
        "Content-Type: application/vnd.x+json",
        "X-Part: 1",
        "",
        '"m"',
        `--${boundary}`,
        'Content-Disposition: form-data; name="image"; filename="blob"',
        "Content-Type: image/jpeg",
        "",
        "i",
        `--${boundary}`,
        'Content-Disposition: form-data; name="csv"',
        "",
        "a b,c",
        `--${boundary}`,
        'Content-Disposition: form-data; name="share"',
        "",
        "50%25 a/b",
        `--${boundary}`,
        'Content-Disposition: form-data; name="deep[k]"',
        "",
        "v=w",
        `--${boundary}--`,
        "",
      ].join("\r\n"),
    );
  });

  it("can be sent again, and refuses a stream, which could not", async () => {
    const server = await loopback((response, _, n) => sendJson(response, n ? 200 : 503, {}));
    const upload = sampleOperation({ method: "PUT", body: multipart() });
    await upload(sampleClient(server.url), { file: new Blob(["x".repeat(100_000)]) });
    expect(server.received.map(({ body }) => body.length)).toEqual([
      server.received[0]?.body.length,
      server.received[0]?.body.length,
    ]);
    await expect(sent(multipart(), { file: new Blob(["x"]).stream() })).rejects.toThrow(/file is a stream/);
  });
});

describe("text and binary", () => {
  it("send what they are given", async () => {
    const plain = await sent(text(), "é");
    expect([plain.headers["content-type"], plain.body.toString()]).toEqual(["text/plain", "é"]);
    expect((await sent(text("text/csv"), 1)).headers["content-type"]).toBe("text/csv");
    await expect(sent(text(), {})).rejects.toThrow(/The body holds a value/);
    const bytes = new Uint8Array([1, 2, 3]);
    for (const value of [
      bytes,
      bytes.buffer,
      new Blob([bytes]),
      new Blob([bytes]).stream(),
      new DataView(bytes.buffer, 0, 3),
    ]) {
      const { headers, body } = await sent(binary(), value);
      expect([headers["content-type"], [...body]]).toEqual(["application/octet-stream", [1, 2, 3]]);
    }
    const png = new Blob([bytes], { type: "image/png" });
    expect((await sent(binary("image/*"), png)).headers["content-type"]).toBe("image/png");
    expect((await sent(binary("image/webp"), png)).headers["content-type"]).toBe("image/webp");
    await expect(sent(binary(), "text")).rejects.toThrow(/Blob, bytes or a stream/);
  });
});
