import { silent, type Logger, type LogMethod } from "./logger.js";

/** From the most to the least talkative. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** What `createLogger` takes. */
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
  to?: Readonly<Record<LogLevel, LogMethod>> | undefined;
  /** Names of headers whose values may be shown beside those that always are; of others only the name is. */
  headers?: readonly string[] | undefined;
  /**
   * Shows bodies that are text. They can hold anything, keys too.
   * @default false
   */
  bodies?: boolean | undefined;
}

const LEVELS: readonly LogLevel[] = ["debug", "info", "warn", "error"];

// Headers that hold no secret and help to understand a failure. A list of secret ones would never be complete.
const SHOWN =
  /^(accept|content-(type|length|encoding)|user-agent|date|server|via|age|retry-after(-ms)?|(x-)?ratelimit(-\w+)?|(x-)?request-id|x-correlation-id)$/;
const TEXT = /^(text\/|application\/([\w.+-]*\+)?(json|xml|x-www-form-urlencoded))/;

/** Makes a logger that writes from one level up, with headers and, if asked for, bodies. */
export function createLogger({
  level = "info",
  to = console,
  headers = [],
  bodies = false,
}: LoggerOptions = {}): Logger {
  const names = new Set(headers.map((name) => name.toLowerCase()));
  const at = (one: LogLevel): LogMethod =>
    LEVELS.indexOf(one) < LEVELS.indexOf(level) ? silent[one] : (message, facts) => to[one](message, facts);
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    // Headers and bodies belong to entries of this level only.
    ...(level === "debug" && {
      describe: async (message: Request | Response, body?: unknown) => ({
        headers: shown(message.headers, names),
        ...(bodies && { body: await bodyText(message, body) }),
      }),
    }),
  };
}

function shown(headers: Headers, more: ReadonlySet<string>): Record<string, string> {
  const values: Record<string, string> = {};
  headers.forEach((value, name) => {
    values[name] = SHOWN.test(name) || more.has(name) ? value : "[redacted]";
  });
  return values;
}

async function bodyText(message: Request | Response, sent: unknown): Promise<string | undefined> {
  if (message instanceof Request) return typeof sent === "string" ? sent : undefined;
  if (!TEXT.test(message.headers.get("content-type") ?? "")) return undefined;
  // A copy that breaks off says no more than the answer itself, which fails in its own place.
  return message
    .clone()
    .text()
    .catch(() => undefined);
}
