/** Runs what a call does not depend on, such as a log, a listener or the end of a source: what it throws ends there. */
export async function quietly(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch {
    // See above.
  }
}
