import type { Operation } from "../model/api.ts";
import type { Comparison } from "./operations.ts";
import type { Scope } from "./recorder.ts";

/** Compares how an operation's pages follow each other, and the signs of an answer that is only a part. */
export function comparePages({ recorder }: Comparison, old: Operation, now: Operation, scope: Scope): void {
  const [before, after] = [old.pagination, now.pagination];
  if (before === undefined && after !== undefined) recorder.add("pagination-added", scope);
  if (before !== undefined && after === undefined) recorder.add("pagination-removed", scope);
  if (before !== undefined && after !== undefined) {
    if (!isSame(before.items, after.items)) recorder.add("pagination-items-changed", scope);
    if (!isSame({ ...before, items: undefined }, { ...after, items: undefined })) {
      recorder.add("pagination-changed", scope, { before: before.style, after: after.style });
    }
  }
  if (!isSame(old.partial, now.partial)) recorder.add("partial-changed", scope);
}

/** Compares how an operation's items are sent many at a time. */
export function compareBatches({ recorder }: Comparison, old: Operation, now: Operation, scope: Scope): void {
  const [before, after] = [old.batch, now.batch];
  if (before === undefined && after !== undefined) recorder.add("batch-added", scope);
  if (before !== undefined && after === undefined) recorder.add("batch-removed", scope);
  if (before === undefined || after === undefined) return;
  if (!isSame(before.items, after.items)) recorder.add("batch-items-changed", scope);
  const limits = ({ maxItems, maxBytes }: typeof before): string =>
    `${maxItems ?? "any number of"} items, ${maxBytes ?? "any number of"} bytes`;
  if (limits(before) !== limits(after)) {
    recorder.add("batch-limits-changed", scope, { before: limits(before), after: limits(after) });
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
