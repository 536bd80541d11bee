// Batches of every size that matters, with whatever can go wrong in them. Every item is in exactly one outcome.
import { faults } from "@clientwright/testing";
import { afterAll, describe, expect, it, vi } from "vitest";
import { isObject, type JsonObject, type JsonValue, listOf, objectOf } from "../../docs/json.ts";
import { asOptions, credentialsOf } from "../credentials.ts";
import { requestExamplesOf } from "../examples.ts";
import { batchItemsOf, bodyWith, valueAt } from "../places.ts";
import { callStyles, loadSubject } from "../subject.ts";
import { recordTraffic } from "../traffic.ts";
import { useMock } from "../use-mock.ts";

const subject = await loadSubject();
const mock = useMock(subject);
const traffic = recordTraffic(3);
const client = subject.createClient({
  ...asOptions(credentialsOf(subject.document)),
  fetch: traffic.watch(mock.fetch),
  retry: false,
});

const batched = subject.operations.flatMap((operation) => {
  const raw = subject.rawOperation(operation.id);
  const path = batchItemsOf(raw);
  if (path === undefined) return [];
  // The documented examples, each as one item or as several.
  const shown = requestExamplesOf(operation).flatMap(([, body]) => {
    const value = valueAt(path, body);
    return isObject(value) ? [value] : listOf(value);
  });
  const { maxItems } = objectOf(raw["x-clientwright-batch"]);
  const { id } = operation;
  const name = `batch${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  return callStyles.map((style) => ({ id, name, style, path, shown, most: Number(maxItems) }));
});
type Case = (typeof batched)[number];

/** That many items, each one told apart by a field that the document leaves open. */
function itemsOf({ shown }: Case, count: number): JsonObject[] {
  return Array.from({ length: count }, (_, index) => ({
    ...objectOf(shown[index % shown.length]),
    number: index,
  }));
}

/** The items of each request, by their numbers. */
function sentNumbers({ path }: Case): number[][] {
  return mock.requests.map(({ body }) =>
    listOf(valueAt(path, body)).map((item) => Number(objectOf(item)["number"])),
  );
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

afterAll(() => traffic.write("batches"));

it("every operation with batches in the document is covered, as function and as method", () => {
  const documented = JSON.stringify(subject.document).match(/"x-clientwright-batch":\{/g)?.length ?? 0;
  expect(batched).toHaveLength(documented * callStyles.length);
});

describe.each(batched)("$name, as $style", (one) => {
  const { id, name, style, path, shown, most } = one;
  const run = (items: unknown, options: object = {}): Promise<unknown> =>
    Promise.resolve(subject.start(style, client, name, items, { concurrency: 1, ...options }));

  it("sends the documented examples together", async () => {
    expect(shown.length).toBeGreaterThan(1);
    expect(await run(shown)).toMatchObject({ taken: shown.length, sent: shown.length, failures: [] });
    expect(mock.requests.map(({ body }) => body)).toEqual([bodyWith([path, shown])]);
  });

  it.each([0, 1, most - 1, most, most + 1, 2 * most + 1])(
    "%i items in as few requests as it takes",
    async (count) => {
      const items = itemsOf(one, count);
      expect(await run(items)).toMatchObject({ taken: count, sent: count, failed: 0, failures: [] });
      const sent = sentNumbers(one);
      expect(sent).toHaveLength(Math.ceil(count / most));
      expect(sent.flat()).toEqual(upTo(count));
      for (const numbers of sent) expect(numbers.length).toBeLessThanOrEqual(most);
    },
  );

  it("some requests at a time lose and repeat nothing", async () => {
    expect(await run(itemsOf(one, 50), { maxItems: 3, concurrency: 4 })).toMatchObject({
      sent: 50,
      requests: 17,
    });
    expect(
      sentNumbers(one)
        .flat()
        .toSorted((a, b) => a - b),
    ).toEqual(upTo(50));
  });

  it("splits by bytes, and gives back the one item that is too large", async () => {
    const items = itemsOf(one, 5);
    const size = (item: JsonValue): number => new TextEncoder().encode(JSON.stringify(item)).length;
    const large = { ...items[2], padding: "ü".repeat(4000) };
    const given = items.with(2, large);
    const summary = await run(given, { maxBytes: 2 * Math.max(...items.map(size)) + 100 });
    expect(summary).toMatchObject({
      taken: 5,
      sent: 4,
      failed: 1,
      failures: [{ items: [large], attempts: 0 }],
    });
    expect(subject.isA("BatchItemError", failuresOf(summary)[0]?.error)).toBe(true);
    expect(sentNumbers(one).flat()).toEqual([0, 1, 3, 4]);
    expect(mock.requests.length).toBeGreaterThan(1);
  });

  it("gives back what failed, and sends the rest", async () => {
    mock.on(id, [{}, { status: 400, body: { errors: [{ title: "no" }] } }, {}, faults.refused(), {}]);
    const summary = await run(itemsOf(one, 10), { maxItems: 2 });
    expect(summary).toMatchObject({ taken: 10, sent: 6, failed: 4, requests: 5 });
    const failures = failuresOf(summary);
    expect(failures.map(({ items }) => items.map((item) => Number(objectOf(item)["number"])))).toEqual([
      [2, 3],
      [6, 7],
    ]);
    expect(
      failures.map(({ error }) => [subject.isA("ApiError", error), subject.isA("ConnectionError", error)]),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it("a source that throws ends the batch, with all that was taken accounted for", async () => {
    const items = itemsOf(one, 5);
    const reason = new Error("the source broke");
    const source = function* (): Generator<JsonObject> {
      yield* items;
      throw reason;
    };
    const failure: unknown = await run(source(), { maxItems: 2 }).catch((error: unknown) => error);
    expect(subject.isA("BatchStoppedError", failure)).toBe(true);
    expect(failure).toMatchObject({ cause: reason });
    const sent = sentNumbers(one).flat();
    expect(sent).toEqual(upTo(sent.length));
  });

  it("takes an asynchronous source only as fast as it can be sent", async () => {
    let taken = 0;
    const items = itemsOf(one, 20);
    const source = async function* (): AsyncGenerator<JsonObject> {
      for (const item of items) {
        taken += 1;
        yield item;
      }
    };
    const controller = new AbortController();
    mock.on(id, faults.slowHeaders());
    const batch = run(source(), { maxItems: 2, signal: controller.signal }).catch((error: unknown) => error);
    await vi.waitFor(() => expect(mock.requests).toHaveLength(1));
    expect(taken).toBeLessThan(20);
    controller.abort();
    expect(subject.isA("BatchStoppedError", await batch)).toBe(true);
  });
});

function failuresOf(summary: unknown): { readonly items: readonly JsonValue[]; readonly error: unknown }[] {
  return Reflect.get(Object(summary), "failures");
}
