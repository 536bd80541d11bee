import { ClientwrightError, told, type CallFacts } from "./base.js";

/** The caller's `signal` ended the call. `cause` is the signal's reason. */
export class AbortError extends ClientwrightError {
  declare readonly name: "AbortError";
  /** No answer, so no status: it is here so that a union of errors can be narrowed by `status`. */
  declare readonly status: undefined;

  constructor(facts: CallFacts, reason: unknown) {
    super(told("Aborted: call", facts), facts, reason);
  }

  override get "~kind"(): string {
    return "ClientwrightError/AbortError";
  }
}
