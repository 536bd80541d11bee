import type { Logger } from "./logger.js";

/** What the outcome of a call is, once it has one. */
export interface CallOutcome {
  /** Attempts made; 0 when nothing was sent. */
  readonly attempts: number;
  /** Status of the last answer, if there was one. */
  readonly status: number | undefined;
  /** What the call failed with; absent when it succeeded. */
  readonly error?: unknown;
}

/** What a middleware knows of the call its request belongs to. */
export interface MiddlewareContext {
  /** npm name and version of the package of the operation. */
  readonly api: { readonly name: string; readonly version: string };
  /** `operationId`. */
  readonly operation: string;
  /** HTTP method in capitals. */
  readonly method: string;
  /** Path template as the document writes it. */
  readonly path: string;
  /** Number of this attempt, from 1. */
  readonly attempt: number;
  /** The caller's logger, or one that does nothing. */
  readonly logger: Logger;
  /** Stands for the call: the same object in each of its attempts, so that it can be a key of a WeakMap. */
  readonly call: object;
  /** Has a function called once when the whole call has ended. What it throws changes nothing of the call. */
  onSettled(listener: (outcome: CallOutcome) => void): void;
}

/**
 * Wraps one attempt. It may change the request, answer without sending it, look at the answer, or send again. The first
 * in the list is the outermost.
 *
 * @param request - With all its headers, keys too.
 * @param next - Goes on with this or another request.
 */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  context: MiddlewareContext,
) => Promise<Response>;

/** Puts middleware around the sending. */
export function wrap(
  middleware: readonly Middleware[],
  send: (request: Request) => Promise<Response>,
  context: MiddlewareContext,
): (request: Request) => Promise<Response> {
  return middleware.reduceRight<(request: Request) => Promise<Response>>(
    (next, one) => async (request) => one(request, next, context),
    send,
  );
}
