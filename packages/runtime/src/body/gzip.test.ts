import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { loopback, sendJson } from "../testing/loopback.js";
import { sampleClient, sampleOperation } from "../testing/sample.js";
import { sent } from "../testing/sent.js";
import { binary } from "./binary.js";
import { json } from "./json.js";

describe("gzip", () => {
  const long = { text: "ö".repeat(2000) };

  it("compresses large bodies of every kind", async () => {
    for (const [codec, value, plain] of [
      [json, long, JSON.stringify(long)],
      [binary(), new Blob(["x".repeat(1024)]), "x".repeat(1024)],
      [binary(), new Blob(["short"]).stream(), "short"],
    ] as const) {
      const { headers, body } = await sent(codec, value, { compress: "gzip" });
      expect(headers["content-encoding"]).toBe("gzip");
      expect(gunzipSync(body).toString()).toBe(plain);
    }
  });

  it("compresses what is left of a stream", async () => {
    const rest = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of ["first", "second"]) controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    });
    const reader = rest.getReader();
    await reader.read();
    reader.releaseLock();
    const { body } = await sent(binary(), rest, { compress: "gzip" });
    expect(gunzipSync(body).toString()).toBe("second");
  });

  it("leaves what is encoded already as it is", async () => {
    const zipped = gzipSync(long.text);
    const { headers, body } = await sent(binary(), zipped, {
      compress: "gzip",
      headers: { "Content-Encoding": "gzip" },
    });
    expect(headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(body).toString()).toBe(long.text);
  });

  it("leaves small bodies alone, and all where it is not asked for", async () => {
    for (const [value, options] of [
      [{ a: 1 }, { compress: "gzip" }],
      [long, {}],
      [long, { compress: false }],
    ] as const) {
      const { headers, body } = await sent(json, value, options);
      expect(headers).not.toHaveProperty("content-encoding");
      expect(JSON.parse(body.toString())).toEqual(value);
    }
  });

  it("sends the same bytes again in a retry", async () => {
    const server = await loopback((response, _, n) => sendJson(response, n ? 200 : 503, {}));
    await sampleOperation({ method: "PUT", body: json })(sampleClient(server.url), long, {
      compress: "gzip",
    });
    const [first, second] = server.received.map(({ body }) => body.toString("base64"));
    expect(second).toBe(first);
  });
});
