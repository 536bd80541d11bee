/** A stretch of time that its parent or its timer may end early. */
export interface Scope {
  /** Aborts when it ends early; its reason is the error to throw. */
  readonly signal: AbortSignal;
  /** Settles as the work does, or rejects with the reason as soon as the scope ends: nothing holds up an abort. */
  within<T>(work: Promise<T>): Promise<T>;
  /** Puts another time limit in the place of the one before. */
  limit(milliseconds: number, expire: () => unknown): void;
  /** Takes away the timer and the listener on the parent: nothing is left behind. */
  close(): void;
}

/** The longest delay a timer of JavaScript can have; beyond it platforms fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Opens a scope. `AbortSignal.any` is not used: on Node 20 a long-lived parent keeps a trace of every signal made from it.
 *
 * @param parent - Ends the scope.
 * @param aborted - Makes the error for the parent's reason.
 */
export function openScope(parent: AbortSignal | undefined, aborted: (reason: unknown) => unknown): Scope {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reject: (reason: unknown) => void = controller.abort;
  const end = new Promise<never>((_, fail) => (reject = fail));
  // It may end while nobody waits.
  end.catch(() => {});
  const stop = (reason: unknown): void => {
    controller.abort(reason);
    reject(reason);
  };
  const follow = (): void => stop(aborted(parent?.reason));
  if (parent?.aborted) follow();
  else parent?.addEventListener("abort", follow);
  return {
    signal: controller.signal,
    within: (work) => Promise.race([work, end]),
    limit(milliseconds, expire) {
      clearTimeout(timer);
      // What ended early has nothing left to limit, and nobody who would take the timer away.
      if (controller.signal.aborted) return;
      if (milliseconds <= 0) stop(expire());
      else if (milliseconds <= LONGEST_TIMER) timer = setTimeout(() => stop(expire()), milliseconds);
    },
    close() {
      clearTimeout(timer);
      parent?.removeEventListener("abort", follow);
    },
  };
}
