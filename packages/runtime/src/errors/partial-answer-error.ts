import type { PartialReason } from "../paging/partial.js";
import { requestId } from "../request-id.js";
import { ClientwrightError, hide, told, type CallFacts } from "./base.js";
import { masked } from "./masked.js";
import type { SuccessStatus } from "./status.js";

/**
 * The answer was a success, but it says of itself that it holds only a part of what was asked for. Thrown only where the
 * option `onPartial` is `"error"`.
 */
export class PartialAnswerError extends ClientwrightError {
  declare readonly name: "PartialAnswerError";
  /** HTTP status of the answer. */
  declare readonly status: SuccessStatus;
  /** The service's id of the request, from its answer's headers. */
  declare readonly requestId: string | undefined;
  /** What in the answer says so. Not shown by `toJSON`, where it could repeat a body. */
  declare readonly reasons: readonly PartialReason[];
  /** The whole body of the answer. Not shown by `toJSON`. */
  declare readonly data: unknown;

  constructor(facts: CallFacts, reasons: readonly PartialReason[], data: unknown, response: Response) {
    const id = requestId(response.headers);
    super(told(`Partial answer (${reasons.map(({ at }) => at).join(", ")})`, facts, id), facts);
    hide(this, { reasons, data });
    Object.assign(this, { status: response.status, requestId: masked(id, facts) });
  }

  override get "~kind"(): string {
    return "ClientwrightError/PartialAnswerError";
  }
}
