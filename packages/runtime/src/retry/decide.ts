import { ApiError } from "../errors/api-error.js";
import { ConnectionError } from "../errors/connection-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { RetrySettings } from "./options.js";

/** Errors that another attempt may mend. */
export type RetryableError = ApiError | ConnectionError | TimeoutError;

/** Whether an error is of a kind that another attempt may mend: a network fault, a slow attempt, a passing status. */
export function isRetryable(error: unknown, { statuses }: RetrySettings): error is RetryableError {
  if (error instanceof ApiError) return statuses.includes(error.status);
  // Where the limit leaves no time, none will do.
  const isSlow = error instanceof TimeoutError && error.scope === "attempt" && error.limit > 0;
  return isSlow || error instanceof ConnectionError;
}

/**
 * Whole milliseconds until the next attempt: what the service asks for, else exponential backoff with full jitter, anywhere
 * between 0 and `minDelay` doubled for every attempt made, at most `maxDelay`.
 *
 * @param attempt - Attempts made, from 1.
 * @param random - A number from 0 up to, not including, 1.
 * @returns `undefined` when the service asks for more than the caller allows.
 */
export function delayBefore(
  error: RetryableError,
  attempt: number,
  { minDelay, maxDelay }: RetrySettings,
  random: number,
): number | undefined {
  // The others have none.
  const { retryAfter } = error as ApiError;
  const delay = retryAfter ?? Math.floor(random * Math.min(maxDelay, minDelay * 2 ** (attempt - 1)));
  return delay > maxDelay ? undefined : delay;
}
