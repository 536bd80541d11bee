import type { ApiError } from "../errors/api-error.js";
import type { ConnectionError } from "../errors/connection-error.js";
import type { TimeoutError } from "../errors/timeout-error.js";

/** What `RetryOptions.onRetry` is told. */
export interface RetryEvent {
  /** Why the attempt failed. With `asResponse()` the body of its answer is not read. */
  readonly error: ApiError | ConnectionError | TimeoutError;
  /** Number of the attempt that failed, from 1. */
  readonly attempt: number;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
}

/** When a failed attempt is made again. */
export interface RetryOptions {
  /**
   * Attempts after the first.
   * @default 2
   */
  limit?: number | undefined;
  /**
   * Statuses that are worth another attempt. Network faults and attempts that ran out of time always are.
   * @default [408, 429, 500, 502, 503, 504]
   */
  statuses?: readonly number[] | undefined;
  /**
   * Milliseconds: the first wait is between 0 and this, the next between 0 and twice this, and so on.
   * @default 500
   */
  minDelay?: number | undefined;
  /**
   * Milliseconds: the longest wait. A service that asks for a longer one is not waited for: the call fails at once
   * and its error has `retryAfter`.
   * @default 30000
   */
  maxDelay?: number | undefined;
  /**
   * Whether the call may be sent twice.
   * @default what the document says of the operation
   */
  idempotent?: boolean | undefined;
  /** Called before each wait. What it throws ends the call; a promise that it gives is not waited for, whatever becomes of it. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
}

/** `RetryOptions` with its defaults. */
export interface RetrySettings {
  readonly limit: number;
  readonly statuses: readonly number[];
  readonly minDelay: number;
  readonly maxDelay: number;
  readonly idempotent?: boolean | undefined;
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
}
