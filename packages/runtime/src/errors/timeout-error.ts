import { ClientwrightError, told, type CallFacts } from "./base.js";

/** A time limit of the call ran out: of one attempt, or of the whole call with its retries and waits. */
export class TimeoutError extends ClientwrightError {
  declare readonly name: "TimeoutError";
  /** Which limit: that of one attempt or that of the whole call. */
  declare readonly scope: "attempt" | "total";
  /** The limit in milliseconds. */
  declare readonly limit: number;
  /** No answer, so no status: it is here so that a union of errors can be narrowed by `status`. */
  declare readonly status: undefined;

  constructor(facts: CallFacts, scope: "attempt" | "total", limit: number, cause?: unknown) {
    const which = scope === "total" ? "in all" : "in one attempt";
    super(told(`No complete answer within ${limit} ms ${which}`, facts), facts, cause);
    this.scope = scope;
    this.limit = limit;
  }

  override get "~kind"(): string {
    return "ClientwrightError/TimeoutError";
  }
}
