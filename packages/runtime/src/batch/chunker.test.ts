import fc from "fast-check";
import { expect, test } from "vitest";
import { BatchItemError } from "../errors/batch-item-error.js";
import { createChunker, type Chunk } from "./chunker.js";

const facts = { operation: "sendParcels", method: "POST", path: "/parcels", attempts: 0 };

interface Limits {
  readonly maxItems?: number;
  readonly maxBytes?: number;
}

/** All chunks of some items, between `{"data":[` and `]}`, and the items that were refused. */
function chunks(items: readonly unknown[], { maxItems = Infinity, maxBytes = Infinity }: Limits) {
  const chunker = createChunker<unknown>({ maxItems, maxBytes, overhead: 11 }, facts);
  const full: Chunk<unknown>[] = [];
  const refused: unknown[] = [];
  for (const item of items) {
    try {
      const chunk = chunker.add(item);
      if (chunk) full.push(chunk);
    } catch (error) {
      expect(error).toBeInstanceOf(BatchItemError);
      refused.push(item);
    }
  }
  const rest = chunker.flush();
  return { full: rest ? [...full, rest] : full, refused };
}

test("a chunk is full with its most items", () => {
  const { full } = chunks([1, 2, 3, 4, 5], { maxItems: 2 });
  expect(full).toEqual([
    { items: [1, 2], text: "1,2" },
    { items: [3, 4], text: "3,4" },
    { items: [5], text: "5" },
  ]);
});

test("bytes count as UTF-8, with the text around the items and the commas between them", () => {
  // {"data":["ab","ü"]} has 20 bytes.
  expect(chunks(["ab", "ü"], { maxBytes: 20 }).full.map(({ text }) => text)).toEqual(['"ab","ü"']);
  expect(chunks(["ab", "ü"], { maxBytes: 19 }).full.map(({ text }) => text)).toEqual(['"ab"', '"ü"']);
  expect(chunks(["ab", "ü"], { maxBytes: 14 })).toEqual({ full: [], refused: ["ab", "ü"] });
});

test("an item that no request can hold is refused with its size; the others are not touched", () => {
  const chunker = createChunker<string>({ maxItems: 9, maxBytes: 20, overhead: 11 }, facts);
  chunker.add("a");
  expect(() => chunker.add("far too long")).toThrow(
    "sendParcels: an item makes a body of 25 bytes alone, of 20 allowed",
  );
  expect(chunker.flush()).toEqual({ items: ["a"], text: '"a"' });
});

test("an item without JSON text is refused with the reason", () => {
  const chunker = createChunker<unknown>({ maxItems: 9, maxBytes: Infinity, overhead: 0 }, facts);
  for (const item of [1n, undefined, () => 1, { at: new Date(Number.NaN) }]) {
    expect(() => chunker.add(item)).toThrow("sendParcels: an item cannot be written as JSON");
  }
  expect(chunker.flush()).toBeUndefined();
});

test("whatever the items are, none is lost, none is too much, and no two chunks could have been one", () => {
  const items = fc.array(fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.jsonValue()), {
    maxLength: 150,
  });
  const limits = fc.record({
    maxItems: fc.integer({ min: 1, max: 50 }),
    maxBytes: fc.oneof(fc.integer({ min: 11, max: 120 }), fc.integer({ min: 120, max: 3000 })),
  });
  fc.assert(
    fc.property(items, limits, (given, { maxItems, maxBytes }) => {
      const { full, refused } = chunks(given, { maxItems, maxBytes });
      const size = (text: string): number => Buffer.byteLength(`{"data":[${text}]}`);
      expect(full.flatMap((chunk) => chunk.items)).toEqual(given.filter((item) => !refused.includes(item)));
      for (const { items: own, text } of full) {
        expect(`[${text}]`).toBe(JSON.stringify(own));
        expect(own.length).toBeLessThanOrEqual(maxItems);
        expect(size(text)).toBeLessThanOrEqual(maxBytes);
      }
      for (const item of refused) expect(size(JSON.stringify(item))).toBeGreaterThan(maxBytes);
      for (const [at, { items: own, text }] of full.slice(0, -1).entries()) {
        const next = JSON.stringify(full[at + 1]?.items[0]);
        expect(own.length === maxItems || size(`${text},${next}`) > maxBytes).toBe(true);
      }
    }),
    { seed: 20_260_921, numRuns: 500 },
  );
});
