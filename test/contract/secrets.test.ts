import { inspect } from "node:util";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { asOptions, credentialsOf } from "./credentials.ts";
import { startLoopback } from "./loopback.ts";
import { requestCasesOf } from "./request-cases.ts";
import { quietEnvironment } from "./surroundings.ts";
import { loadSubject } from "./subject.ts";

const subject = await loadSubject();
const service = await startLoopback();
const gone = await startLoopback();
await gone.close();
const credentials = credentialsOf(subject.document);
const operations = [...subject.operations].flatMap(([operationId, operation]) =>
  requestCasesOf(operationId, operation, credentials).slice(0, 1),
);

afterAll(() => service.close());
beforeEach(() => quietEnvironment(subject.document));
afterEach(() => vi.unstubAllEnvs());

const settings = { ...asOptions(credentials), baseUrl: service.url, retry: false };
const html = { status: 403, headers: { "content-type": "text/html" }, body: "<p>no</p>" };
const json = { status: 403, headers: { "content-type": "application/json" }, body: '{"errors":["no"]}' };
const failures = [
  { what: "a refused request", answer: json, options: {}, kind: "ApiError", sent: 1 },
  { what: "a rate limit", answer: { ...json, status: 429 }, options: {}, kind: "RateLimitError", sent: 1 },
  { what: "a gateway's page", answer: html, options: {}, kind: "ApiError", sent: 1 },
  {
    what: "a service that is gone",
    answer: json,
    options: { baseUrl: gone.url },
    kind: "ConnectionError",
    sent: 0,
  },
  {
    what: "an ended call",
    answer: json,
    options: { signal: AbortSignal.abort() },
    kind: "AbortError",
    sent: 0,
  },
];
const all = operations.flatMap((one) => failures.map((failure) => ({ ...one, ...failure })));

/** Every text that can be reached from a value by its own properties, hidden ones too. */
function reachable(value: unknown, seen: Set<unknown> = new Set()): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  return Reflect.ownKeys(value).flatMap((key) => [String(key), ...reachable(Reflect.get(value, key), seen)]);
}

function shown(value: unknown): string {
  const printed = inspect(value, { depth: Infinity, showHidden: true });
  return [String(value), JSON.stringify(value), printed, ...reachable(value)].join("\n");
}

describe("an error never shows a credential", () => {
  it.each(all)("$operationId: $what", async ({ operationId, input, answer, options, kind, sent }) => {
    service.answerWith(answer);
    const client = subject.createClient({ ...settings, ...options });
    const outcome = await subject.call("function", client, operationId, input).result();
    const error = outcome.ok ? undefined : outcome.error;
    expect(subject.isA(kind, error)).toBe(true);
    // The credentials were sent, so that there was something to keep.
    expect(service.received).toHaveLength(sent);
    const wire = JSON.stringify(service.received);
    expect(credentials.filter(({ secret }) => wire.includes(secret)).length > 0).toBe(sent > 0);
    const text = shown(error);
    expect(text).toContain(operationId);
    for (const { secret } of credentials) expect(text).not.toContain(secret);
  });

  it("nor does a client", () => {
    const client = subject.createClient(settings);
    const printed = [inspect(client, { depth: Infinity }), JSON.stringify(client), String(client)].join("\n");
    for (const { secret } of credentials) expect(printed).not.toContain(secret);
  });
});
