import type { ReadAnswer } from "../attempt.js";
import type { Arrived } from "../call.js";
import type { Client } from "../client.js";
import { execute } from "../execute.js";
import type { RunnableOperation } from "../operation.js";
import type { PagedCallOptions } from "./options.js";
import type { Page } from "./page.js";
import type { PartialCheck } from "./partial.js";
import { valueAt } from "./place.js";
import type { PageStyle, Position } from "./style.js";

/** An operation whose answers are pages. */
export interface PagedBodyOperationDefinition extends RunnableOperation {
  readonly page: PageStyle;
  /** How a partial answer shows, for operations whose document says so. */
  readonly partial?: PartialCheck;
}

/** One walk through the pages of a call: what all its requests share. */
export interface Walk {
  readonly operation: PagedBodyOperationDefinition;
  readonly client: Client;
  readonly input: unknown;
  readonly options: PagedCallOptions | undefined;
}

/** The positions that led to a page, the last one first. It holds no answers: they would pile up. */
interface Trail {
  readonly cursor: string;
  readonly before: Trail | undefined;
}

/** A page to ask for. */
export interface Step {
  /** `undefined` for the page that the input itself asks for. */
  readonly position?: Position | undefined;
  readonly before?: Trail | undefined;
  /** The positions of `before` and of pages that were left, as texts: to look there is faster than to walk the trail. */
  readonly known?: Set<string>;
  /** What to throw in place of asking: to follow a position a second time would lead around for ever. */
  readonly loop?: Error | undefined;
}

/** A page with its answer and with what comes next. */
export interface Loaded<Item, Data> {
  readonly answer: Arrived & { readonly data: Page<Item, Data> };
  readonly next: Step | undefined;
}

/**
 * Asks for one page.
 *
 * @param raw - Gives its unread answer.
 * @param stop - Ends it as the signal of the options does.
 */
export async function load<Item, Data>(
  walk: Walk,
  step: Step,
  raw = false,
  stop?: AbortSignal,
): Promise<Loaded<Item, Data>> {
  if (step.loop) throw step.loop;
  const { page: style, partial } = walk.operation;
  const { operation, input } = step.position === undefined ? walk : style.ask(walk, step.position);
  let next: Step | undefined;
  const finish = (read: ReadAnswer): Page<Item, Data> => {
    const { data, response, fail } = read;
    const items = valueAt(style.items, data) ?? [];
    if (!Array.isArray(items)) throw fail("has no list where the items belong");
    const position = style.next({ items, data, response, input });
    if (isPosition(position)) {
      const cursor = String(position);
      // Without a position it is empty, as no cursor is.
      const here = String(step.position ?? style.start(input) ?? "");
      const before = { cursor: here, before: step.before };
      const known = (step.known ?? new Set()).add(here);
      const isLoop = known.has(cursor) && isIn(before, cursor);
      next = {
        position,
        before,
        known,
        loop: isLoop ? fail("leads back to an earlier page") : undefined,
      };
    } else if (position) {
      throw fail("has no cursor where the next one belongs");
    }
    let loading: Promise<Page<Item, Data>> | undefined;
    return Object.freeze({
      // A copy: the body stays the caller's to change. What it holds is what the document calls Item and Data.
      items: Object.freeze(items.slice()) as readonly Item[],
      cursor: next && String(position),
      data: data as Data,
      partial: partial?.(read) ?? [],
      hasNextPage: () => next !== undefined,
      nextPage: () => {
        if (!next) return Promise.reject(new TypeError("There is no page after the last"));
        loading ??= load<Item, Data>(walk, next)
          .then((loaded) => loaded.answer.data)
          .finally(() => (loading = undefined));
        return loading;
      },
    });
  };
  const answer = await execute(operation, walk.client, input, walk.options, raw, finish, stop);
  // It is what `finish` gives.
  return { answer: answer as Loaded<Item, Data>["answer"], next };
}

function isPosition(value: unknown): value is Position {
  return value !== "" && ["string", "number", "bigint"].includes(typeof value);
}

function isIn(trail: Trail | undefined, cursor: string): boolean {
  for (let one = trail; one; one = one.before) if (one.cursor === cursor) return true;
  return false;
}
