import { AbortError } from "./errors/abort-error.js";
import { TimeoutError } from "./errors/timeout-error.js";
import { follow, unfollow, type Follower } from "./follow.js";
import type { Run } from "./run.js";

/** The longest delay a timer of JavaScript can have; beyond it platforms fire at once. */
export const LONGEST_TIMER: number = 2 ** 31 - 1;

/**
 * A stretch of time of a call: it ends early by the caller's signal, at the time limit of the call, or after so many
 * milliseconds.
 *
 * `AbortSignal.any` is not used: on Node 20 a long-lived parent keeps a trace of every signal made from it.
 */
export class Scope implements Follower {
  /** Aborts when it ends early; its reason is the error to throw. */
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #run: Run;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wake: ((reason: unknown) => void) | undefined;
  #resolve: ((value: unknown) => void) | undefined;

  constructor(run: Run, milliseconds: number) {
    this.#run = run;
    this.signal = this.#controller.signal;
    follow(run.settings.signal, this);
    this.limit(milliseconds);
  }

  /**
   * Settles as the work does, or rejects with the reason as soon as the scope ends: nothing holds up an abort. One work at
   * a time.
   */
  within<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#wake = reject;
      this.#resolve = resolve as (value: unknown) => void;
      if (this.signal.aborted) reject(this.signal.reason);
      work.then(resolve, reject);
    });
  }

  /** Makes this what the work gives, should the scope end before it: what is still to come does not matter. */
  keep(value: unknown): void {
    this.#wake = () => this.#resolve?.(value);
  }

  /** Puts another time limit, in milliseconds, in the place of the one before. That of the whole call holds besides. */
  limit(milliseconds: number): void {
    clearTimeout(this.#timer);
    // What ended early has nothing left to limit, and nobody who would take the timer away.
    if (this.signal.aborted) return;
    const { facts, deadline, settings, lastError } = this.#run;
    const left = deadline - performance.now();
    const wait = Math.min(left, milliseconds);
    const expire = (): void =>
      this.end(
        left < milliseconds || Number.isNaN(left)
          ? new TimeoutError(facts, "total", settings.timeout.total, lastError)
          : new TimeoutError(facts, "attempt", milliseconds),
      );
    // A limit that is no number is a mistake, and is not to mean that there is none.
    if (!(wait > 0)) expire();
    else if (wait <= LONGEST_TIMER) this.#timer = setTimeout(expire, wait);
  }

  /** Takes away the timer and the listener on the parent: nothing is left behind. */
  close(): void {
    clearTimeout(this.#timer);
    unfollow(this.#run.settings.signal, this);
  }

  /** The caller's signal has aborted. */
  handleEvent(): void {
    this.end(new AbortError(this.#run.facts, this.#run.settings.signal?.reason));
  }

  /** Ends it early: what is being sent or read under its signal ends too. */
  end(reason: unknown): void {
    // What has ended follows nothing any more, also where nobody is left who would close it.
    this.close();
    // Before the signal tells anyone, so that the reason is what the work ends with.
    this.#wake?.(reason);
    this.#controller.abort(reason);
  }
}
