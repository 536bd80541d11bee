import type { CallFacts } from "../errors/base.js";
import { BatchItemError } from "../errors/batch-item-error.js";
import { jsonText } from "../request/json-text.js";
import type { ChunkLimits, Portion } from "./chunker.js";
import type { Envelope } from "./envelope.js";

const encoder: TextEncoder = /* @__PURE__ */ new TextEncoder();

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** Puts items together one by one, and so finds out which of them still fits, and which fits nowhere. */
export interface Itemwise<Item> {
  readonly add: (item: Item) => void;
  /** Ends the chunk that is being filled. */
  readonly flush: () => void;
}

/** Each item is encoded once; bytes are counted only where an upper bound does not settle it. */
export function createItemwise<Item>(
  { maxItems, maxBytes }: ChunkLimits,
  [before, after]: Envelope["text"],
  facts: CallFacts,
  give: (portion: Portion<Item>) => void,
): Itemwise<Item> {
  const overhead = byteLength(before + after);
  // For a separator after each item, of which the last one is not sent.
  const room = maxBytes - overhead + 1;
  let items: Item[] = [];
  let text = "";
  // Of the items and their separators: a bound, or exact once that was too large.
  let bytes = 0;
  let exact = false;
  const flush = (): void => {
    if (items.length > 0) give({ items, body: before + text + after });
    items = [];
    text = "";
    bytes = 0;
    exact = false;
  };
  const append = (item: Item): void => {
    const own = encoded(item, facts);
    // No code unit takes more than three bytes.
    let size = own.length * 3 + 1;
    if (exact || bytes + size > room) {
      size = byteLength(own) + 1;
      if (size > room) throw tooLarge(facts, size - 1 + overhead, maxBytes);
      if (!exact) bytes = text ? byteLength(text) + 1 : 0;
      exact = true;
      if (bytes + size > room) flush();
    }
    items.push(item);
    // Engines put such texts together only once, when they are read.
    text += text && ",";
    text += own;
    bytes += size;
    if (items.length >= maxItems) flush();
  };
  return {
    flush,
    add(item) {
      try {
        append(item);
      } catch (error) {
        give({ items: [item], error });
      }
    },
  };
}

function encoded(item: unknown, facts: CallFacts): string {
  let cause: unknown;
  try {
    const text = jsonText(item);
    if (text !== undefined) return text;
  } catch (error) {
    cause = error;
  }
  // It names the place. What else is thrown on the way may hold anything.
  const why = cause instanceof TypeError ? `: ${cause.message}` : "";
  throw new BatchItemError(facts, `cannot be written as JSON${why}`, undefined, cause);
}

function tooLarge(facts: CallFacts, bytes: number, maxBytes: number): BatchItemError {
  return new BatchItemError(facts, `makes a body of ${bytes} bytes alone, of ${maxBytes} allowed`, bytes);
}
