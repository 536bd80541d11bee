import { AbortError } from "./errors/abort-error.js";
import { TimeoutError } from "./errors/timeout-error.js";
import type { Run } from "./run.js";

/** A stretch of time that its parent or its timer may end early. */
export interface Scope {
  /** Aborts when it ends early; its reason is the error to throw. */
  readonly signal: AbortSignal;
  /** Settles as the work does, or rejects with the reason as soon as the scope ends: nothing holds up an abort. */
  within<T>(work: Promise<T>): Promise<T>;
  /** Puts another time limit, in milliseconds, in the place of the one before. That of the whole call holds besides. */
  limit(milliseconds: number): void;
  /** Takes away the timer and the listener on the parent: nothing is left behind. */
  close(): void;
}

/** The longest delay a timer of JavaScript can have; beyond it platforms fire at once. */
export const LONGEST_TIMER: number = 2 ** 31 - 1;

/**
 * Opens a scope that ends by the caller's signal, at the time limit of the call, or after so many milliseconds.
 *
 * `AbortSignal.any` is not used: on Node 20 a long-lived parent keeps a trace of every signal made from it.
 */
export function openScope(run: Run, milliseconds: number): Scope {
  const { facts, deadline, settings } = run;
  const { signal: parent, timeout } = settings;
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wake: ((reason: unknown) => void) | undefined;
  const close = (): void => {
    clearTimeout(timer);
    parent?.removeEventListener("abort", follow);
  };
  const stop = (reason: unknown): void => {
    // What has ended follows nothing any more, also where nobody is left who would close it.
    close();
    controller.abort(reason);
    wake?.(reason);
  };
  const follow = (): void => stop(new AbortError(facts, parent?.reason));
  const limit = (most: number): void => {
    clearTimeout(timer);
    // What ended early has nothing left to limit, and nobody who would take the timer away.
    if (signal.aborted) return;
    const left = deadline - performance.now();
    const wait = Math.min(left, most);
    const expire = (): void =>
      stop(
        left < most
          ? new TimeoutError(facts, "total", timeout.total, run.lastError)
          : new TimeoutError(facts, "attempt", most),
      );
    if (wait <= 0) expire();
    else if (wait <= LONGEST_TIMER) timer = setTimeout(expire, wait);
  };
  if (parent?.aborted) follow();
  else parent?.addEventListener("abort", follow);
  limit(milliseconds);
  return {
    signal,
    // Not Promise.race: it asks twice as much of the engine, in each attempt of each call.
    within: (work) =>
      new Promise((resolve, reject) => {
        wake = reject;
        work.then(resolve, reject);
        if (signal.aborted) reject(signal.reason);
      }),
    limit,
    close,
  };
}
