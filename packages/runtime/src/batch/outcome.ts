import type { CallAnswer } from "../call.js";
import type { BatchItemError } from "../errors/batch-item-error.js";
import type { ConfigurationError } from "../errors/configuration-error.js";

/** One request of a batch that succeeded. */
export interface BatchSuccess<Item, Data> {
  readonly ok: true;
  /** The items of the request, in the order of the source. */
  readonly items: readonly Item[];
  readonly answer: CallAnswer<Data>;
}

/** One request of a batch that failed, or items that none was made for. The items can be given to another batch. */
export interface BatchFailure<Item, Failure> {
  readonly ok: false;
  /** The items of the request, in the order of the source. */
  readonly items: readonly Item[];
  readonly error: Failure | BatchItemError | ConfigurationError;
  /** Attempts made. 0: the items did not leave. Else the service may have got them all the same, as after a lost answer. */
  readonly attempts: number;
}

/** What became of some items of a batch; each item is in exactly one outcome. */
export type BatchOutcome<Item, Data, Failure> = BatchSuccess<Item, Data> | BatchFailure<Item, Failure>;

/** How far a batch has come, in items. */
export interface BatchProgress {
  /** Taken from the source. At the end it is `sent` and `failed` together. */
  readonly taken: number;
  /** In requests that succeeded. */
  readonly sent: number;
  /** In failures. */
  readonly failed: number;
  /** Requests that are over, retries not counted. */
  readonly requests: number;
}

/** What became of a batch that took its whole source. It holds the items that failed, and no others. */
export interface BatchSummary<Item, Failure> extends BatchProgress {
  /** Empty when everything was sent. */
  readonly failures: readonly BatchFailure<Item, Failure>[];
}
