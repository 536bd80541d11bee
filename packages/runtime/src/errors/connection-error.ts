import { ClientwrightError, told, type CallFacts } from "./base.js";

/**
 * No complete answer arrived: the name was not found, the connection was refused, reset or cut in the middle of the body of
 * a success, or `fetch` failed in another way. `cause` is what `fetch` threw.
 */
export class ConnectionError extends ClientwrightError {
  declare readonly name: "ConnectionError";
  /** The system's code, such as `ECONNREFUSED`, where the platform tells it (Node, Deno and Bun do, browsers do not). */
  declare readonly code: string | undefined;
  /** No complete answer, so no status: it is here so that a union of errors can be narrowed by `status`. */
  declare readonly status: undefined;

  constructor(facts: CallFacts, cause: unknown) {
    let code: string | undefined;
    let said = "";
    let inner = cause;
    // Node's fetch throws a TypeError that hides the system's error in `cause`, at times two levels deep. A chain may lead
    // back to where it began.
    for (let depth = 0; depth < 9; depth += 1) {
      const one = Object(inner);
      if (typeof one.code === "string") code ??= one.code;
      // Where there is no code, the last cause says what "fetch failed" does not.
      if (typeof one.message === "string") said = one.message || said;
      inner = one.cause;
    }
    const reason = code ?? said;
    super(told(`No connection${reason && ` (${reason})`}: call`, facts), facts, cause);
    this.code = code;
  }

  override get "~kind"(): string {
    return "ClientwrightError/ConnectionError";
  }
}
