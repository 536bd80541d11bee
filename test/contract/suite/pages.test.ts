// Ways in which a list can come, and what a caller must get of each, page by page and item by item.
import { sampler } from "@clientwright/testing";
import { afterAll, expect, it } from "vitest";
import { type JsonValue, listOf } from "../../docs/json.ts";
import { asOptions, credentialsOf } from "../credentials.ts";
import { plainInput } from "../examples.ts";
import { bodyWith, pagesOf, valueAt } from "../places.ts";
import { callStyles, loadSubject } from "../subject.ts";
import { recordTraffic } from "../traffic.ts";
import { useMock } from "../use-mock.ts";

const subject = await loadSubject();
const mock = useMock(subject);
const traffic = recordTraffic(20);
const client = subject.createClient({
  ...asOptions(credentialsOf(subject.document)),
  fetch: traffic.watch(mock.fetch),
  retry: false,
});
const paged = subject.operations.flatMap((operation) => {
  const pages = pagesOf(subject.rawOperation(operation.id));
  if (pages === undefined) return [];
  const input = plainInput(operation, subject.document);
  const items = itemsOf(operation.id, pages.items);
  return callStyles.map((style) => ({ id: operation.id, style, pages, input, items }));
});

/** Twelve different items, as the document describes them. */
function itemsOf(id: string, path: readonly string[]): JsonValue[] {
  const samples = sampler(subject.document);
  const found = new Map<string, JsonValue>();
  for (let seed = 0; found.size < 12; seed++) {
    for (const item of listOf(valueAt(path, samples.answer(id, 200, seed).body)))
      found.set(JSON.stringify(item), item);
  }
  return [...found.values()].slice(0, 12);
}

afterAll(() => traffic.write("pages"));

/** How many items each page has, and whether it says where to go on; a status is a failure in place of a page. */
interface Plan {
  readonly name: string;
  readonly pages: readonly { readonly size: number; readonly next?: string; readonly status?: number }[];
  /** How many requests it must take. */
  readonly requests: number;
  /** Class of the error that ends it. */
  readonly error?: string;
}

const plans: readonly Plan[] = [
  { name: "nothing", pages: [{ size: 0 }], requests: 1 },
  { name: "nothing, with a cursor all the same", pages: [{ size: 0, next: "a" }], requests: 1 },
  { name: "one page", pages: [{ size: 2 }], requests: 1 },
  { name: "one page, then an empty one", pages: [{ size: 2, next: "a" }, { size: 0 }], requests: 2 },
  {
    name: "an empty last page with a cursor",
    pages: [{ size: 2, next: "a" }, { size: 0, next: "b" }, { size: 2 }],
    requests: 2,
  },
  {
    name: "many pages",
    pages: [{ size: 3, next: "a" }, { size: 3, next: "b" }, { size: 3, next: "c" }, { size: 1 }],
    requests: 4,
  },
  {
    name: "an exact multiple of the page size",
    pages: [
      { size: 4, next: "a" },
      { size: 4, next: "b" },
      { size: 4, next: "c" },
      { size: 0, next: "d" },
    ],
    requests: 4,
  },
  {
    name: "a short page in the middle",
    pages: [{ size: 3, next: "a" }, { size: 1, next: "b" }, { size: 3, next: "c" }, { size: 0 }],
    requests: 4,
  },
  { name: "a cursor of odd characters", pages: [{ size: 1, next: "a+b/c= &ü%" }, { size: 1 }], requests: 2 },
  {
    name: "a cursor that comes again",
    pages: [
      { size: 2, next: "a" },
      { size: 2, next: "a" },
    ],
    requests: 2,
    error: "DecodeError",
  },
  {
    name: "a failure in the middle",
    pages: [
      { size: 2, next: "a" },
      { size: 0, status: 403 },
    ],
    requests: 2,
    error: "ApiError",
  },
];

const all = paged.flatMap((one) => plans.map((plan) => ({ ...one, plan, name: plan.name })));
type Case = (typeof all)[number];

/** Answers as planned, and gives the items that a caller must get. */
function answerAs({ id, pages: { items: path, next }, items, plan }: Case): readonly JsonValue[] {
  let taken = 0;
  const bodies = plan.pages.map((page) => {
    const from = taken;
    taken += page.size;
    return { ...page, items: items.slice(from, taken) };
  });
  mock.on(
    id,
    bodies.map((page) =>
      page.status === undefined
        ? { body: bodyWith([path, page.items], [next, page.next]) }
        : { status: page.status, body: { errors: ["no"] } },
    ),
  );
  return bodies.slice(0, plan.requests).flatMap((page) => page.items);
}

it("every operation with pages in the document is covered, as function and as method", () => {
  const documented = JSON.stringify(subject.document).match(/"x-clientwright-pagination":\{/g)?.length ?? 0;
  expect(paged).toHaveLength(documented * callStyles.length);
});

it.each(all)("iterating $id, as $style: $name", async (one) => {
  const { id, style, input, pages, plan } = one;
  const wanted = answerAs(one);
  const call = subject.start(style, client, id, input);
  const taken: unknown[] = [];
  let failure: unknown;
  try {
    for await (const item of iterable(call)) {
      taken.push(item);
      // A client that goes round in circles is stopped, so that it fails here and not by a time limit.
      if (taken.length > 40) break;
    }
  } catch (error) {
    failure = error;
  }
  expect(taken).toEqual(plan.error === "DecodeError" ? wanted.slice(0, taken.length) : wanted);
  expect(failure !== undefined).toBe(plan.error !== undefined);
  if (plan.error !== undefined) expect(subject.isA(plan.error, failure)).toBe(true);
  expect(mock.requests).toHaveLength(plan.requests);
  const cursors = mock.requests.slice(1).map((request) => pages.cursorOf(request));
  expect(cursors).toEqual(plan.pages.slice(0, plan.requests - 1).map(({ next }) => next));
});

it.each(all.filter(({ plan }) => plan.error === undefined))(
  "iterating $id, as $style, twice: $name",
  async (one) => {
    const call = subject.start(one.style, client, one.id, one.input);
    for (const _ of [1, 2]) {
      const wanted = answerAs(one);
      expect(await method(call, "toArray")({ max: Infinity })).toEqual(wanted);
    }
  },
);

it.each(paged)(
  "iterating $id, as $style, stops when the caller does",
  async ({ id, style, input, pages, items }) => {
    mock.on(
      id,
      [1, 2, 3].map((page) => ({
        body: bodyWith([pages.items, items.slice(0, 2)], [pages.next, `c${page}`]),
      })),
    );
    for await (const _ of iterable(subject.start(style, client, id, input))) break;
    expect(mock.requests).toHaveLength(1);
    const call = subject.start(style, client, id, input);
    expect(await method(call, "toArray")({ max: 3 })).toHaveLength(3);
    expect(mock.requests).toHaveLength(3);
  },
);

it.each(paged)("pages of $id, as $style, go on from a stored cursor and change nothing else", async (one) => {
  const { id, style, input, pages, items } = one;
  const body = (next: string | undefined): object => ({
    body: bodyWith([pages.items, next === undefined ? [] : items.slice(0, 2)], [pages.next, next]),
  });
  mock.on(id, [body("b"), body("c"), body(undefined)]);
  const before = structuredClone(input);
  const call = subject.start(style, client, id, input, { prefetch: true });
  const seen: unknown[] = [];
  for await (const page of iterable(method(call, "pages")({ cursor: "a" }))) {
    seen.push([Reflect.get(Object(page), "items").length, Reflect.get(Object(page), "cursor")]);
  }
  expect(seen).toEqual([
    [2, "b"],
    [2, "c"],
    [0, undefined],
  ]);
  expect(mock.requests.map((request) => pages.cursorOf(request))).toEqual(["a", "b", "c"]);
  // A page's cursor may be a parameter or part of the body: without it, all requests are alike.
  const rest = mock.requests.map(({ target, body: sent }) =>
    `${target} ${JSON.stringify(sent)}`.replaceAll(/"?\b[abc]\b"?/g, ""),
  );
  expect(new Set(rest).size).toBe(1);
  expect(input).toEqual(before);
});

it.each(paged)(
  "pages of $id, as $style: a page that failed can be asked for again",
  async ({ id, style, input, pages, items }) => {
    const first = { body: bodyWith([pages.items, items.slice(0, 2)], [pages.next, "a"]) };
    mock.on(id, [
      first,
      { status: 403, body: { errors: [] } },
      { body: bodyWith([pages.items, items.slice(2, 4)]) },
    ]);
    const page: unknown = await subject.call(style, client, id, input);
    await expect(method(page, "nextPage")()).rejects.toThrow("403");
    const next: unknown = await method(page, "nextPage")();
    expect(Reflect.get(Object(next), "items")).toEqual(items.slice(2, 4));
    expect(method(next, "hasNextPage")()).toBe(false);
  },
);

function iterable(value: unknown): AsyncIterable<unknown> {
  const start = method(value, Symbol.asyncIterator);
  return { [Symbol.asyncIterator]: () => start() as AsyncIterator<unknown> };
}

function method(holder: unknown, name: string | symbol): (...given: readonly unknown[]) => unknown {
  const found: unknown = Reflect.get(Object(holder), name);
  if (typeof found !== "function") throw new TypeError(`There is no method ${String(name)}`);
  return (...given) => Reflect.apply(found, holder, given);
}
