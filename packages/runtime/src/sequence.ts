/**
 * What `for await` goes through. TypeScript's own `AsyncIterable` says only since version 5.6 what an iteration ends with;
 * users have older compilers too.
 */
export interface Sequence<Item> {
  [Symbol.asyncIterator](): AsyncIterator<Item, undefined>;
}
