import { createCall, type Call } from "../call.js";
import type { ClientwrightError } from "../errors/base.js";
import { execute } from "../execute.js";
import type { CallOptions } from "../options.js";
import type { Sequence } from "../sequence.js";
import { iterateItems, iteratePages } from "./iterate.js";
import { load, type Walk } from "./load.js";
import type { Page } from "./page.js";

/** Options of a call that gives pages. */
export interface PagedCallOptions extends CallOptions {
  /**
   * While iterating, asks for the next page as soon as one is handed over: one ahead, never more.
   * @default false
   */
  prefetch?: boolean | undefined;
}

/** How `PagedCall.pages` walks. */
export interface PagesOptions {
  /** The `cursor` of a page: begins with the page after it. Default: the page that the input asks for. */
  cursor?: string | undefined;
  /** Takes the place of the call's `prefetch`. */
  prefetch?: boolean | undefined;
}

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

/** Makes a call that gives pages. */
export function createPagedCall<Item, Data, Failure>(
  walk: Walk,
  prefetch: boolean | undefined,
): PagedCall<Item, Data, Failure> {
  const { definition, client, input, options } = walk;
  const pages = (from: PagesOptions = {}): AsyncIterator<Page<Item, Data>, undefined> =>
    iteratePages(walk, { position: from.cursor }, from.prefetch ?? prefetch);
  const items = (): AsyncIterator<Item, undefined> => iterateItems(pages());
  return {
    ...createCall<Page<Item, Data>, Failure>(
      (raw) =>
        raw
          ? execute(definition, client, input, options, raw)
          : load(walk, { position: undefined }).then((loaded) => loaded.answer),
      true,
    ),
    [Symbol.asyncIterator]: items,
    pages: (from) => ({ [Symbol.asyncIterator]: () => pages(from) }),
    async toArray(limit) {
      const { max } = Object(limit);
      if (!(max >= 0))
        throw new TypeError("toArray needs { max }: a number from 0, or Infinity for all items");
      const taken: Item[] = [];
      if (max < 1) return taken;
      for await (const item of { [Symbol.asyncIterator]: items }) {
        if (taken.push(item) >= max) break;
      }
      return taken;
    },
  };
}
