import type { Logger } from "./logger.js";
import type { Middleware } from "./middleware.js";
import type { PartialAnswer } from "./paging/partial.js";
import type { RetryOptions, RetrySettings } from "./retry/options.js";

/** A secret as text, or a function that gives it, asked before every attempt so that it can rotate. */
export type Credential = string | (() => string | Promise<string>);

/** Sends one request. The platform's own `fetch` is one. */
export type Fetch = (request: Request) => Promise<Response>;

/** Time limits in milliseconds. `Infinity` means none. */
export interface TimeoutOptions {
  /**
   * Of one attempt, from sending it until its body is read. With `asResponse()`, until the headers have arrived.
   * @default 60000
   */
  attempt?: number | undefined;
  /**
   * Of the whole call: attempts, waits between them, and the body.
   * @default Infinity
   */
  total?: number | undefined;
}

/** Options that every call takes, and the client for all its calls. */
export interface CallOptions {
  /** Ends the call: what is sent, what is waited for, and the reading of a body. */
  signal?: AbortSignal | undefined;
  /**
   * Time limits in milliseconds; a number limits each attempt.
   * @default { attempt: 60000, total: Infinity }
   */
  timeout?: number | TimeoutOptions | undefined;
  /**
   * What is tried again, how often and when; a number is the number of retries, `false` means none.
   * @default 2
   */
  retry?: number | false | RetryOptions | undefined;
  /** More headers to send. `null` removes one that would be sent. Those of a call win over the client's. */
  headers?: Headers | Readonly<Record<string, string | null | undefined>> | undefined;
  /**
   * Sends the request.
   * @default globalThis.fetch
   */
  fetch?: Fetch | undefined;
  /** Wrapped around every attempt, the client's outside of the call's. */
  middleware?: readonly Middleware[] | undefined;
  /**
   * Is told what happens; `console` is one.
   * @default none
   */
  logger?: Logger | undefined;
  /**
   * Compresses the body (RFC 1952) when it has 1 KiB or more and the platform can.
   * @default none
   */
  compress?: "gzip" | false | undefined;
  /**
   * Reads the JSON text of an answer, synchronously.
   * @default JSON.parse
   */
  parseJson?: ((text: string) => unknown) | undefined;
  /**
   * What happens when an answer says that it holds only a part of what was asked for, for operations whose document
   * describes such a sign: `"error"` throws a PartialAnswerError; a function is told.
   * @default the answer is given like any other
   */
  onPartial?: "error" | ((partial: PartialAnswer) => void) | undefined;
  /** Put in front of the user agent, such as `deploy-bot/2.1`; `null` leaves the platform's. Ignored in a browser. */
  userAgent?: string | null | undefined;
}

/** Options of a client. A generated package adds its credentials and server variables to them. */
export interface ClientOptions extends CallOptions {
  /** Where requests go, in place of the server that the document names: an http or https URL, a path is kept. */
  baseUrl?: string | undefined;
}

/** Options with the defaults filled in. */
export interface CallSettings extends Omit<CallOptions, "timeout" | "retry" | "middleware" | "headers"> {
  readonly timeout: { readonly attempt: number; readonly total: number };
  readonly retry: RetrySettings;
  readonly middleware: readonly Middleware[];
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string | null>>;
}

/** What a client has before it is told anything. */
export const defaults: CallSettings = {
  timeout: { attempt: 60_000, total: Infinity },
  retry: { limit: 2, statuses: [408, 429, 500, 502, 503, 504], minDelay: 500, maxDelay: 30_000 },
  middleware: [],
  headers: {},
};

/**
 * Puts options over settings: single values replace, headers and the parts of `timeout` and `retry` merge, middleware adds
 * up. Without anything to put over them, they are given back as they are.
 */
export function settle<Settings extends CallSettings>(
  base: Settings,
  over: CallOptions | undefined,
): Settings {
  if (!over) return base;
  const { timeout, retry, middleware, headers, ...others } = over;
  return {
    ...base,
    ...present(others),
    timeout: { ...base.timeout, ...present(typeof timeout === "number" ? { attempt: timeout } : timeout) },
    retry: {
      ...base.retry,
      ...present(typeof retry === "object" ? retry : { limit: retry === false ? 0 : retry }),
    },
    middleware: [...base.middleware, ...(middleware ?? [])],
    headers: {
      ...base.headers,
      ...present(headers && Symbol.iterator in headers ? Object.fromEntries(headers) : headers, (name) =>
        name.toLowerCase(),
      ),
    },
  };
}

/** The own properties that are not undefined: an option given as undefined is an option not given. */
export function present<T extends object>(
  options: T | undefined,
  nameOf = (name: string): string => name,
): Present<T> {
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options ?? {}))
    if (value !== undefined) given[nameOf(name)] = value;
  return given as Present<T>;
}

/** The same without undefined. */
export type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };
