import { ClientwrightError, type CallFacts } from "./base.js";

/** Runs a step and puts the operation's id before the message of what it throws: the stack does not lead to the caller. */
export function named<T>(facts: CallFacts, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof ClientwrightError) Object.assign(error, facts);
    if (error instanceof Error) name(error, `${facts.operation}: `);
    throw error;
  }
}

function name(error: Error, prefix: string): void {
  try {
    const { message, stack } = error;
    if (message.startsWith(prefix)) return;
    const longer = prefix + message;
    error.message = longer;
    // The stack begins with the message as it was.
    if (stack !== undefined) error.stack = stack.replace(message, () => longer);
  } catch {
    // One of the caller's own that cannot be changed says what it says.
  }
}
