import { stateOf } from "../client.js";
import { follow } from "../follow.js";
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
  let ahead: Loading<Item, Data> | undefined;
  let current: Loading<Item, Data> | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  const advance = async (): Promise<IteratorResult<Page<Item, Data>, undefined>> => {
    if (!next) return END;
    current = ahead ?? start(walk, next);
    ahead = undefined;
    try {
      const loaded = await current.loaded;
      // Ended while it was on its way.
      if (!next) return END;
      next = loaded.next;
      if (prefetch && next) ahead = start(walk, next);
      return { done: false, value: loaded.answer.data };
    } catch (error) {
      if (!next) return END;
      throw error;
    }
  };
  return {
    next() {
      const result = tail.then(advance, advance);
      tail = result;
      return result;
    },
    async return() {
      next = undefined;
      current?.stop();
      ahead?.stop();
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

/** A page on its way, with what ends it. */
interface Loading<Item, Data> {
  readonly loaded: Promise<Loaded<Item, Data>>;
  stop(): void;
}

/** Asks for a page under a signal of its own, which follows the caller's. */
function start<Item, Data>(walk: Walk, step: Step): Loading<Item, Data> {
  const parent = walk.options?.signal ?? stateOf(walk.client).settings.signal;
  const controller = new AbortController();
  const leave = follow(parent, () => controller.abort(parent?.reason));
  const loaded = load<Item, Data>(walk, step, controller.signal);
  // A page that was asked for ahead may fail before anyone waits for it.
  loaded.then(leave, leave);
  return { loaded, stop: () => controller.abort() };
}
