import { ApiError } from "./api-error.js";

/**
 * 429: too many requests (RFC 6585, section 4), after the retries are spent or at once when the wait would be longer
 * than `retry.maxDelay`. `retryAfter` says how many milliseconds to wait, `rateLimit` what the limit is.
 */
export class RateLimitError<Body = unknown> extends ApiError<429, Body> {
  declare readonly name: "RateLimitError";

  override get "~kind"(): string {
    return "ClientwrightError/ApiError/RateLimitError";
  }
}
