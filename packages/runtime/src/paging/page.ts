import type { PartialReason } from "./partial.js";

/**
 * One page of a list. It never changes: its next page is another object.
 *
 * @typeParam Item - An element of the list.
 * @typeParam Data - The whole body of the answer.
 */
export interface Page<Item, Data> {
  /** The items of this page, in the order of the answer. Empty when the answer has none. */
  readonly items: readonly Item[];
  /**
   * Where the next page begins, as text to store: `pages({ cursor })` goes on from it, in another process too.
   * Undefined on the last page: `hasNextPage()` tells, and to begin without a cursor is to begin anew.
   */
  readonly cursor: string | undefined;
  /** The whole body of the answer. */
  readonly data: Data;
  /** Why this page holds only a part of what was asked for; empty when it is whole. */
  readonly partial: readonly PartialReason[];
  /** Whether there is something to ask for after this page. Some services show only by an empty page that there was not. */
  hasNextPage(): boolean;
  /**
   * Asks for the next page. Asked again while the answer is on its way, it waits for the same one; asked later, it sends
   * a request again, also after a failure.
   *
   * @throws TypeError on the last page; DecodeError when the service leads back to a page that was there before; and
   * whatever the call throws.
   */
  nextPage(): Promise<Page<Item, Data>>;
}
