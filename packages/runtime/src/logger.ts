import { ClientwrightError, origin, type CallFacts } from "./errors/base.js";

/** From the most to the least talkative. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** Writes one entry: a short message and facts. */
export type LogMethod = (message: string, facts: Readonly<Record<string, unknown>>) => void;

/** Is told what happens in a call. `console` is one. */
export interface Logger {
  /** Each attempt's request and answer. */
  readonly debug: LogMethod;
  readonly info: LogMethod;
  /** Each retry. */
  readonly warn: LogMethod;
  /** Each call that failed for good. */
  readonly error: LogMethod;
  /** Names of headers whose values may be shown beside those that always are; all others are shown as `[redacted]`. */
  readonly headers?: readonly string[];
  /**
   * Shows the bodies that are text.
   * @default false
   */
  readonly bodies?: boolean;
}

/** What {@link createLogger} takes. */
export interface LoggerOptions {
  /**
   * What is less severe is not written.
   * @default "info"
   */
  level?: LogLevel | undefined;
  /**
   * Where entries go.
   * @default console
   */
  to?: Record<LogLevel, LogMethod> | undefined;
  /** See {@link Logger.headers}. */
  headers?: readonly string[] | undefined;
  /** See {@link Logger.bodies}. */
  bodies?: boolean | undefined;
}

const nothing = (): void => {};

/** Does nothing. */
export const silent: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Makes a logger that writes from one level up. */
export function createLogger({ level = "info", to = console, headers, bodies }: LoggerOptions = {}): Logger {
  const levels: readonly LogLevel[] = ["debug", "info", "warn", "error"];
  const method = (one: LogLevel): LogMethod =>
    levels.indexOf(one) < levels.indexOf(level) ? nothing : (message, facts) => to[one](message, facts);
  return {
    debug: method("debug"),
    info: method("info"),
    warn: method("warn"),
    error: method("error"),
    ...(headers && { headers }),
    ...(bodies !== undefined && { bodies }),
  };
}

// Headers that hold no secret and help to understand a failure. A list of secret ones would never be complete.
const SHOWN =
  /^(accept|content-(type|length|encoding)|user-agent|date|server|via|age|retry-after(-ms)?|(x-)?ratelimit(-\w+)?|(x-)?request-id|x-correlation-id)$/;

/** The headers as a log may show them: the names of all, the values of those on the list. */
export function shownHeaders(headers: Headers, { headers: more = [] }: Logger): Record<string, string> {
  const shown: Record<string, string> = {};
  headers.forEach((value, name) => {
    shown[name] = SHOWN.test(name) || more.some((one) => one.toLowerCase() === name) ? value : "[redacted]";
  });
  return shown;
}

/** Tells of a request that is about to be sent. */
export function logRequest(
  logger: Logger | undefined,
  facts: CallFacts,
  request: Request,
  body: unknown,
): void {
  logger?.debug(`${facts.method} ${facts.path} (${facts.operation})`, {
    attempt: facts.attempts,
    headers: shownHeaders(request.headers, logger),
    ...(logger.bodies && typeof body === "string" && { body }),
  });
}

/** Tells of an answer that arrived; with bodies, once a copy of its body has been read. */
export function logAnswer(
  logger: Logger | undefined,
  facts: CallFacts,
  response: Response,
  duration: number,
): void {
  if (!logger) return;
  const { headers, status } = response;
  const entry = { attempt: facts.attempts, duration, headers: shownHeaders(headers, logger) };
  const write = (body?: string): void =>
    logger.debug(`${status} ${origin(facts)}`, body === undefined ? entry : { ...entry, body });
  const isText = /^(text\/|application\/([\w.+-]*\+)?(json|xml))/.test(headers.get("content-type") ?? "");
  if (!logger.bodies || !isText) return write();
  response
    .clone()
    .text()
    .then(write, () => write());
}

/** Tells that an attempt failed and another follows. */
export function logRetry(logger: Logger | undefined, facts: CallFacts, delay: number, error: unknown): void {
  logger?.warn(`Another attempt in ${delay} ms: ${messageOf(error)}`, { attempt: facts.attempts, delay });
}

/** Tells that a call failed for good. */
export function logFailure(logger: Logger | undefined, facts: CallFacts, error: unknown): void {
  logger?.error(messageOf(error), error instanceof ClientwrightError ? error.toJSON() : { ...facts });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
