import { describe, expect, it } from "vitest";
import { ApiError } from "./errors/api-error.js";
import { RateLimitError } from "./errors/rate-limit-error.js";
import { parseLosslessJson } from "./lossless-json.js";
import { loopback, sendJson, type Answer } from "./testing/loopback.js";
import { sampleClient, sampleOperation } from "./testing/sample.js";

const list = sampleOperation();

/** Answers with less than it says, and hangs up. */
const cut =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json", "content-length": "100", ...headers });
    response.write('{"errors":["ha', () => response.destroy());
  };

describe("a failure whose body breaks off", () => {
  it("keeps its status and what its headers ask for", async () => {
    const server = await loopback(cut(429, { "retry-after": "100", "x-request-id": "r1" }));
    const error: unknown = await list(sampleClient(server.url), undefined).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfter: 100_000, requestId: "r1", body: undefined, attempts: 1 });
    expect(error).toHaveProperty("cause", expect.any(Error));
    expect(server.received).toHaveLength(1);
  });

  it("is not tried again where its status is final", async () => {
    const server = await loopback(cut(403));
    await expect(list(sampleClient(server.url), undefined)).rejects.toBeInstanceOf(ApiError);
    expect(server.received).toHaveLength(1);
  });

  it("is tried again where its status passes", async () => {
    const server = await loopback((response, request, n) =>
      n ? sendJson(response, 200, "ok") : cut(503)(response, request, n),
    );
    expect(await list(sampleClient(server.url), undefined)).toBe("ok");
  });
});

it("reads the body of a failure with the caller's parseJson", async () => {
  const server = await loopback((response) => response.writeHead(409).end('{"id":12345678901234567890}'));
  const client = sampleClient(server.url, { parseJson: parseLosslessJson });
  await expect(list(client, undefined)).rejects.toMatchObject({ body: { id: 12345678901234567890n } });
});
