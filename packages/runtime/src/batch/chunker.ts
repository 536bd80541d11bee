import type { CallFacts } from "../errors/base.js";
import { BatchItemError } from "../errors/batch-item-error.js";
import { jsonText } from "../request/json-text.js";

/** Items that go into one request, and their JSON texts separated by commas. */
export interface Chunk<Item> {
  readonly items: readonly Item[];
  readonly text: string;
}

/** How much goes into one request. */
export interface ChunkLimits {
  readonly maxItems: number;
  /** Of the whole body. */
  readonly maxBytes: number;
  /** Bytes of the body around the items. */
  readonly overhead: number;
}

/** Collects items until a request is full. */
export interface Chunker<Item> {
  /**
   * Adds an item.
   *
   * @returns The chunk that is full now: with the item, or without it when that did not fit.
   * @throws BatchItemError for an item that no request can hold; it is not added.
   */
  add(item: Item): Chunk<Item> | undefined;
  /** What was added since the last full chunk. */
  flush(): Chunk<Item> | undefined;
}

const encoder: TextEncoder = /* @__PURE__ */ new TextEncoder();

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** Makes a chunker. Each item is encoded once; bytes are counted only where an upper bound does not settle it. */
export function createChunker<Item>(limits: ChunkLimits, facts: CallFacts): Chunker<Item> {
  const { maxItems, maxBytes, overhead } = limits;
  // For a separator after each item, of which the last one is not sent.
  const room = maxBytes - overhead + 1;
  let items: Item[] = [];
  let text = "";
  // Of the items and their separators: a bound, or exact once that was too large.
  let bytes = 0;
  let exact = false;
  const flush = (): Chunk<Item> | undefined => {
    const chunk = items.length > 0 ? { items, text } : undefined;
    items = [];
    text = "";
    bytes = 0;
    exact = false;
    return chunk;
  };
  const add = (item: Item): Chunk<Item> | undefined => {
    const own = encoded(item, facts);
    // No code unit takes more than three bytes.
    let size = own.length * 3 + 1;
    let full: Chunk<Item> | undefined;
    if (exact || bytes + size > room) {
      size = byteLength(own) + 1;
      if (size > room) throw tooLarge(facts, size - 1 + overhead, maxBytes);
      if (!exact) bytes = text ? byteLength(text) + 1 : 0;
      exact = true;
      if (bytes + size > room) full = flush();
    }
    items.push(item);
    // Engines put such texts together only once, when they are read.
    text += text && ",";
    text += own;
    bytes += size;
    return full ?? (items.length >= maxItems ? flush() : undefined);
  };
  return { add, flush };
}

function encoded(item: unknown, facts: CallFacts): string {
  let cause: unknown;
  try {
    const text = jsonText(item);
    if (text !== undefined) return text;
  } catch (error) {
    cause = error;
  }
  throw new BatchItemError(facts, "cannot be written as JSON", undefined, cause);
}

function tooLarge(facts: CallFacts, bytes: number, maxBytes: number): BatchItemError {
  return new BatchItemError(facts, `makes a body of ${bytes} bytes alone, of ${maxBytes} allowed`, bytes);
}
