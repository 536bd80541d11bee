import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startServer, type MockServer } from "../server/start.js";
import { parcels } from "../testing/parcels.js";
import { faults } from "./faults.js";
import { mockApi } from "./mock-api.js";

const servers: MockServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const OtherBytes: Uint8ArrayConstructor = runInNewContext("Uint8Array");
const path = "/v1/parcels/7?api_key=q";
const answer = { body: { id: "7", weight: 3 } };
const whole = JSON.stringify(answer.body);

/** One request to a mock, in process or through a real port. */
const ways: readonly [string, (mock: ReturnType<typeof mockApi>, init?: RequestInit) => Promise<Response>][] =
  [
    ["in process", (mock, init) => mock.fetch(`https://parcels.example${path}`, init)],
    [
      "over a port",
      async (mock, init) => {
        const server = await startServer(mock);
        servers.push(server);
        return fetch(`${server.url}${path}`, init);
      },
    ],
  ];

describe.each(ways)("%s", (_, ask) => {
  it("an answer arrives whole", async () => {
    const response = await ask(mockApi(parcels).on("getParcel", answer));
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      200,
      "application/json",
      whole,
    ]);
  });

  it("an answer arrives whole where TextEncoder belongs to another realm, as in jsdom", async () => {
    const Other: typeof TextEncoder = class extends TextEncoder {
      override encode(text?: string): ReturnType<TextEncoder["encode"]> {
        return Reflect.construct(OtherBytes, [super.encode(text)]);
      }
    };
    vi.stubGlobal("TextEncoder", Other);
    const response = await ask(mockApi(parcels).on("getParcel", answer));
    vi.unstubAllGlobals();
    expect(await response.text()).toBe(whole);
  });

  it("a refused connection has no answer", async () => {
    const error: unknown = await ask(mockApi(parcels).on("getParcel", faults.refused())).catch(
      (one: unknown) => one,
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toHaveProperty(
      "cause.code",
      expect.stringMatching(/^(ECONNREFUSED|ECONNRESET|UND_ERR_SOCKET)$/),
    );
  });

  it("a reset ends the body with an error", async () => {
    const response = await ask(mockApi(parcels).on("getParcel", faults.reset(answer)));
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  it("a truncated body looks whole", async () => {
    const response = await ask(mockApi(parcels).on("getParcel", faults.truncated(answer)));
    expect(await response.text()).toBe(whole.slice(0, Math.ceil(whole.length / 2)));
  });

  it("a gateway's page, another type, nothing", async () => {
    const mock = mockApi(parcels).on("getParcel", [
      faults.html(),
      faults.wrongType("text/csv", answer),
      faults.empty(503),
    ]);
    const page = await ask(mock);
    expect([page.status, await page.text()]).toEqual([502, expect.stringContaining("<h1>502</h1>")]);
    const other = await ask(mock);
    expect([other.headers.get("content-type"), await other.text()]).toEqual(["text/csv", whole]);
    const empty = await ask(mock);
    expect([empty.status, await empty.text()]).toEqual([503, ""]);
  });

  it("a rate limit has its headers", async () => {
    const date = new Date(Date.UTC(2024, 0, 1));
    const limit = faults.rateLimited({
      retryAfter: date,
      retryAfterMs: 5,
      reset: 9,
      headers: { "x-ratelimit-name": "n" },
    });
    const { status, headers } = await ask(mockApi(parcels).on("getParcel", limit));
    const names = ["retry-after", "retry-after-ms", "x-ratelimit-reset", "x-ratelimit-name"];
    expect([status, ...names.map((name) => headers.get(name))]).toEqual([
      429,
      "Mon, 01 Jan 2024 00:00:00 GMT",
      "5",
      "9",
      "n",
    ]);
  });

  it("slow headers and a slow body wait for a promise", async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    let arrived = false;
    const slow = ask(mockApi(parcels).on("getParcel", faults.slowHeaders(gate, answer))).then((response) => {
      arrived = true;
      return response;
    });
    const response = await ask(mockApi(parcels).on("getParcel", faults.slowBody(gate, answer)));
    expect(arrived).toBe(false);
    open();
    expect([await response.text(), await (await slow).text()]).toEqual([whole, whole]);
  });

  it.each([
    ["headers", faults.slowHeaders()],
    ["body", faults.slowBody(undefined, answer)],
  ])("an abort ends the wait for a slow %s", async (_part, fault) => {
    const controller = new AbortController();
    const mock = mockApi(parcels).on("getParcel", () => {
      queueMicrotask(() => controller.abort(new Error("enough")));
      return fault;
    });
    const asked = ask(mock, { signal: controller.signal }).then((response) => response.text());
    await expect(asked).rejects.toThrow("enough");
  });
});

describe("a server", () => {
  it("tells a refused request, and an answer that may not leave", async () => {
    const server = await startServer(mockApi(parcels).on("getParcel", { body: {} }));
    servers.push(server);
    const refused = await fetch(`${server.url}/v1/parcels/7`);
    expect([refused.status, await refused.text()]).toEqual([
      501,
      expect.stringContaining("credential-missing"),
    ]);
    const unsent = await fetch(`${server.url}${path}`);
    expect([unsent.status, await unsent.text()]).toEqual([
      500,
      expect.stringContaining("must have required property"),
    ]);
  });

  it("reads a gzip body, and judges headers that come twice", async () => {
    const mock = mockApi(parcels);
    const server = await startServer(mock);
    servers.push(server);
    const packed = new Response(JSON.stringify({ weight: 4 })).body?.pipeThrough(
      new CompressionStream("gzip"),
    );
    const headers = {
      "x-key": "k",
      "x-trace": "1",
      "content-type": "application/json",
      "content-encoding": "gzip",
    };
    const body = await new Response(packed ?? null).arrayBuffer();
    const response = await fetch(`${server.url}/v1/parcels`, { method: "POST", headers, body });
    expect(response.status).toBe(202);
    expect(mock.requests[0]?.body).toEqual({ weight: 4 });
  });

  it("says that a port is taken", async () => {
    const server = await startServer(mockApi(parcels));
    servers.push(server);
    await expect(startServer(mockApi(parcels), { port: Number(new URL(server.url).port) })).rejects.toThrow(
      "EADDRINUSE",
    );
  });
});
