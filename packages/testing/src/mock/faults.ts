import type { RawAnswer } from "./reply.js";

/**
 * Something that goes wrong between a client and a service. `kind` says what:
 *
 * - `refused`: the connection ends before there is an answer.
 * - `reset`: it ends in the middle of the body.
 * - `truncated`: the body ends early and looks whole to HTTP, as behind a careless proxy.
 * - `raw`: an answer that is sent as it is, whatever the document says.
 * - `slow-headers` and `slow-body`: the answer, or the second half of its body, waits.
 */
export interface Fault {
  readonly kind: "refused" | "reset" | "truncated" | "raw" | "slow-headers" | "slow-body";
  /** What is sent, as far as it is. Left out: what would have been sent without the fault. */
  readonly answer?: RawAnswer;
  readonly until?: Promise<unknown>;
}

/** What a rate limit tells; each part is a header of its own. */
export interface RateLimitFault {
  /** `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3). */
  readonly retryAfter?: number | Date;
  /** `retry-after-ms`: milliseconds. */
  readonly retryAfterMs?: number;
  /** `X-RateLimit-Reset`: seconds, or Unix time in seconds, as the service does it. */
  readonly reset?: number;
  /** Others, such as `x-ratelimit-name`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Faults to reply with: `api.once(operation, faults.reset())`. */
export const faults: {
  /** No connection: `fetch` rejects as for `ECONNREFUSED`; a server hangs up before it answers. */
  refused(): Fault;
  /** The connection breaks when half of the body has arrived. */
  reset(answer?: RawAnswer): Fault;
  /** Half of the body, and then the end as if that were all. */
  truncated(answer?: RawAnswer): Fault;
  /** A gateway's page. @param status - Default 502. */
  html(status?: number): Fault;
  /** The usual answer under another `Content-Type`. @param mediaType - Default `text/plain`. */
  wrongType(mediaType?: string, answer?: RawAnswer): Fault;
  /** A status and nothing else. */
  empty(status: number): Fault;
  /** 429 with its headers and the body that the document gives it. */
  rateLimited(limit?: RateLimitFault): Fault;
  /** No answer before a promise comes true; for ever without one. An abort of the client ends it. */
  slowHeaders(until?: Promise<unknown>, answer?: RawAnswer): Fault;
  /** Headers and half of the body at once, the rest when a promise comes true; never without one. */
  slowBody(until?: Promise<unknown>, answer?: RawAnswer): Fault;
} = {
  refused: () => ({ kind: "refused" }),
  reset: (answer) => ({ kind: "reset", ...given(answer) }),
  truncated: (answer) => ({ kind: "truncated", ...given(answer) }),
  html: (status = 502) => ({
    kind: "raw",
    answer: {
      status,
      headers: { "content-type": "text/html" },
      text: `<!doctype html><title>${status}</title><h1>${status}</h1>`,
      check: false,
    },
  }),
  wrongType: (mediaType = "text/plain", answer = {}) => ({
    kind: "raw",
    answer: { ...answer, headers: { ...answer.headers, "content-type": mediaType }, check: false },
  }),
  empty: (status) => ({ kind: "raw", answer: { status, text: "", check: false } }),
  rateLimited: ({ retryAfter, retryAfterMs, reset, headers } = {}) => ({
    kind: "raw",
    answer: {
      status: 429,
      check: false,
      headers: {
        ...headers,
        ...(retryAfter === undefined
          ? {}
          : { "retry-after": retryAfter instanceof Date ? retryAfter.toUTCString() : String(retryAfter) }),
        ...(retryAfterMs === undefined ? {} : { "retry-after-ms": String(retryAfterMs) }),
        ...(reset === undefined ? {} : { "x-ratelimit-reset": String(reset) }),
      },
    },
  }),
  slowHeaders: (until = never(), answer) => ({ kind: "slow-headers", until, ...given(answer) }),
  slowBody: (until = never(), answer) => ({ kind: "slow-body", until, ...given(answer) }),
};

export function isFault(reply: object): reply is Fault {
  return "kind" in reply;
}

function given(answer: RawAnswer | undefined): { readonly answer?: RawAnswer } {
  return answer === undefined ? {} : { answer };
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
