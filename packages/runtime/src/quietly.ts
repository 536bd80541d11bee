/** Runs what a call does not depend on, such as a log, a listener or the end of a source: what it throws ends there. */
export async function quietly(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch {
    // See above.
  }
}

/** Tells a listener of the caller's. What it throws at once goes on; what an asynchronous one rejects with ends here. */
export function tell<T>(listener: ((told: T) => unknown) | undefined, told: T): void {
  const outcome = listener?.(told);
  void quietly(() => outcome);
}
