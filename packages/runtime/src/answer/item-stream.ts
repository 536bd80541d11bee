import type { Sequence } from "../sequence.js";

/**
 * The items of one answer while they arrive, for `for await`. They are read once: leaving the loop ends the request. The
 * call's limits hold until then, but for the time of one attempt, which ends when the answer begins.
 */
export interface ItemStream<Item> extends Sequence<Item> {
  /** Ends the request without reading what is left. */
  cancel(): Promise<void>;
}

/** Items as a generated operation gives them, made of the text of an answer. Nothing is read ahead of the reader. */
export function itemStream<Item>(
  response: Response,
  toItems: () => TransformStream<string, Item>,
): ItemStream<Item> {
  const reader = (response.body ?? new Blob([]).stream())
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(toItems())
    .getReader();
  const cancel = (): Promise<void> => reader.cancel();
  return {
    cancel,
    [Symbol.asyncIterator]: () => ({
      async next() {
        const { done, value } = await reader.read();
        return done ? { done, value: undefined } : { done, value };
      },
      async return() {
        await cancel();
        return { done: true, value: undefined };
      },
    }),
  };
}
