import { present } from "../options.js";

/** State of a rate limit as the headers of an answer tell it. Each part is there only if a header tells it. */
export interface RateLimit {
  /** Requests allowed in one period. */
  readonly limit?: number;
  /** Requests left in this period. */
  readonly remaining?: number;
  /** Length of the period in seconds. */
  readonly period?: number;
  /** Milliseconds from the arrival of the answer until the period ends. */
  readonly resetAfter?: number;
  /** The service's name for the limit. */
  readonly name?: string;
}

/**
 * Reads `X-RateLimit-*`, `RateLimit-*` and the structured `RateLimit` field (IETF httpapi-ratelimit-headers drafts).
 *
 * @param now - As for `serverTime`, for a reset given as a point in time.
 * @returns `undefined` when no such header is there.
 */
export function readRateLimit(headers: Headers, now: number): RateLimit | undefined {
  const structured = headers.get("ratelimit") ?? "";
  const read = (name: string): string | null =>
    headers.get(`ratelimit-${name}`) ?? headers.get(`x-ratelimit-${name}`);
  let reset = amount(read("reset") ?? /\bt=(\d+)/.exec(structured)?.[1]);
  if (reset) {
    // Most senders count seconds from now, some give the Unix time in seconds or in milliseconds. No period of a rate limit
    // lasts 30 years, and no clock shows a date before 2001, so the size of the number tells which it is.
    const since = reset < 1e9 ? 0 : serverTime(headers, now);
    reset = Math.max(0, (reset < 1e11 ? reset * 1000 : reset) - since);
  }
  const found = present({
    limit: amount(read("limit")),
    remaining: amount(read("remaining") ?? /\br=(\d+)/.exec(structured)?.[1]),
    period: amount(read("period")),
    resetAfter: reset,
    name: read("name") ?? undefined,
  });
  return Object.keys(found).length ? found : undefined;
}

/** A number that is not negative, the first where a header came more than once; `undefined` for anything else. */
export function amount(text: string | null | undefined): number | undefined {
  const value = Number(text?.split(",")[0]?.trim() || Number.NaN);
  return value >= 0 && value < Infinity ? value : undefined;
}

/**
 * When the answer was made, in milliseconds since 1970: what its `Date` says, so that a wrong local clock does no harm.
 *
 * @param now - What the local clock says.
 */
export function serverTime(headers: Headers, now: number): number {
  return Date.parse(headers.get("date") ?? "") || now;
}
