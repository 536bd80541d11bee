import { ApiError } from "../errors/api-error.js";
import { ConnectionError } from "../errors/connection-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { RetrySettings } from "./options.js";
import { backoff } from "./policy.js";

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
 * Milliseconds until the next attempt: what the service asks for, else the backoff.
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
  const asked = error instanceof ApiError ? error.retryAfter : undefined;
  const delay = asked ?? backoff(attempt, minDelay, maxDelay, random);
  return delay > maxDelay ? undefined : delay;
}
