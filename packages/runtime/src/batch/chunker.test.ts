import fc from "fast-check";
import { expect, test } from "vitest";
import { BatchItemError } from "../errors/batch-item-error.js";
import { createChunker, type Chunk, type Chunker, type Portion, type Refusal } from "./chunker.js";
import { envelope } from "./envelope.js";

const facts = { operation: "sendParcels", method: "POST", path: "/parcels", attempts: 0 };

interface Limits {
  readonly maxItems?: number;
  readonly maxBytes?: number;
}

/** All chunks of some items, in bodies such as `{"data":[1,2]}`, and the items that were refused. */
function chunks(items: readonly unknown[], { maxItems = Infinity, maxBytes = Infinity }: Limits) {
  const chunker = chunkerOf({ maxItems, maxBytes });
  const all: Portion<unknown>[] = [];
  const source = items.values();
  // Both ways to add, in turns, and what is ready is taken out as the sender takes it.
  for (let over = false; !over;) {
    over = chunker.addFrom(source);
    const { done, value } = source.next();
    if (!done) chunker.add(value);
    all.push(...chunker.ready.splice(0));
  }
  chunker.end();
  all.push(...chunker.ready);
  expect(chunker.taken()).toBe(items.length);
  const full: Chunk<unknown>[] = [];
  const refused: Refusal<unknown>[] = [];
  for (const portion of all) {
    if ("body" in portion) full.push(portion);
    else refused.push(portion);
  }
  return { full, refused, all };
}

function chunkerOf({ maxItems = Infinity, maxBytes = Infinity }: Limits): Chunker<unknown> {
  return createChunker({ maxItems, maxBytes }, envelope(["data"], undefined), facts);
}

/** Why items were refused. */
const reasons = (refused: readonly Refusal<unknown>[]): string[] =>
  refused.map(({ error }) => (error instanceof BatchItemError ? error.message : String(error)));

test("a chunk is full with its most items", () => {
  const { full } = chunks([1, 2, 3, 4, 5], { maxItems: 2 });
  expect(full).toEqual([
    { items: [1, 2], body: '{"data":[1,2]}' },
    { items: [3, 4], body: '{"data":[3,4]}' },
    { items: [5], body: '{"data":[5]}' },
  ]);
});

test("bytes count as UTF-8, with the text around the items and the commas between them", () => {
  const bodies = (maxBytes: number): string[] =>
    chunks(["ab", "ü"], { maxBytes }).full.map(({ body }) => body);
  // This one has 20 bytes.
  expect(bodies(20)).toEqual(['{"data":["ab","ü"]}']);
  expect(bodies(19)).toEqual(['{"data":["ab"]}', '{"data":["ü"]}']);
  expect(bodies(14)).toEqual([]);
});

test("an item that no request can hold is refused with its size; the others are not touched", () => {
  const { full, refused } = chunks(["a", "far too long", "b"], { maxItems: 9, maxBytes: 20 });
  expect(reasons(refused)).toEqual(["sendParcels: an item makes a body of 25 bytes alone, of 20 allowed"]);
  expect(full).toEqual([{ items: ["a", "b"], body: '{"data":["a","b"]}' }]);
});

const withoutText = [
  1n,
  undefined,
  () => 1,
  Symbol("s"),
  { at: new Date(Number.NaN) },
  { toJSON: () => undefined },
];

test("an item without JSON text is refused with the reason", () => {
  const { full, refused } = chunks(withoutText, { maxItems: 9 });
  expect(full).toEqual([]);
  expect(refused.map(({ items }) => items[0])).toEqual(withoutText);
  const refusal = "sendParcels: an item cannot be written as JSON";
  expect(reasons(refused)).toEqual([
    expect.stringMatching(`^${refusal}: .*BigInt`),
    refusal,
    refusal,
    refusal,
    `${refusal}: The body.at is Invalid Date, which JSON has no text for`,
    refusal,
  ]);
});

test.each(withoutText.map((item) => ({ item })))(
  "it is refused in the midst of requests that are encoded as a whole too ($item)",
  ({ item }) => {
    const { full, refused } = chunks([1, 2, null, item, 4, 5, 6], { maxItems: 2 });
    expect(refused.map(({ items }) => items)).toEqual([[item]]);
    expect(full.map(({ body }) => body)).toEqual(['{"data":[1,2]}', '{"data":[null,4]}', '{"data":[5,6]}']);
  },
);

test("a request that turns out too large as a whole is taken apart, and loses nothing", () => {
  const large = "x".repeat(30);
  const { all } = chunks([1, 2, 3, large, large, 6, "y".repeat(90), 8, 9], { maxItems: 2, maxBytes: 60 });
  expect(all.map(({ items }) => items)).toEqual([[1, 2], [3, large], [large, 6], ["y".repeat(90)], [8, 9]]);
});

test("what the iterator's own code ends takes no more, and what it throws loses nothing", () => {
  const ending = chunkerOf({ maxItems: 3 });
  function* endsAt(last: number): Generator<number> {
    for (let item = 1; ; item += 1) {
      if (item === last) ending.end();
      yield item;
    }
  }
  // The second time it is encoded as a whole.
  const items = endsAt(6);
  expect(ending.addFrom(items)).toBe(false);
  expect(ending.ready.splice(0)).toEqual([{ items: [1, 2, 3], body: '{"data":[1,2,3]}' }]);
  expect(ending.addFrom(items)).toBe(true);
  ending.add(7);
  expect(ending.ready).toEqual([{ items: [4, 5], body: '{"data":[4,5]}' }]);
  expect(ending.taken()).toBe(5);

  const throwing = chunkerOf({ maxItems: 3 });
  function* throwsAt(last: number): Generator<number> {
    for (let item = 1; item < last; item += 1) yield item;
    throw new Error("no more");
  }
  const until = throwsAt(6);
  throwing.addFrom(until);
  throwing.ready.length = 0;
  expect(() => throwing.addFrom(until)).toThrow("no more");
  expect(throwing.taken()).toBe(5);
  throwing.end();
  expect(throwing.ready).toEqual([{ items: [4, 5], body: '{"data":[4,5]}' }]);
});

test("whatever the items are, none is lost, none is too much, and no two chunks could have been one", () => {
  const items = fc.array(fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.jsonValue()), {
    maxLength: 150,
  });
  const limits = fc.record({
    maxItems: fc.integer({ min: 1, max: 50 }),
    maxBytes: fc.oneof(fc.integer({ min: 11, max: 120 }), fc.integer({ min: 120, max: 3000 })),
  });
  const size = (text: string): number => Buffer.byteLength(text);
  fc.assert(
    fc.property(items, limits, (given, { maxItems, maxBytes }) => {
      const { full, refused, all } = chunks(given, { maxItems, maxBytes });
      const left = new Set(refused.map(({ items: [item] }) => item));
      expect(full.flatMap((chunk) => chunk.items)).toEqual(given.filter((item) => !left.has(item)));
      expect(all.reduce((sum, portion) => sum + portion.items.length, 0)).toBe(given.length);
      for (const { items: own, body } of full) {
        expect(body).toBe(JSON.stringify({ data: own }));
        expect(own.length).toBeLessThanOrEqual(maxItems);
        expect(size(body)).toBeLessThanOrEqual(maxBytes);
      }
      for (const item of left) expect(size(JSON.stringify({ data: [item] }))).toBeGreaterThan(maxBytes);
      for (const [at, { items: own, body }] of full.slice(0, -1).entries()) {
        const next = JSON.stringify(full[at + 1]?.items[0]);
        expect(own.length === maxItems || size(`${body},${next}`) > maxBytes).toBe(true);
      }
    }),
    { seed: 20_260_921, numRuns: 500 },
  );
});
