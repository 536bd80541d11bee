import { describe, expect, it, vi } from "vitest";
import { textEvents } from "./answer/events.js";
import { json } from "./body/json.js";
import { ConnectionError } from "./errors/connection-error.js";
import { createLogger, type LogLevel, type LoggerOptions } from "./create-logger.js";
import { closedPort, loopback, sendJson } from "./testing/loopback.js";
import { sampleClient, sampleOperation } from "./testing/sample.js";

type Entry = [level: LogLevel, message: string, facts: Readonly<Record<string, unknown>>];

function recorder(): { entries: Entry[]; to: NonNullable<LoggerOptions["to"]> } {
  const entries: Entry[] = [];
  const at = (level: LogLevel) => (message: string, facts: Readonly<Record<string, unknown>>) =>
    void entries.push([level, message, facts]);
  return { entries, to: { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") } };
}

const operation = sampleOperation({
  id: "sendParcel",
  method: "POST",
  path: "/parcels/{id}",
  idempotency: "idempotent",
  security: [["key", "inQuery"]],
  params: [{ in: "path", name: "id" }],
  body: json,
});
const secrets = { apiKey: "key-4711", queryKey: "query-0815" };
const input = { id: "path-value", body: { note: "in request" } };

/** The entries of a call that is answered 503, then 200, or always 403. */
async function logged(options: LoggerOptions, fail = false): Promise<Entry[]> {
  const server = await loopback((response, _, n) =>
    sendJson(
      response,
      fail ? 403 : n ? 200 : 503,
      { note: "in answer", errors: ["no"] },
      { "x-hidden": "h", "x-request-id": "r", "x-more": "m" },
    ),
  );
  const { entries, to } = recorder();
  await operation(
    sampleClient(server.url, { ...secrets, logger: createLogger({ to, ...options }) }),
    input,
  ).result();
  // The copy of a body that is logged is read beside the answer.
  await vi.waitFor(() =>
    expect(entries.filter(([, message]) => /^\d+ from/.test(message)).length).toBe(
      options.level === "debug" ? server.received.length : 0,
    ),
  );
  return entries;
}

describe("a logger", () => {
  it("is told of attempts, answers and retries, with headers on the list only", async () => {
    const entries = await logged({ level: "debug", headers: ["X-More"] });
    expect(entries.map(([level, message]) => [level, message])).toEqual([
      ["debug", "POST /parcels/{id} (sendParcel)"],
      ["debug", "503 from POST /parcels/{id} (sendParcel)"],
      ["warn", expect.stringMatching(/^Another attempt in \d+ ms: 503 Service Unavailable from POST/)],
      ["debug", "POST /parcels/{id} (sendParcel)"],
      ["debug", "200 from POST /parcels/{id} (sendParcel)"],
    ]);
    expect(entries[0]?.[2]).toMatchObject({
      attempt: 1,
      headers: { "x-key": "[redacted]", accept: "application/json", "content-type": "application/json" },
    });
    expect(entries[4]?.[2]).toMatchObject({
      attempt: 2,
      duration: expect.any(Number),
      headers: { "x-hidden": "[redacted]", "x-request-id": "r", "x-more": "m" },
    });
    expect(JSON.stringify(entries)).not.toMatch(/4711|0815|path-value|in request|in answer|"h"/);
  });

  it("is told of the failure", async () => {
    const [entry, ...rest] = await logged({}, true);
    expect(rest).toEqual([]);
    expect(entry).toMatchObject(
      [
        "error",
        /^403 Forbidden from POST/,
        { name: "ApiError", status: 403, attempts: 1, operation: "sendParcel" },
      ].map((part) => (part instanceof RegExp ? expect.stringMatching(part) : part)),
    );
  });

  for (const [level, want] of [
    ["info", ["warn"]],
    ["warn", ["warn"]],
    ["error", []],
  ] as const) {
    it(`writes from ${level} up`, async () => {
      expect((await logged({ level })).map(([one]) => one)).toEqual(want);
    });
  }

  it("shows bodies when asked, and leaves the answer readable", async () => {
    const entries = await logged({ level: "debug", bodies: true });
    expect(entries.filter(([level]) => level === "debug").map(([, , { body }]) => body)).toEqual([
      '{"note":"in request"}',
      '{"note":"in answer","errors":["no"]}',
      '{"note":"in request"}',
      '{"note":"in answer","errors":["no"]}',
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/4711|0815/);
  });

  it("shows the body of a failure where a success is a stream", async () => {
    const server = await loopback((response) => sendJson(response, 404, "gone"));
    const { entries, to } = recorder();
    const logger = createLogger({ to, level: "debug", bodies: true });
    const follow = sampleOperation({ answers: { 200: textEvents } });
    await follow(sampleClient(server.url, { logger }), undefined).result();
    await vi.waitFor(() => expect(entries.map(([, , { body }]) => body)).toContain('"gone"'));
  });

  it("says what is wrong where a fetch gives nothing", async () => {
    const client = sampleClient("http://127.0.0.1:1", {
      logger: recorder().to,
      // @ts-expect-error -- that is the mistake
      fetch: async () => undefined,
    });
    await expect(sampleOperation()(client, undefined)).rejects.toThrow(/the option fetch gave no Response/);
  });

  it("cuts a long body of an answer", async () => {
    const server = await loopback((response) => sendJson(response, 200, "x".repeat(200_000)));
    const { entries, to } = recorder();
    const logger = createLogger({ to, level: "debug", bodies: true });
    expect(await sampleOperation()(sampleClient(server.url, { logger }), undefined)).toHaveLength(200_000);
    await vi.waitFor(() => expect(entries).toHaveLength(2));
    expect(entries[1]?.[2]["body"]).toMatch(/^"x{65535}…$/);
  });

  it("can be console", async () => {
    const server = await loopback((response) => sendJson(response, 200, {}));
    const debug = vi.spyOn(console, "debug").mockImplementation(() => {});
    await sampleOperation()(sampleClient(server.url, { logger: console }), undefined);
    expect(debug.mock.calls).toEqual([
      ["GET /parcels (listParcels)", { attempt: 1 }],
      ["200 from GET /parcels (listParcels)", { attempt: 1, duration: expect.any(Number) }],
    ]);
    debug.mockRestore();
  });

  it("that fails fails no call", async () => {
    const server = await loopback((response) => sendJson(response, 200, 1));
    const full = (): never => {
      throw new Error("disk full");
    };
    // What a log writes later may fail later.
    const later = async (): Promise<never> => full();
    for (const write of [full, later]) {
      const logger = { debug: write, info: write, warn: write, error: write };
      expect(await sampleOperation()(sampleClient(server.url, { logger }), undefined)).toBe(1);
      const failing = sampleClient(await closedPort(), { logger, retry: { limit: 1, minDelay: 1 } });
      await expect(sampleOperation()(failing, undefined)).rejects.toBeInstanceOf(ConnectionError);
    }
  });
});
