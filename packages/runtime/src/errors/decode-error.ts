import { ClientwrightError, hide, told, type CallFacts } from "./base.js";
import { masked } from "./masked.js";
import type { SuccessStatus } from "./status.js";

/** What a `DecodeError` is made of. */
export interface DecodeErrorDetails {
  readonly response: Response;
  /** What is wrong, in a few words that quote nothing of the body. */
  readonly reason: string;
  /** The body, of which the first 200 characters are kept. */
  readonly text: string;
  readonly requestId: string | undefined;
  readonly cause?: unknown;
}

/** The answer was a success by its status, but its body is not what the document says: empty, cut, HTML. */
export class DecodeError extends ClientwrightError {
  declare readonly name: "DecodeError";
  /** HTTP status of the answer. An unregistered 2xx is rare enough to leave out of the type, which has to narrow. */
  declare readonly status: SuccessStatus;
  /** Media type that the answer claims. */
  declare readonly contentType: string | undefined;
  /** The service's id of the request, from its answer's headers. */
  declare readonly requestId: string | undefined;
  /** The first 200 characters of the body. Not shown by `toJSON`. */
  declare readonly preview: string;
  /** The answer, for its headers. Not shown by `toJSON`. */
  declare readonly response: Response;

  constructor(facts: CallFacts, { response, reason, text, requestId, cause }: DecodeErrorDetails) {
    const contentType = response.headers.get("content-type") ?? undefined;
    const what = `${response.status} with a body that ${reason} (${contentType ?? "no content type"})`;
    super(told(what, facts, requestId), facts, cause);
    hide(this, { preview: text.slice(0, 200), response });
    Object.assign(this, {
      status: response.status,
      contentType: masked(contentType, facts),
      requestId: masked(requestId, facts),
    });
  }

  override get "~kind"(): string {
    return "ClientwrightError/DecodeError";
  }
}
