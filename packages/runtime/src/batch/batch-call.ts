import type { CallFacts, ClientwrightError } from "../errors/base.js";
import { BatchStoppedError } from "../errors/batch-stopped-error.js";
import type { Sequence } from "../sequence.js";
import type { BatchFailure, BatchOutcome, BatchSummary } from "./outcome.js";
import type { BatchRun } from "./run.js";

/**
 * Items on their way in as many requests as it takes. Awaited, it gives a summary; iterated, what became of each request,
 * in the order in which they end.
 *
 * Nothing is read or sent before one of the two; both take the source, so only one of them can be done, once. Requests
 * that fail are outcomes and do not throw. Leaving an iteration stops the batch; what became of requests on their way is
 * then unknown.
 *
 * @throws BatchStoppedError, after all outcomes, when the source was not taken as a whole: it threw, the signal ended the
 * batch, or the client is not set up for this operation.
 */
export interface BatchCall<Item, Data, Failure = ClientwrightError>
  extends Promise<BatchSummary<Item, Failure>>, Sequence<BatchOutcome<Item, Data, Failure>> {}

/** Makes a batch that starts when it is first asked. */
export function createBatchCall<Item, Data, Failure>(
  facts: CallFacts,
  start: () => BatchRun<Item, Data, Failure>,
): BatchCall<Item, Data, Failure> {
  let taken = false;
  let summary: Promise<BatchSummary<Item, Failure>> | undefined;
  const take = (): BatchRun<Item, Data, Failure> => {
    if (taken) throw new TypeError("A batch takes its source once: await it or iterate it, not both");
    taken = true;
    return start();
  };
  const summarize = async (): Promise<BatchSummary<Item, Failure>> => {
    const { outcomes, progress } = take();
    const failures: BatchFailure<Item, Failure>[] = [];
    try {
      for await (const outcome of { [Symbol.asyncIterator]: () => outcomes }) {
        if (!outcome.ok) failures.push(outcome);
      }
    } catch (error) {
      if (!(error instanceof BatchStoppedError)) throw error;
      throw new BatchStoppedError(facts, error.progress, failures, error.cause);
    }
    return { ...progress(), failures };
  };
  const whole = (): Promise<BatchSummary<Item, Failure>> => (summary ??= summarize());
  return {
    // oxlint-disable-next-line unicorn/no-thenable
    then: (onSummary, onError) => whole().then(onSummary, onError),
    catch: (onError) => whole().catch(onError),
    finally: (onEnd) => whole().finally(onEnd),
    [Symbol.asyncIterator]: () => take().outcomes,
    [Symbol.toStringTag]: "BatchCall",
  };
}
