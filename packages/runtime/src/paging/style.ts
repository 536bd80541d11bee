import type { RunnableOperation } from "../operation.js";
import { valueAt } from "./place.js";

/** What says which page is wanted: a cursor, an offset, the number of a page, or the address of a page. */
export type Position = string | number | bigint;

/** A page as it came, before it is known what follows it. */
export interface PageAnswer {
  readonly items: readonly unknown[];
  /** The whole body. */
  readonly data: unknown;
  readonly response: Response;
  /** The input that asked for the page. */
  readonly input: unknown;
}

/** An operation and its input, ready to ask for one page. */
export interface PageRequest {
  readonly operation: RunnableOperation;
  readonly input: unknown;
}

/**
 * How the pages of an operation follow each other. A generated operation names the one that its document describes, so
 * the others are not shipped.
 */
export interface PageStyle {
  /** Where the items stand in the body. */
  readonly items: readonly string[];
  /** The position that an input itself asks for. */
  readonly start: (input: unknown) => unknown;
  /** The request for another position. The input that it is made from stays as it is. */
  readonly ask: (request: PageRequest, position: Position) => PageRequest;
  /** What the page says comes next; `undefined`, null, false and an empty text say that it is the last. */
  readonly next: (page: PageAnswer) => unknown;
}

/** What tells that a page is the last one, besides the absence of a next position. */
export interface EndRule {
  /**
   * `empty-page`: it has no items. `short-page`: it has fewer items than were asked for.
   * @default "no-cursor": nothing besides
   */
  readonly end?: "empty-page" | "short-page" | "no-cursor";
  /** For `short-page`: where the input says how many items a page may have. */
  readonly limit?: readonly string[];
  /** For `short-page`: how many a page has when the input does not say. */
  readonly size?: number;
}

/** Whether the items of a page show that it is the last. */
export function isLast({ end, limit, size = 1 }: EndRule, { items, input }: PageAnswer): boolean {
  if (end === "short-page") return items.length < Number((limit && valueAt(limit, input)) ?? size);
  return end === "empty-page" && items.length === 0;
}
