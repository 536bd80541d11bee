import { ClientwrightError, told, type CallFacts } from "./base.js";
import { masked } from "./masked.js";

/**
 * No complete answer arrived: the name was not found, the connection was refused, reset or cut in the middle of the body,
 * or `fetch` failed in another way. `cause` is what `fetch` threw.
 */
export class ConnectionError extends ClientwrightError {
  declare readonly name: "ConnectionError";
  /** The system's code, such as `ECONNREFUSED`, where the platform tells it (Node, Deno and Bun do, browsers do not). */
  declare readonly code: string | undefined;
  /** No complete answer, so no status: it is here so that a union of errors can be narrowed by `status`. */
  declare readonly status: undefined;

  /** @param secrets - Taken out of what the message repeats of the cause's. */
  constructor(facts: CallFacts, cause: unknown, secrets: readonly string[] = []) {
    const code = systemCode(cause);
    const reason = code ?? masked(innermost(cause), secrets);
    super(told(`No connection${reason && ` (${reason})`}: call`, facts), facts, cause);
    this.code = code;
  }

  override get "~kind"(): string {
    return "ClientwrightError/ConnectionError";
  }
}

// Node's fetch throws a TypeError that hides the system's error in `cause`, at times two levels deep.
function systemCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, cause }: { readonly code?: unknown; readonly cause?: unknown } = error;
  return typeof code === "string" ? code : systemCode(cause);
}

// Where there is no code, the last cause says what "fetch failed" does not.
function innermost(error: unknown): string {
  return error instanceof Error ? innermost(error.cause) || error.message : "";
}
