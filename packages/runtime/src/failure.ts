import { ApiError, type ApiErrorDetails } from "./errors/api-error.js";
import type { CallFacts } from "./errors/base.js";
import { ConnectionError } from "./errors/connection-error.js";
import { masked } from "./errors/masked.js";
import { errorMessages } from "./errors/messages.js";
import { RateLimitError } from "./errors/rate-limit-error.js";
import { requestId } from "./request-id.js";
import { requestedDelay } from "./retry/policy.js";
import { readRateLimit } from "./retry/rate-limit.js";

/**
 * Makes the error of an answer whose status is not a success.
 *
 * @param raw - Leaves the body unread.
 * @param secrets - Taken out of the texts of the error, should the service repeat them.
 */
export async function readFailure(
  response: Response,
  facts: CallFacts,
  raw: boolean,
  secrets: readonly string[],
): Promise<ApiError | ConnectionError> {
  const { status, headers } = response;
  let bodyText = "";
  try {
    if (!raw) bodyText = await response.text();
  } catch (cause) {
    // The status alone would hide that its explanation was cut off; retried alike in most cases.
    return new ConnectionError(facts, cause, secrets);
  }
  const body = parsed(bodyText);
  const now = Date.now();
  const details: ApiErrorDetails = {
    status,
    response,
    body,
    bodyText,
    messages: errorMessages(body ?? plainText(headers, bodyText)).map((text) => masked(text, secrets)),
    requestId: requestId(headers),
    retryAfter: requestedDelay(status, headers, now),
    rateLimit: readRateLimit(headers, now),
  };
  return status === 429
    ? new RateLimitError(facts, { ...details, status }, secrets)
    : new ApiError(facts, details, secrets);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// The page of a gateway says nothing that its status does not; a line of plain text does.
function plainText(headers: Headers, text: string): string | undefined {
  return headers.get("content-type")?.startsWith("text/plain") ? text : undefined;
}
