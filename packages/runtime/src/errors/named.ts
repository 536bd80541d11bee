import { ClientwrightError, type CallFacts } from "./base.js";

/**
 * Puts the facts of a call into what its plan threw, and its operation before the message: the stack does not lead to the
 * caller.
 */
export function nameCall(error: unknown, facts: CallFacts): void {
  try {
    if (error instanceof ClientwrightError) Object.assign(error, facts);
    if (!(error instanceof Error)) return;
    const { message, stack } = error;
    const prefix = `${facts.operation}: `;
    if (message.startsWith(prefix)) return;
    error.message = prefix + message;
    // The stack begins with the message as it was.
    if (stack !== undefined) error.stack = stack.replace(message, () => prefix + message);
  } catch {
    // One of the caller's own that cannot be changed says what it says.
  }
}
