import type { CallAnswer } from "../call.js";
import { stateOf, type Client } from "../client.js";
import { AbortError } from "../errors/abort-error.js";
import { ClientwrightError, type CallFacts } from "../errors/base.js";
import { BatchStoppedError } from "../errors/batch-stopped-error.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { execute } from "../execute.js";
import type { RunnableOperation } from "../operation.js";
import { mergeOptions } from "../options.js";
import type { Chunk, Chunker } from "./chunker.js";
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
  /** The input of a request from the text of its items. */
  readonly input: (text: string) => unknown;
}

/** A batch on its way. */
export interface BatchRun<Item, Data, Failure> {
  readonly outcomes: AsyncIterator<BatchOutcome<Item, Data, Failure>, undefined>;
  readonly progress: BatchProgress;
}

const END: IteratorReturnResult<undefined> = Object.freeze({ done: true, value: undefined });

/**
 * Reads the source, sends chunks of it and hands over what became of them. Chunks that are on their way and outcomes that
 * nobody has taken yet are never more than `concurrency` together: a slow service or a slow caller slows the source.
 *
 * The iterator throws a BatchStoppedError at its end when the source was not taken as a whole.
 */
export function runBatch<Item, Data, Failure>(job: BatchJob<Item>): BatchRun<Item, Data, Failure> {
  const { operation, client, facts, options, concurrency, chunker, source, input } = job;
  const progress = { taken: 0, sent: 0, failed: 0, requests: 0 };
  const ready: BatchOutcome<Item, Data, Failure>[] = [];
  const controller = new AbortController();
  const { signal: parent } = mergeOptions(stateOf(client).options, options);
  let sending = 0;
  let reading = false;
  let ended = false;
  let left = false;
  let stopped: { readonly cause: unknown } | undefined;
  let wake = (): void => undefined;

  const settle = (outcome: BatchOutcome<Item, Data, Failure>): void => {
    if (left) return;
    ready.push(outcome);
    progress[outcome.ok ? "sent" : "failed"] += outcome.items.length;
    try {
      options.onProgress?.({ ...progress });
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
    if (ended) return;
    ended = true;
    reading = false;
    source.close();
    const rest = chunker.flush();
    if (rest) fail(rest.items, cause, 0);
    wake();
  };
  const abort = (): void => {
    // Everything has been sent, and only waits to be handed over.
    if (ended && sending === 0) return;
    stop(new AbortError({ ...facts, attempts: 0 }, parent?.reason));
    controller.abort(parent?.reason);
  };

  const send = async ({ items, text }: Chunk<Item>): Promise<void> => {
    sending += 1;
    let answer: CallAnswer<unknown>;
    try {
      answer = await execute(
        operation,
        client,
        input(text),
        { ...options, signal: controller.signal },
        false,
      );
    } catch (error) {
      sending -= 1;
      progress.requests += 1;
      // What a middleware throws does not tell whether anything was sent.
      fail(items, error, error instanceof ClientwrightError ? error.attempts : 1);
      // Neither is about these items: the next request would end alike.
      if (!(error instanceof ClientwrightError) || error instanceof ConfigurationError) stop(error);
      return;
    }
    sending -= 1;
    progress.requests += 1;
    settle({ ok: true, items, answer: answer as CallAnswer<Data> });
  };

  /** Takes what the source gave: a full chunk, the end, an item that was refused, or nothing to tell yet. */
  const take = ({
    done,
    value,
  }: IteratorResult<Item, unknown>): Chunk<Item> | "end" | "refused" | undefined => {
    // Stopped meanwhile: an item that comes now has not been taken.
    if (ended || done) return "end";
    progress.taken += 1;
    try {
      return chunker.add(value);
    } catch (error) {
      fail([value], error, 0);
      return "refused";
    }
  };
  // Apart from `read`, since engines run a loop in an async function slower.
  const takeAtHand = (next: () => IteratorResult<Item, unknown>): ReturnType<typeof take> => {
    for (;;) {
      const taken = take(next());
      if (taken) return taken;
    }
  };
  /** Reads until a chunk is full, an item is refused or the source is over. */
  const read = async (): Promise<void> => {
    try {
      let taken: ReturnType<typeof take>;
      while (!taken) taken = source.later ? take(await source.next()) : takeAtHand(source.next);
      if (taken === "refused") return;
      if (taken !== "end") return void send(taken);
      if (ended) return;
    } catch (cause) {
      if (ended) return;
      stopped = { cause };
    }
    ended = true;
    // Also after the source threw: what it gave before is sent like everything else.
    const rest = chunker.flush();
    if (rest) void send(rest);
  };
  const pump = async (): Promise<void> => {
    while (!reading && !ended && sending + ready.length < concurrency) {
      reading = true;
      await read();
      reading = false;
    }
    wake();
  };

  const advance = async (): Promise<IteratorResult<BatchOutcome<Item, Data, Failure>, undefined>> => {
    for (;;) {
      if (left) return END;
      const value = ready.shift();
      void pump();
      if (value) return { done: false, value };
      if (ended && sending === 0 && !reading && ready.length === 0) break;
      await new Promise<void>((resolve) => (wake = resolve));
    }
    parent?.removeEventListener("abort", abort);
    if (!stopped || left) return END;
    left = true;
    throw new BatchStoppedError(facts, { ...progress }, [], stopped.cause);
  };

  if (parent?.aborted) abort();
  else parent?.addEventListener("abort", abort);
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
        parent?.removeEventListener("abort", abort);
        source.close();
        controller.abort();
        wake();
        return END;
      },
    },
  };
}
