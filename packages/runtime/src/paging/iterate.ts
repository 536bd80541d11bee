import { load, type Loaded, type Step, type Walk } from "./load.js";
import type { Page } from "./page.js";

const END: IteratorReturnResult<undefined> = /* @__PURE__ */ Object.freeze({ done: true, value: undefined });

/**
 * Walks through the pages. A page that failed is asked for again by the next `next()`; calls of `next()` that overlap
 * wait for each other, so no page is asked for twice; `return()` ends what is on its way.
 *
 * @param step - Where to begin.
 * @param prefetch - Asks for the next page as soon as one is handed over.
 */
export function iteratePages<Item, Data>(
  walk: Walk,
  step: Step,
  prefetch: boolean | undefined,
): AsyncIterator<Page<Item, Data>, undefined> {
  let next: Step | undefined = step;
  let ahead: Promise<Loaded<Item, Data>> | undefined;
  let tail = Promise.resolve<IteratorResult<Page<Item, Data>, undefined>>(END);
  const controller = new AbortController();
  const advance = async (): Promise<IteratorResult<Page<Item, Data>, undefined>> => {
    if (!next) return END;
    const loading = ahead ?? load(walk, next, false, controller.signal);
    ahead = undefined;
    try {
      const loaded = await loading;
      // Ended while it was on its way.
      if (!next) return END;
      next = loaded.next;
      if (prefetch && next) {
        ahead = load(walk, next, false, controller.signal);
        // It may fail before anyone waits for it.
        ahead.catch(() => {});
      }
      return { done: false, value: loaded.answer.data };
    } catch (error) {
      if (!next) return END;
      throw error;
    }
  };
  return {
    next: () => (tail = tail.then(advance, advance)),
    async return() {
      next = undefined;
      controller.abort();
      return END;
    },
  };
}

/** Walks through the items of pages. Calls of `next()` that overlap wait for the same page and share its items. */
export function iterateItems<Item, Data>(
  pages: AsyncIterator<Page<Item, Data>, undefined>,
): AsyncIterator<Item, undefined> {
  let items: readonly Item[] = [];
  let index = 0;
  let filling: Promise<boolean | undefined> | undefined;
  const fill = async (): Promise<boolean | undefined> => {
    try {
      const { done, value } = await pages.next();
      items = value?.items ?? [];
      index = 0;
      return done;
    } finally {
      filling = undefined;
    }
  };
  return {
    async next() {
      while (index >= items.length) {
        filling ??= fill();
        if (await filling) return END;
      }
      return { done: false, value: items[index++] as Item };
    },
    async return() {
      items = [];
      await pages.return?.();
      return END;
    },
  };
}
