import { ClientwrightError, origin, type CallFacts } from "./errors/base.js";
import { quietly } from "./quietly.js";

/** Writes one entry: a short message and facts. */
export type LogMethod = (message: string, facts: Readonly<Record<string, unknown>>) => void;

/**
 * Is told what happens in a call. `console` is one; `createLogger` makes one with a level, that shows headers too.
 *
 * Entries hold the method, path template, status, times and counts: never a value of a path or a query, a key or,
 * unless asked for, a body. A log that fails fails no call.
 */
export interface Logger {
  /** Each attempt's request and answer. */
  readonly debug: LogMethod;
  readonly info: LogMethod;
  /** Each retry. */
  readonly warn: LogMethod;
  /** Each call that failed for good. */
  readonly error: LogMethod;
  /**
   * More facts of a request or an answer, which it must leave as it is. Without it none are given.
   *
   * @param body - Of a request: what is sent. Of an answer: null where the caller reads the body as it comes, so that no copy
   * may be taken; it would keep the answer from being let go.
   */
  readonly describe?: (
    message: Request | Response,
    body?: unknown,
  ) => Promise<Readonly<Record<string, unknown>>>;
}

const nothing = (): void => {};

/** Does nothing. */
export const silent: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Tells of a request that is about to be sent, or of an answer that arrived. */
export function logMessage(
  logger: Logger,
  facts: CallFacts,
  message: Request | Response | undefined,
  { body, ...more }: { readonly body?: unknown; readonly duration?: number },
): void {
  const from = message && "status" in message ? `${message.status} from ` : "";
  const attempt = facts.attempts;
  void quietly(async () => {
    const described = message && (await logger.describe?.(message, body));
    return logger.debug(from + origin(facts), {
      attempt,
      ...more,
      ...described,
    });
  });
}

/** Tells that an attempt failed and another follows. */
export function logRetry(
  logger: Logger | undefined,
  { attempts }: CallFacts,
  delay: number,
  { message }: Error,
): void {
  void quietly(() =>
    logger?.warn(`Another attempt in ${delay} ms: ${message}`, { attempt: attempts, delay }),
  );
}

/** Tells that a call failed for good. */
export function logFailure(logger: Logger | undefined, facts: CallFacts, error: unknown): void {
  const own = error instanceof ClientwrightError;
  // What a middleware threw may hold anything, so its message is not repeated.
  void quietly(() =>
    logger?.error(
      own ? error.message : `Failed: call from ${origin(facts)}`,
      own ? error.toJSON() : { ...facts },
    ),
  );
}
