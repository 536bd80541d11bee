import { AbortError } from "./errors/abort-error.js";
import { TimeoutError } from "./errors/timeout-error.js";
import { follow } from "./follow.js";
import type { Run } from "./run.js";

/** The longest delay a timer of JavaScript can have; beyond it platforms fire at once. */
export const LONGEST_TIMER: number = 2 ** 31 - 1;

/** A stretch of time of a call. */
export interface Scope {
  /** Aborts when it ends early; its reason is the error to throw. */
  readonly signal: AbortSignal;
  /**
   * Settles as the work does, or rejects with the reason as soon as the scope ends: nothing holds up an abort. While one
   * work is within another, the end is told to the inner one alone.
   */
  within<T>(work: Promise<T>): Promise<T>;
  /** Puts another time limit, in milliseconds, in the place of the one before. That of the whole call holds besides. */
  limit(milliseconds: number): void;
  /** Takes away the timer and what follows the parent: nothing is left behind. */
  close(): void;
  /** Ends it early: what is being sent or read under its signal ends too. */
  end(reason: unknown): void;
}

/**
 * Begins a stretch of time: it ends early by the caller's signal, at the time limit of the call, or after so many
 * milliseconds.
 *
 * `AbortSignal.any` is not used: on Node 20 a long-lived parent keeps a trace of every signal made from it.
 */
export function createScope(run: Run, milliseconds: number): Scope {
  const { facts, deadline, settings, stop } = run;
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leaves: readonly (() => void)[] = [];
  let wake: ((reason: unknown) => void) | undefined;
  const close = (): void => {
    clearTimeout(timer);
    for (const leave of leaves) leave();
  };
  const end = (reason: unknown): void => {
    // What has ended follows nothing any more, also where nobody is left who would close it.
    close();
    // Before the signal tells anyone, so that the reason is what the work ends with.
    wake?.(reason);
    controller.abort(reason);
  };
  const limit = (most: number): void => {
    clearTimeout(timer);
    // What ended early has nothing left to limit, and nobody who would take the timer away.
    if (signal.aborted) return;
    // An error that comes later is the answer that this limit is for.
    const { lastError } = run;
    const left = deadline - performance.now();
    const wait = Math.min(left, most);
    const expire = (): void =>
      end(
        left < most || Number.isNaN(left)
          ? new TimeoutError(facts, "total", settings.timeout.total, lastError)
          : new TimeoutError(facts, "attempt", most),
      );
    // A limit that is no number is a mistake, and is not to mean that there is none.
    if (!(wait > 0)) expire();
    else if (wait <= LONGEST_TIMER) timer = setTimeout(expire, wait);
  };
  leaves = [settings.signal, stop].map((parent) =>
    follow(parent, () => end(new AbortError(facts, parent?.reason))),
  );
  limit(milliseconds);
  return {
    signal,
    limit,
    close,
    end,
    within: (work) =>
      new Promise((resolve, reject) => {
        wake = reject;
        if (signal.aborted) reject(signal.reason);
        work.then(resolve, reject);
      }),
  };
}
