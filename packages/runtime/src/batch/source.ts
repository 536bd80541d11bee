import { quietly } from "../quietly.js";

/** Something that gives one item after the other. */
export type Source<Item> = {
  /** Tells the source, once, that nothing more will be taken. That it fails then is told nowhere: the reason to close it is. */
  readonly close: () => void;
} & (
  | { readonly iterator: Iterator<Item, unknown>; readonly later: false }
  | { readonly next: () => Promise<IteratorResult<Item, unknown>>; readonly later: true }
);

/**
 * Opens a source of items.
 *
 * @throws TypeError for what cannot be iterated.
 */
export function openSource<Item>(source: Iterable<Item> | AsyncIterable<Item>): Source<Item> {
  const given: object = Object(source);
  if (!(Symbol.asyncIterator in given || Symbol.iterator in given)) {
    throw new TypeError(
      "The items of a batch must be a list, a generator, a stream or something else to iterate",
    );
  }
  if (Symbol.asyncIterator in source) {
    const iterator = source[Symbol.asyncIterator]();
    return {
      later: true,
      // An iterator written by hand may give another kind of promise, or none.
      next: async () => iterator.next(),
      close: () => void quietly(async () => iterator.return?.()),
    };
  }
  const iterator = source[Symbol.iterator]();
  let isClosed = false;
  return {
    later: false,
    iterator,
    close: () =>
      void quietly(() => {
        if (isClosed) return;
        // A generator that is running refuses.
        iterator.return?.();
        isClosed = true;
      }),
  };
}
