import { answerOf, type CallAnswer } from "../call.js";
import { stateOf, type Client } from "../client.js";
import { AbortError } from "../errors/abort-error.js";
import { ClientwrightError, type CallFacts } from "../errors/base.js";
import { BatchStoppedError } from "../errors/batch-stopped-error.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { execute } from "../execute.js";
import { follow } from "../follow.js";
import { tell } from "../quietly.js";
import type { RunnableOperation } from "../operation.js";
import type { Chunk, Chunker, Portion } from "./chunker.js";
import type { BatchOptions } from "./options.js";
import type { BatchFailure, BatchOutcome, BatchProgress } from "./outcome.js";
import type { Source } from "./source.js";

/** What a batch works on. */
export interface BatchJob<Item> {
  readonly operation: RunnableOperation;
  readonly client: Client;
  readonly facts: CallFacts;
  readonly options: BatchOptions;
  readonly concurrency: number;
  readonly chunker: Chunker<Item>;
  readonly source: Source<Item>;
  /** The input of a request from its body in JSON. */
  readonly input: (body: string) => unknown;
}

/** A batch on its way. */
export interface BatchRun<Item, Data, Failure> {
  readonly outcomes: AsyncIterator<BatchOutcome<Item, Data, Failure>, undefined>;
  readonly progress: () => BatchProgress;
}

const END: IteratorReturnResult<undefined> = /* @__PURE__ */ Object.freeze({ done: true, value: undefined });

/**
 * Reads the source, sends chunks of it and hands over what became of them. Chunks that are on their way and outcomes that
 * nobody has taken yet are never more than `concurrency` together: a slow service or a slow caller slows the source.
 *
 * The iterator throws a BatchStoppedError at its end when the source was not taken as a whole.
 */
export function runBatch<Item, Data, Failure>(job: BatchJob<Item>): BatchRun<Item, Data, Failure> {
  const { operation, client, facts, options, concurrency, chunker, source, input } = job;
  const count = { sent: 0, failed: 0, requests: 0 };
  const progress = (): BatchProgress => ({ taken: chunker.taken(), ...count });
  const ready: BatchOutcome<Item, Data, Failure>[] = [];
  const controller = new AbortController();
  const parent = options.signal ?? stateOf(client).settings.signal;
  let sending = 0;
  let reading = false;
  let ended = false;
  let left = false;
  let stopped: { readonly cause: unknown } | undefined;
  let wake = (): void => undefined;

  const settle = (outcome: BatchOutcome<Item, Data, Failure>): void => {
    if (left) return;
    ready.push(outcome);
    count[outcome.ok ? "sent" : "failed"] += outcome.items.length;
    try {
      tell(options.onProgress, progress());
    } catch (error) {
      stop(error);
    }
    wake();
  };
  const fail = (items: readonly Item[], error: unknown, attempts: number): void => {
    // Only what the operation can fail with, and what is listed there, gets here with a type.
    settle({ ok: false, items, error: error as BatchFailure<Item, Failure>["error"], attempts });
  };
  /** Takes nothing more from the source; what is on its way goes on. */
  const stop = (cause: unknown): void => {
    stopped ??= { cause };
    if (!ended) {
      ended = true;
      reading = false;
      source.close();
      chunker.end();
    }
    for (const portion of chunker.ready.splice(0)) {
      fail(portion.items, "error" in portion ? portion.error : cause, 0);
    }
    wake();
  };
  const send = async ({ items, body }: Chunk<Item>): Promise<void> => {
    sending += 1;
    let answer: CallAnswer<Data>;
    try {
      answer = answerOf(
        await execute(operation, client, input(body), { ...options, signal: controller.signal }, false),
      );
    } catch (error) {
      sending -= 1;
      count.requests += 1;
      // What a middleware throws does not tell whether anything was sent.
      fail(items, error, error instanceof ClientwrightError ? error.attempts : 1);
      // Neither is about these items: the next request would end alike.
      if (!(error instanceof ClientwrightError) || error instanceof ConfigurationError) stop(error);
      return;
    }
    sending -= 1;
    count.requests += 1;
    settle({ ok: true, items, answer });
  };

  /** Reads until something is ready or the source is over. */
  const fill = async (): Promise<void> => {
    try {
      if (source.later) {
        while (chunker.ready.length === 0) {
          const { done, value } = await source.next();
          if (ended || done) break;
          chunker.add(value);
        }
      } else {
        chunker.addFrom(source.iterator);
        // One that ended the batch itself could not be closed while it ran.
        if (ended) source.close();
      }
      if (ended || chunker.ready.length > 0) return;
    } catch (cause) {
      if (ended) return;
      stopped = { cause };
    }
    ended = true;
    // Also after the source threw: what it gave before is sent like everything else.
    chunker.end();
  };
  const handOver = (portion: Portion<Item>): void => {
    if ("error" in portion) fail(portion.items, portion.error, 0);
    else void send(portion);
  };
  const pump = async (): Promise<void> => {
    while (!reading && sending + ready.length < concurrency) {
      const portion = chunker.ready.shift();
      if (portion) {
        handOver(portion);
      } else {
        if (ended) break;
        reading = true;
        await fill();
        reading = false;
      }
    }
    wake();
  };

  const advance = async (): Promise<IteratorResult<BatchOutcome<Item, Data, Failure>, undefined>> => {
    for (;;) {
      if (left) return END;
      const value = ready.shift();
      void pump();
      if (value) return { done: false, value };
      if (ended && !reading && sending + ready.length + chunker.ready.length === 0) break;
      await new Promise<void>((resolve) => (wake = resolve));
    }
    leave();
    if (!stopped || left) return END;
    left = true;
    throw new BatchStoppedError(facts, progress(), [], stopped.cause);
  };

  const leave = follow(parent, () => {
    // Everything has been sent, and only waits to be handed over.
    if (ended && sending === 0 && chunker.ready.length === 0) return;
    stop(new AbortError({ ...facts, attempts: 0 }, parent?.reason));
    controller.abort(parent?.reason);
  });
  let tail: Promise<unknown> = Promise.resolve();
  return {
    progress,
    outcomes: {
      next() {
        const result = tail.then(advance, advance);
        tail = result;
        return result;
      },
      async return() {
        left = true;
        ended = true;
        leave();
        source.close();
        chunker.end();
        chunker.ready.length = 0;
        controller.abort();
        wake();
        return END;
      },
    },
  };
}
