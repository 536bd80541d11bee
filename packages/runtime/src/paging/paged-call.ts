import { LazyCall, type Call } from "../call.js";
import type { ClientwrightError } from "../errors/base.js";
import type { Sequence } from "../sequence.js";
import { iterateItems, iteratePages } from "./iterate.js";
import { load, type Walk } from "./load.js";
import type { PagesOptions } from "./options.js";
import type { Page } from "./page.js";

/**
 * A call of an operation that answers page by page. Awaited, it gives the first page; iterated, all items of all pages. A
 * page that failed is asked for again by whoever asks again: it is a read.
 *
 * Each iteration begins at the first page and sends its own requests; leaving it stops them. The time limits of the
 * options hold for each request.
 */
export interface PagedCall<Item, Data, Failure = ClientwrightError>
  extends Call<Page<Item, Data>, Failure>, Sequence<Item> {
  /**
   * All pages, the last one included, also when it is empty. It can be iterated more than once.
   */
  pages(options?: PagesOptions): Sequence<Page<Item, Data>>;
  /**
   * The items of all pages in one array.
   *
   * @param limit - `max`: the most items to take; `Infinity` takes all.
   * @throws TypeError when `max` is not a number from 0.
   */
  toArray(limit: { readonly max: number }): Promise<Item[]>;
}

/** A call whose walk through the pages starts when it is first asked. */
export class LazyPagedCall<Item, Data, Failure>
  extends LazyCall<Page<Item, Data>, Failure>
  implements PagedCall<Item, Data, Failure>
{
  readonly #walk: Walk;

  constructor(walk: Walk) {
    super((raw) => load(walk, {}, raw).then(({ answer }) => answer), true);
    this.#walk = walk;
  }

  [Symbol.asyncIterator](): AsyncIterator<Item, undefined> {
    return iterateItems(this.pages()[Symbol.asyncIterator]());
  }

  pages({ cursor, prefetch = this.#walk.options?.prefetch }: PagesOptions = {}): Sequence<Page<Item, Data>> {
    return { [Symbol.asyncIterator]: () => iteratePages(this.#walk, { position: cursor }, prefetch) };
  }

  async toArray(limit: { readonly max: number }): Promise<Item[]> {
    const { max } = Object(limit);
    if (!(max >= 0)) throw new TypeError("toArray needs { max }: a number from 0, or Infinity for all items");
    const taken: Item[] = [];
    if (max < 1) return taken;
    for await (const item of this) if (taken.push(item) + 1 > max) break;
    return taken;
  }
}
