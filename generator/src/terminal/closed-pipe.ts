/**
 * Lets the program go on where nobody reads what it prints any more, as after `| head`: what it does is worth the same, and
 * its exit code too. Without this, Node would end it with a stack trace.
 */
export function allowClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}
