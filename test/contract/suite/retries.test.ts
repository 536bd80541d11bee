// When a call is sent again, what the service may ask for, and that the second request is the first one again.
import { faults } from "@clientwright/testing";
import { describe, expect, it } from "vitest";
import { asOptions, credentialsOf } from "../credentials.ts";
import { plainInput } from "../examples.ts";
import { type AnyCall, loadSubject } from "../subject.ts";
import { useMock } from "../use-mock.ts";

const subject = await loadSubject();
const mock = useMock(subject);
const client = subject.createClient({
  ...asOptions(credentialsOf(subject.document)),
  fetch: mock.fetch,
  retry: { limit: 2, minDelay: 1 },
});
const operations = subject.operations.map((operation) => ({
  id: operation.id,
  input: plainInput(operation, subject.document),
  mayRepeat: subject.rawOperation(operation.id)["x-clientwright-idempotency"] !== "none",
}));

const failures = [
  { what: "a refused connection", reply: faults.refused() },
  { what: "a gateway's page", reply: faults.html(502) },
  { what: "a rate limit", reply: faults.rateLimited({ retryAfterMs: 1 }) },
  { what: "an unavailable service", reply: faults.html(503) },
  { what: "a lost answer", reply: faults.reset({ status: 504, body: { errors: [] }, check: false }) },
];

describe.each(operations)("$id", ({ id, input, mayRepeat }) => {
  const call = (options: object = {}): AnyCall => subject.call("function", client, id, input, options);

  it("is safe to repeat by the document", () => {
    expect(mayRepeat).toBe(true);
  });

  it.each(failures)("is sent again, as it was, after $what", async ({ reply }) => {
    mock.once(id, reply);
    const { attempts } = await call().withResponse();
    expect(attempts).toBe(2);
    const [first, second] = mock.requests.map(({ target, body, headers }) => ({
      target,
      body,
      headers: [...headers],
    }));
    expect(second).toEqual(first);
  });

  it("is sent as often as allowed, and then fails with the last answer", async () => {
    mock.on(id, faults.html(503));
    await expect(call()).rejects.toMatchObject({ status: 503, attempts: 3 });
    expect(mock.requests).toHaveLength(3);
  });

  it.each([400, 401, 403, 404, 409, 413, 501])("is not sent again after %i", async (status) => {
    mock.on(id, { status, body: { errors: [] }, check: false });
    await expect(call()).rejects.toMatchObject({ status, attempts: 1 });
  });

  const hour = 3_600_000;
  it.each([
    ["retry-after-ms", { retryAfterMs: hour }],
    ["Retry-After in seconds", { retryAfter: 3600 }],
    ["Retry-After as a date", { retryAfter: new Date(Math.ceil((Date.now() + hour) / 1000) * 1000 + 1000) }],
    ["X-RateLimit-Reset in seconds", { reset: 3600 }],
    ["X-RateLimit-Reset as Unix time", { reset: Math.ceil((Date.now() + hour) / 1000) + 1 }],
  ])("fails at once when %s asks for more than is waited for", async (_, limit) => {
    mock.on(id, faults.rateLimited(limit));
    const error: unknown = await call().then(undefined, (one: unknown) => one);
    expect(subject.isA("RateLimitError", error)).toBe(true);
    expect(error).toMatchObject({ attempts: 1, status: 429 });
    // A date is told against this machine's clock, and the suite may have taken minutes to come here.
    const { retryAfter }: { readonly retryAfter: number } = Object(error);
    expect(retryAfter).toBeGreaterThan(hour / 2);
    expect(retryAfter).toBeLessThan(hour + 10_000);
  });

  it("an abort ends the wait between two attempts", async () => {
    const controller = new AbortController();
    mock.on(id, faults.rateLimited({ retryAfterMs: 20_000 }));
    const onRetry = (): void => queueMicrotask(() => controller.abort(new Error("enough")));
    const error: unknown = await call({ signal: controller.signal, retry: { onRetry } }).then(
      undefined,
      (one: unknown) => one,
    );
    expect(subject.isA("AbortError", error)).toBe(true);
    expect(mock.requests).toHaveLength(1);
  });
});
