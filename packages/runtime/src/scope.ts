/** A stretch of time that its parent, its timer or nothing ends early. */
export interface Scope {
  readonly signal: AbortSignal;
  /** Takes the timer away; the parent can still end the scope. */
  stopTimer(): void;
  /** Takes away the timer and the listener on the parent: nothing is left behind. */
  close(): void;
}

/** The longest delay a timer of JavaScript can have; beyond it platforms fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Opens a scope. `AbortSignal.any` is not used: on Node 20 a long-lived parent keeps a trace of every signal made from it.
 *
 * @param parent - Ends the scope with its own reason.
 * @param limit - Milliseconds; `Infinity` and what no timer can hold mean no limit.
 * @param expire - Makes the reason when the time is over.
 */
export function openScope(parent: AbortSignal | undefined, limit: number, expire: () => unknown): Scope {
  const controller = new AbortController();
  const follow = (): void => controller.abort(parent?.reason);
  if (parent?.aborted) follow();
  else parent?.addEventListener("abort", follow, { once: true });
  const timer = limit <= LONGEST_TIMER ? setTimeout(() => controller.abort(expire()), limit) : undefined;
  return {
    signal: controller.signal,
    stopTimer: () => clearTimeout(timer),
    close: () => {
      clearTimeout(timer);
      parent?.removeEventListener("abort", follow);
    },
  };
}

/** Settles as the work does, or rejects with the signal's reason as soon as it aborts: nothing holds up an abort. */
export function abortable<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(signal.reason);
    };
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
    const leave = (): void => signal.removeEventListener("abort", stop);
    work.then(resolve, reject).then(leave, leave);
  });
}

/** Waits; an abort wakes it with the signal's reason. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return abortable(signal, rest).finally(() => clearTimeout(timer));
}
