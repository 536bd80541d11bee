import { silent, type Logger, type LogMethod } from "./logger.js";
import { quietly } from "./quietly.js";

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
   * Shows bodies that are text, of an answer the first 65,536 characters. They can hold anything, keys too. Bodies that the
   * caller reads as they come, as events or with `asResponse()`, are not shown.
   * @default false
   */
  bodies?: boolean | undefined;
}

const LEVELS: readonly LogLevel[] = ["debug", "info", "warn", "error"];

// Headers that hold no secret and help to understand a failure. A list of secret ones would never be complete.
const SHOWN =
  /^(accept|content-(type|length|encoding)|user-agent|date|server|via|age|retry-after(-ms)?|(x-)?ratelimit(-\w+)?|(x-)?request-id|x-correlation-id)$/;
/** Characters of an answer. What is longer is cut, so that one without an end is not kept. */
const LONGEST_TEXT = 65_536;
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
  if (sent === null || !TEXT.test(message.headers.get("content-type") ?? "")) return undefined;
  const reader = message.clone().body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  try {
    while (reader && text.length <= LONGEST_TEXT) {
      const { done, value } = await reader.read();
      if (done) return text;
      text += value;
    }
    // Not waited for: it is over when the answer is.
    void quietly(() => reader?.cancel());
    return reader && `${text.slice(0, LONGEST_TEXT)}…`;
  } catch {
    // A copy that breaks off says no more than the answer itself, which fails in its own place.
    return undefined;
  }
}
