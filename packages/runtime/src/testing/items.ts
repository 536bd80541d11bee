import type { Sequence } from "../sequence.js";

/** All that a sequence gives; Node has `Array.fromAsync` only since 22. */
export async function itemsOf<Item>(sequence: Sequence<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of sequence) items.push(item);
  return items;
}
