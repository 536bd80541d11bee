import { valueAt, withValueAt } from "./place.js";
import { isLast, type EndRule, type PageStyle } from "./style.js";

/** How pages follow each other by counting, with nothing of it in the answer. */
export interface CountedPages extends EndRule {
  readonly items: readonly string[];
  /** Where the input takes the count. */
  readonly cursor: readonly string[];
  /** What is counted: items to skip (an offset), or pages (the number of a page). */
  readonly by: "item" | "page";
  /**
   * Where counting begins when the input does not say.
   * @default 0
   */
  readonly first?: number;
}

/** Pages by offset or by number. */
export function countedPages({ items, cursor, by, first = 0, ...end }: CountedPages): PageStyle {
  return {
    items,
    start: (input) => valueAt(cursor, input),
    ask: ({ operation, input }, position) => ({
      operation,
      input: withValueAt(cursor, input, Number(position)),
    }),
    next: (page) => {
      if (isLast(end, page)) return undefined;
      return Number(valueAt(cursor, page.input) ?? first) + (by === "page" ? 1 : page.items.length);
    },
  };
}
