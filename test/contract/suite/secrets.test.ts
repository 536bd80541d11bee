// No error, and no client, ever shows a credential.
import { type AnyReply, faults } from "@clientwright/testing";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { asOptions, credentialsOf } from "../credentials.ts";
import { plainInput } from "../examples.ts";
import { loadSubject } from "../subject.ts";
import { useMock } from "../use-mock.ts";

const subject = await loadSubject();
const mock = useMock(subject);
const credentials = credentialsOf(subject.document);
const operations = subject.operations.map((operation) => ({
  id: operation.id,
  input: plainInput(operation, subject.document),
}));

const settings = { ...asOptions(credentials), fetch: mock.fetch, retry: false };
/** A service that repeats in its answer what it was sent. */
const repeat: AnyReply = ({ headers }) => {
  const sent = credentials.flatMap(({ header: [name], secret }) =>
    headers.get(name)?.includes(secret) ? [secret] : [],
  );
  return { status: 403, body: { errors: [`no: ${sent.join(" ")}`] }, check: false };
};
const failures = [
  { what: "a refused request that repeats the keys", reply: repeat, options: {}, kind: "ApiError", sent: 1 },
  { what: "a rate limit", reply: faults.rateLimited(), options: {}, kind: "RateLimitError", sent: 1 },
  { what: "a gateway's page", reply: faults.html(403), options: {}, kind: "ApiError", sent: 1 },
  { what: "a service that is gone", reply: faults.refused(), options: {}, kind: "ConnectionError", sent: 1 },
  { what: "an ended call", reply: {}, options: { signal: AbortSignal.abort() }, kind: "AbortError", sent: 0 },
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
  it.each(all)("$id: $what", async ({ id, input, reply, options, kind, sent, what }) => {
    mock.on(id, reply);
    const client = subject.createClient({ ...settings, ...options });
    const outcome = await subject.call("function", client, id, input).result();
    const error = outcome.ok ? undefined : outcome.error;
    expect(subject.isA(kind, error)).toBe(true);
    // The credentials were sent, so that there was something to keep.
    expect(mock.requests).toHaveLength(sent);
    const wire = JSON.stringify(mock.requests.map(({ headers }) => [...headers]));
    expect(credentials.filter(({ secret }) => wire.includes(secret)).length > 0).toBe(sent > 0);
    const text = shown(error);
    expect(text).toContain(id);
    const told = what.includes("repeats") ? String(error) : text;
    for (const { secret } of credentials) expect(told).not.toContain(secret);
  });

  it("nor does a client", () => {
    const client = subject.createClient(settings);
    const printed = [inspect(client, { depth: Infinity }), JSON.stringify(client), String(client)].join("\n");
    for (const { secret } of credentials) expect(printed).not.toContain(secret);
  });
});
