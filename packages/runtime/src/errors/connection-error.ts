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
    const chain = causes(cause);
    const code = chain.map((one) => one.code).find((one) => typeof one === "string");
    // Where there is no code, the last cause says what "fetch failed" does not.
    const reason =
      code ?? chain.map((one) => one.message).findLast((one) => typeof one === "string" && one) ?? "";
    super(told(`No connection${reason && ` (${reason})`}: call`, facts), facts, cause);
    this.code = code;
  }

  override get "~kind"(): string {
    return "ClientwrightError/ConnectionError";
  }
}

interface Cause {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
}

// Node's fetch throws a TypeError that hides the system's error in `cause`, at times two levels deep. A chain may lead
// back to where it began.
function causes(error: unknown): readonly Cause[] {
  const chain: Cause[] = [];
  for (let one = error as Cause; typeof one === "object" && one && chain.length < 9; one = one.cause as Cause)
    chain.push(one);
  return chain;
}
