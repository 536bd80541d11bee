import { amount, readRateLimit, serverTime } from "./rate-limit.js";

/**
 * How long the service asks to wait, in milliseconds: `retry-after-ms`, `Retry-After` in seconds or as a date
 * (RFC 9110, section 10.2.3), then, on 429 alone, the reset of the rate limit. The last counts on 429 only because many
 * services send it with every answer, where it says nothing about a failure.
 *
 * @param now - As for `serverTime`.
 * @returns `undefined` when the answer does not say, or says nonsense.
 */
export function requestedDelay(status: number, headers: Headers, now: number): number | undefined {
  const milliseconds = amount(headers.get("retry-after-ms"));
  if (milliseconds !== undefined) return milliseconds;
  const retryAfter = headers.get("retry-after") ?? "";
  const seconds = amount(retryAfter);
  if (seconds !== undefined) return Math.ceil(seconds * 1000);
  // A number was handled above: what Date.parse makes of "-5" is not a date anyone meant.
  const date = /[a-z]/i.test(retryAfter) ? Date.parse(retryAfter) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - serverTime(headers, now));
  return status === 429 ? readRateLimit(headers, now)?.resetAfter : undefined;
}
