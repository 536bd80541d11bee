import type { DecodeTools } from "./answer/decoder.js";
import { ApiError } from "./errors/api-error.js";
import type { CallFacts } from "./errors/base.js";
import { masked } from "./errors/masked.js";
import { errorMessages } from "./errors/messages.js";
import { RateLimitError } from "./errors/rate-limit-error.js";
import { requestId } from "./request-id.js";
import { requestedDelay } from "./retry/policy.js";
import { readRateLimit } from "./retry/rate-limit.js";

/**
 * Makes the error of an answer whose status is not a success. A body that breaks off changes nothing of it: status and
 * headers have arrived, and they say whether and when to try again.
 *
 * @param parseJson - `undefined` leaves the body unread.
 */
export async function readFailure(
  response: Response,
  facts: CallFacts,
  parseJson: DecodeTools["parseJson"] | undefined,
): Promise<ApiError> {
  const { status, headers } = response;
  let bodyText = "";
  let body: unknown;
  let cause: unknown;
  if (parseJson) {
    try {
      bodyText = await response.text();
    } catch (error) {
      cause = error;
    }
    try {
      body = parseJson(bodyText);
    } catch {
      // Many a gateway answers with a page.
    }
  }
  const now = Date.now();
  const Kind = status === 429 ? RateLimitError : ApiError;
  // The page of a gateway says nothing that its status does not; a line of plain text does.
  const isText = headers.get("content-type")?.startsWith("text/plain");
  return new (Kind as typeof ApiError)(facts, {
    status,
    response,
    body,
    bodyText,
    messages: errorMessages(body ?? (isText && bodyText)).map((text) => masked(text, facts)),
    requestId: requestId(headers),
    retryAfter: requestedDelay(status, headers, now),
    rateLimit: readRateLimit(headers, now),
    cause,
  });
}
