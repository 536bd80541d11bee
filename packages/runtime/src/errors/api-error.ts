import type { RateLimit } from "../retry/rate-limit.js";
import { ClientwrightError, hide, told, type CallFacts } from "./base.js";
import { masked } from "./masked.js";

/** What an `ApiError` is made of. */
export interface ApiErrorDetails<Status extends number = number, Body = unknown> {
  readonly status: Status;
  /** The answer; its body has been read, unless the call was made with `asResponse()`. */
  readonly response: Response;
  readonly body: Body | undefined;
  readonly bodyText: string;
  readonly messages: readonly string[];
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly rateLimit: RateLimit | undefined;
  /** Why the body could not be read to its end. */
  readonly cause?: unknown;
}

/**
 * The service answered with a status that is not a success.
 *
 * `status` narrows a union of these errors: after `error.status === 403`, `error.body` has the type documented for 403.
 */
export class ApiError<Status extends number = number, Body = unknown> extends ClientwrightError {
  declare readonly name: "ApiError" | "RateLimitError";
  /** HTTP status (RFC 9110, section 15). */
  declare readonly status: Status;
  /** What the body says, as texts, in one shape for all error bodies. Empty when it says nothing readable. */
  declare readonly messages: readonly string[];
  /** The service's id of the request, from its answer's headers. */
  declare readonly requestId: string | undefined;
  /** Milliseconds the service asks to wait before the next try, if it asks. */
  declare readonly retryAfter: number | undefined;
  /** State of the rate limit, if the answer's headers tell it. */
  declare readonly rateLimit: RateLimit | undefined;
  /** The parsed JSON body; `undefined` when the body was not JSON (a gateway's HTML page). Not shown by `toJSON`. */
  declare readonly body: Body | undefined;
  /** The body as text. Not shown by `toJSON`. */
  declare readonly bodyText: string;
  /** The answer, for its headers. Not shown by `toJSON`. */
  declare readonly response: Response;

  constructor(facts: CallFacts, details: ApiErrorDetails<Status, Body>) {
    const { response, body, bodyText, cause, ...shown } = details;
    const { status, messages, requestId, retryAfter } = shown;
    const why = messages.length ? `: ${messages.join("; ").slice(0, 500)}` : "";
    const redirect = /^3(?!04)/.test(`${status}`) ? ": redirects are not followed" : "";
    const wait = retryAfter === undefined ? "" : ` (try again in ${retryAfter} ms)`;
    const what = `${status} ${response.statusText}`.trim();
    super(told(what, facts, requestId, why + redirect + wait), facts, cause);
    hide(this, { body, bodyText, response });
    Object.assign(this, shown, { requestId: masked(requestId, facts) });
  }

  override get "~kind"(): string {
    return "ClientwrightError/ApiError";
  }
}
