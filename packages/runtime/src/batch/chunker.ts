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
  /** Adds an item. */
  readonly add: (item: Item) => void;
  /** Makes a chunk of the items that are left, for there are no more. */
  readonly end: () => void;
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
  let waiting: Item[] = [];
  const itemwise = createItemwise<Item>(limits, envelope.text, facts, (portion) => {
    ready.push(portion);
    small = portion.items.length === maxItems && "body" in portion && portion.body.length * 3 <= maxBytes;
  });
  const encode = (): void => {
    const items = waiting;
    waiting = [];
    const body = bodyOf(items, envelope);
    if (body !== undefined && (body.length * 3 <= maxBytes || byteLength(body) <= maxBytes)) {
      ready.push({ items, body });
    } else {
      small = false;
      for (const item of items) itemwise.add(item);
    }
  };
  return {
    ready,
    add(item) {
      if (!small) return itemwise.add(item);
      if (waiting.push(item) === maxItems) encode();
    },
    end() {
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
