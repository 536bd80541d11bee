import type { BatchFailure, BatchProgress } from "../batch/outcome.js";
import { ClientwrightError, hide, origin, type CallFacts } from "./base.js";

/**
 * A batch ended before its source did: the source threw, the caller's signal ended it, or it cannot be sent as the client
 * is set up. `cause` is what it was. Every item that was taken from the source is accounted for: it was sent, or it is in
 * an outcome. What a source gives after the end, because it was being asked already, is not taken.
 */
export class BatchStoppedError<Item = unknown, Failure = unknown> extends ClientwrightError {
  declare readonly name: "BatchStoppedError";
  /** How far it came. The items after the first `taken` of the source were not touched. */
  readonly progress: BatchProgress;
  /** What failed, with its items, when the batch was awaited; an iteration has handed it over before. Not shown by `toJSON`. */
  declare readonly failures: readonly BatchFailure<Item, Failure>[];

  constructor(
    facts: CallFacts,
    progress: BatchProgress,
    failures: readonly BatchFailure<Item, Failure>[],
    cause: unknown,
  ) {
    const { taken, sent, failed } = progress;
    // What the source threw may hold anything, so its message is not repeated.
    const why = cause instanceof ClientwrightError ? cause.message : cause instanceof Error ? cause.name : "";
    super(
      `Batch from ${origin(facts)} stopped after ${taken} items, of which ${sent} were sent and ${failed} failed${why && `: ${why}`}`,
      facts,
      cause,
    );
    hide(this, { failures });
    this.progress = progress;
  }

  override get "~kind"(): string {
    return "ClientwrightError/BatchStoppedError";
  }
}
