/** Runs a step and puts the operation's id before the message of what it throws: the stack does not lead to the caller. */
export function named<T>(operation: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof Error) {
      const message = `${operation}: ${error.message}`;
      // The stack begins with the message as it was.
      const stack = error.stack?.replace(error.message, () => message);
      error.message = message;
      if (stack !== undefined) error.stack = stack;
    }
    throw error;
  }
}
