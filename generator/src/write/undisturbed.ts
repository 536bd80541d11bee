/** Runs synchronous work to its end before a signal that would end the process takes effect. */
export function undisturbed(work: () => void): void {
  // A signal that somebody listens to does not end the process; who listens decides what it means.
  const signals = (["SIGINT", "SIGTERM", "SIGHUP"] as const).filter(
    (signal) => process.listenerCount(signal) === 0,
  );
  let caught: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals): void => {
    caught = signal;
  };
  for (const signal of signals) process.on(signal, hold);
  try {
    work();
  } finally {
    // The handlers run when the event loop next asks the system, which may be after the first of these; then the signal
    // is let through.
    setImmediate(() =>
      setImmediate(() => {
        for (const signal of signals) process.off(signal, hold);
        if (caught !== undefined) process.kill(process.pid, caught);
      }),
    );
  }
}
