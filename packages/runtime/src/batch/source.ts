/** Something that gives one item after the other. */
export type Source<Item> = {
  /** Tells the source that nothing more will be taken. */
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
  return {
    later: false,
    iterator,
    close: () => void quietly(async () => iterator.return?.()),
  };
}

/** A source that fails while it is closed has nothing to tell any more: the reason to close it is told already. */
async function quietly(close: () => Promise<unknown>): Promise<void> {
  try {
    await close();
  } catch {
    // See above.
  }
}
