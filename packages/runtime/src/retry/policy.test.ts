import { describe, expect, it } from "vitest";
import { ApiError } from "../errors/api-error.js";
import { ConnectionError } from "../errors/connection-error.js";
import { DecodeError } from "../errors/decode-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { defaults } from "../options.js";
import { bookSuccess, createBudget, takeRetry } from "./budget.js";
import { delayBefore, isRetryable } from "./decide.js";
import { requestedDelay } from "./policy.js";
import { readRateLimit } from "./rate-limit.js";

const now = Date.UTC(2026, 0, 1);
const inSeconds = (seconds: number): string => new Date(now + seconds * 1000).toUTCString();

describe("requestedDelay", () => {
  const cases: [
    what: string,
    headers: Record<string, string>,
    on429: number | undefined,
    on503: number | undefined,
  ][] = [
    ["nothing", {}, undefined, undefined],
    ["retry-after-ms", { "retry-after-ms": "250" }, 250, 250],
    ["retry-after-ms before Retry-After", { "retry-after-ms": "250", "retry-after": "9" }, 250, 250],
    ["Retry-After in seconds", { "retry-after": "2" }, 2000, 2000],
    ["Retry-After 0", { "retry-after": "0" }, 0, 0],
    ["Retry-After with a fraction", { "retry-after": "0.0015" }, 2, 2],
    ["Retry-After as a date", { "retry-after": inSeconds(7) }, 7000, 7000],
    ["a date that is over", { "retry-after": inSeconds(-7) }, 0, 0],
    [
      "a date against the answer's own clock",
      { "retry-after": inSeconds(60), date: inSeconds(55) },
      5000,
      5000,
    ],
    ["Retry-After that came twice", { "retry-after": "1, 1" }, 1000, 1000],
    ["nonsense", { "retry-after": "soon" }, undefined, undefined],
    ["a negative number", { "retry-after": "-5" }, undefined, undefined],
    ["an empty value", { "retry-after": "", "retry-after-ms": " " }, undefined, undefined],
    ["nonsense, then a reset", { "retry-after": "soon", "x-ratelimit-reset": "3" }, 3000, undefined],
    ["Retry-After before a reset", { "retry-after": "1", "x-ratelimit-reset": "3" }, 1000, 1000],
    ["X-RateLimit-Reset in seconds from now", { "x-ratelimit-reset": "3" }, 3000, undefined],
    [
      "RateLimit-Reset before X-RateLimit-Reset",
      { "ratelimit-reset": "4", "x-ratelimit-reset": "3" },
      4000,
      undefined,
    ],
    ["a reset as Unix time in seconds", { "x-ratelimit-reset": String(now / 1000 + 12) }, 12_000, undefined],
    ["a reset as Unix time in milliseconds", { "x-ratelimit-reset": String(now + 12) }, 12, undefined],
    ["a Unix time that is over", { "x-ratelimit-reset": String(now / 1000 - 1) }, 0, undefined],
    ["the structured field", { ratelimit: '"default";r=0;t=30' }, 30_000, undefined],
  ];
  for (const [what, headers, on429, on503] of cases) {
    it(what, () => {
      expect(requestedDelay(429, new Headers(headers), now)).toBe(on429);
      expect(requestedDelay(503, new Headers(headers), now)).toBe(on503);
    });
  }
});

describe("what is tried again", () => {
  const facts = { operation: "a", method: "GET", path: "/a", attempts: 1 };
  const answered = (status: number, retryAfter?: number): ApiError =>
    new ApiError(facts, {
      status,
      response: new Response(null, { status }),
      body: {},
      bodyText: "{}",
      messages: [],
      requestId: undefined,
      retryAfter,
      rateLimit: undefined,
    });
  const settings = defaults.retry;

  it("is 408, 429, 500, 502, 503, 504 of all statuses", () => {
    const retried = Array.from({ length: 300 }, (_, index) => index + 300).filter((status) =>
      isRetryable(answered(status), settings),
    );
    expect(retried).toEqual([408, 429, 500, 502, 503, 504]);
  });

  it("is a network fault and a slow attempt, not a total that ran out, a broken answer or an error of the program", () => {
    const response = new Response("x");
    expect(isRetryable(new ConnectionError(facts, new TypeError("x")), settings)).toBe(true);
    expect(isRetryable(new TimeoutError(facts, "attempt", 1), settings)).toBe(true);
    expect(isRetryable(new TimeoutError(facts, "total", 1), settings)).toBe(false);
    const decode = new DecodeError(facts, { response, reason: "is empty", text: "", requestId: undefined });
    expect(isRetryable(decode, settings)).toBe(false);
    expect(isRetryable(new TypeError("x"), settings)).toBe(false);
  });

  it("waits between 0 and the doubled delay, whatever the luck, and never beyond the longest", () => {
    for (let attempt = 1; attempt <= 70; attempt += 1) {
      const bound = Math.min(30_000, 500 * 2 ** (attempt - 1));
      for (const random of [0, 0.25, 0.5, 0.75, 1 - Number.EPSILON]) {
        const delay = delayBefore(answered(503), attempt, settings, random);
        expect(delay).toBe(Math.floor(random * bound));
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThan(bound);
      }
    }
  });

  it("waits as long as the service asks, up to the longest delay", () => {
    expect(delayBefore(answered(503, 1234), 1, settings, 0.5)).toBe(1234);
    expect(delayBefore(answered(503, 30_000), 1, settings, 0.5)).toBe(30_000);
    expect(delayBefore(answered(503, 30_001), 1, settings, 0.5)).toBeUndefined();
    expect(delayBefore(answered(503), 2, settings, 0.5)).toBe(500);
  });
});

describe("the budget", () => {
  it("stops a storm and is earned back by successes", () => {
    const budget = createBudget();
    let taken = 0;
    while (takeRetry(budget)) taken += 1;
    expect(taken).toBe(100);
    for (let success = 0; success < 5; success += 1) bookSuccess(budget, 0);
    expect([takeRetry(budget), takeRetry(budget)]).toEqual([true, false]);
    bookSuccess(budget, 2);
    expect([takeRetry(budget), takeRetry(budget), takeRetry(budget)]).toEqual([true, true, false]);
  });

  it("never holds more than it began with", () => {
    const budget = createBudget();
    bookSuccess(budget, 50);
    expect(budget.tokens).toBe(100);
  });
});

describe("readRateLimit", () => {
  it("reads each header into its part", () => {
    const headers = new Headers({
      "X-RateLimit-Limit": "300",
      "X-RateLimit-Remaining": "0",
      "X-RateLimit-Period": "3600",
      "X-RateLimit-Reset": "12",
      "X-RateLimit-Name": "search",
    });
    expect(readRateLimit(headers, now)).toEqual({
      limit: 300,
      remaining: 0,
      period: 3600,
      resetAfter: 12_000,
      name: "search",
    });
  });

  it("counts a point in time from the answer's own clock, as requestedDelay does", () => {
    const headers = new Headers({
      "x-ratelimit-reset": String(now / 1000 + 60),
      date: new Date(now).toUTCString(),
    });
    for (const local of [now, now + 3_600_000, now - 3_600_000]) {
      expect(readRateLimit(headers, local)).toEqual({ resetAfter: 60_000 });
      expect(requestedDelay(429, headers, local)).toBe(60_000);
    }
  });

  it("gives the parts that are there and nothing for none", () => {
    expect(readRateLimit(new Headers({ ratelimit: '"burst";r=7;t=1' }), now)).toEqual({
      remaining: 7,
      resetAfter: 1000,
    });
    expect(readRateLimit(new Headers({ "x-ratelimit-limit": "many" }), now)).toBeUndefined();
    expect(readRateLimit(new Headers({ "content-type": "a/b" }), now)).toBeUndefined();
  });
});
