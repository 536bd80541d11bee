import { readAnswer, valueAt, withValueAt, type AnswerPlace } from "./place.js";
import { isLast, type EndRule, type PageStyle } from "./style.js";

/** How pages follow each other by a position that each answer gives for the next one. */
export interface CursorPages extends EndRule {
  readonly items: readonly string[];
  /** Where the input takes the cursor. */
  readonly cursor: readonly string[];
  /** Where the answer gives the next one. */
  readonly next: AnswerPlace;
  /** The body takes the cursor as a number, so one that was stored as text has to become a number again. */
  readonly numeric?: boolean;
}

/** Pages by cursor. */
export function cursorPages({ items, cursor, next, numeric, ...end }: CursorPages): PageStyle {
  return {
    items,
    start: (input) => valueAt(cursor, input),
    ask: ({ operation, input }, position) => ({
      operation,
      input: withValueAt(cursor, input, numeric ? Number(position) : position),
    }),
    next: (page) => (isLast(end, page) ? undefined : readAnswer(next, page.data, page.response.headers)),
  };
}
