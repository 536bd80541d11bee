import type { CallFacts } from "../errors/base.js";
import { jsonText } from "../request/json-text.js";
import type { Envelope } from "./envelope.js";
import { byteLength, createItemwise } from "./itemwise.js";

/** Items that go into one request, and its body in JSON. */
export interface Chunk<Item> {
  readonly items: readonly Item[];
  readonly body: string;
}

/** An item that no request can hold, and why. */
export interface Refusal<Item> {
  readonly items: readonly [Item];
  /** A BatchItemError. */
  readonly error: unknown;
}

/** What became of some items: a request, or none. */
export type Portion<Item> = Chunk<Item> | Refusal<Item>;

/** How much goes into one request. */
export interface ChunkLimits {
  readonly maxItems: number;
  /** Of the whole body. */
  readonly maxBytes: number;
}

/** Collects items until a request is full. */
export interface Chunker<Item> {
  /** Adds an item, unless the chunker has ended. */
  readonly add: (item: Item) => void;
  /**
   * Adds what an iterator gives until something is ready.
   *
   * @returns Whether that was the end: of the iterator, or of the chunker, which the iterator's own code may end.
   * @throws What the iterator throws; what it gave before is kept.
   */
  readonly addFrom: (iterator: Iterator<Item, unknown>) => boolean;
  /** Makes a chunk of the items that are left, for there are no more: what comes later is not taken. */
  readonly end: () => void;
  /** Items that were added. */
  readonly taken: () => number;
  /** What is ready, in the order of the source. The one who takes it out of the list has it. */
  readonly ready: Portion<Item>[];
}

/**
 * Makes a chunker.
 *
 * To encode a request as a whole costs a good third less than to put it together of items. So once a chunk of small items
 * has shown that the limit of items comes long before that of bytes, the next ones are encoded only when they are complete;
 * what turns out to be too large then, or not to be JSON, is taken apart again. No more items wait than go into one request.
 */
export function createChunker<Item>(
  limits: ChunkLimits,
  envelope: Envelope,
  facts: CallFacts,
): Chunker<Item> {
  const { maxItems, maxBytes } = limits;
  const ready: Portion<Item>[] = [];
  let small = false;
  let ended = false;
  let waiting: Item[] = [];
  // Without those that wait.
  let taken = 0;
  const itemwise = createItemwise<Item>(limits, envelope.text, facts, (portion) => {
    ready.push(portion);
    small = portion.items.length === maxItems && "body" in portion && portion.body.length * 3 <= maxBytes;
  });
  const encode = (): void => {
    const items = waiting;
    waiting = [];
    taken += items.length;
    const body = bodyOf(items, envelope);
    if (body !== undefined && (body.length * 3 <= maxBytes || byteLength(body) <= maxBytes)) {
      ready.push({ items, body });
    } else {
      small = false;
      for (const item of items) itemwise.add(item);
    }
  };
  const add = (item: Item): void => {
    if (ended) return;
    if (small) {
      if (waiting.push(item) === maxItems) encode();
    } else {
      taken += 1;
      itemwise.add(item);
    }
  };
  /** Does what `add` does for each item of a request, without a call for each. */
  const collect = (iterator: Iterator<Item, unknown>): boolean => {
    const items = waiting;
    while (items.length < maxItems) {
      const result = iterator.next();
      if (ended || result.done) return true;
      items.push(result.value);
    }
    encode();
    return false;
  };
  return {
    ready,
    taken: () => taken + waiting.length,
    add,
    addFrom(iterator) {
      while (ready.length === 0) {
        if (small) {
          if (collect(iterator)) return true;
        } else {
          const result = iterator.next();
          if (ended || result.done) return true;
          add(result.value);
        }
      }
      return false;
    },
    end() {
      ended = true;
      if (waiting.length > 0) encode();
      itemwise.flush();
    },
  };
}

/** `undefined` where an item has no JSON text: which one it is, and why, shows when they are encoded one by one. */
function bodyOf(items: readonly unknown[], { around }: Envelope): string | undefined {
  try {
    return jsonText(around(items));
  } catch {
    return undefined;
  }
}
