import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { asOptions, credentialsOf } from "./credentials.ts";
import { startLoopback } from "./loopback.ts";
import { bodyWith, type Pages, pagesOf } from "./places.ts";
import { requestCasesOf } from "./request-cases.ts";
import { quietEnvironment } from "./surroundings.ts";
import { callStyles, loadSubject } from "./subject.ts";

const subject = await loadSubject();
const service = await startLoopback();
const credentials = credentialsOf(subject.document);
const client = subject.createClient({ ...asOptions(credentials), baseUrl: service.url, retry: false });
const paged = [...subject.operations].flatMap(([id, operation]) => {
  const pages = pagesOf(operation);
  const input = requestCasesOf(id, operation, credentials)[0]?.input;
  return pages === undefined ? [] : callStyles.map((style) => ({ id, style, pages, input }));
});

afterAll(() => service.close());
beforeEach(() => quietEnvironment(subject.document));
afterEach(() => vi.unstubAllEnvs());

/** Two full pages and one that is empty, which still has a cursor: that is how the services of these documents end. */
function answerInPages({ items, next, cursorOf }: Pages): void {
  const after: Readonly<Record<string, number>> = { "cursor-1": 1, "cursor-2": 2 };
  service.answerWith((request) => {
    const at = after[String(cursorOf(request))] ?? 0;
    const data = at < 2 ? [{ id: `${at}.0` }, { id: `${at}.1` }] : [];
    const body = bodyWith([items, data], [next, `cursor-${at + 1}`]);
    return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  });
}

const everything = [{ id: "0.0" }, { id: "0.1" }, { id: "1.0" }, { id: "1.1" }];

it("every operation with pages in the document is covered, as function and as method", () => {
  const documented = JSON.stringify(subject.document).match(/"x-clientwright-pagination":\{/g)?.length ?? 0;
  expect(paged).toHaveLength(documented * callStyles.length);
});

it.each(paged)("$id gives all items, as $style", async ({ id, style, pages, input }) => {
  expect(pages.end).toBe("empty-page");
  answerInPages(pages);
  const taken: unknown[] = [];
  for await (const item of iterable(subject.start(style, client, id, input))) taken.push(item);
  expect(taken).toEqual(everything);
  const cursors = service.received.map((request) => pages.cursorOf(request));
  expect(cursors.slice(1)).toEqual(["cursor-1", "cursor-2"]);
});

it.each(paged)("$id goes on from a stored cursor, as $style", async ({ id, style, pages, input }) => {
  answerInPages(pages);
  const call: unknown = subject.start(style, client, id, input, { prefetch: true });
  const from = iterable(method(call, "pages")({ cursor: "cursor-1" }));
  const sizes: unknown[] = [];
  for await (const page of from)
    sizes.push([Reflect.get(Object(page), "items").length, Reflect.get(Object(page), "cursor")]);
  expect(sizes).toEqual([
    [2, "cursor-2"],
    [0, undefined],
  ]);
  const [first, ...others] = service.received;
  expect(first && pages.cursorOf(first)).toBe("cursor-1");
  // Nothing but the cursor differs from request to request.
  const withoutCursor = (text: string): string => text.replaceAll(/cursor-\d/g, "");
  for (const { target, body } of others) {
    expect(withoutCursor(target)).toBe(withoutCursor(first?.target ?? ""));
    expect(withoutCursor(body)).toBe(withoutCursor(first?.body ?? ""));
  }
});

it.each(paged)("$id takes no more than asked for, as $style", async ({ id, style, pages, input }) => {
  answerInPages(pages);
  const call: unknown = subject.start(style, client, id, input);
  expect(await method(call, "toArray")({ max: 3 })).toEqual(everything.slice(0, 3));
  expect(service.received).toHaveLength(2);
});
function iterable(value: unknown): AsyncIterable<unknown> {
  const start = method(value, Symbol.asyncIterator);
  return { [Symbol.asyncIterator]: () => start() as AsyncIterator<unknown> };
}

function method(holder: unknown, name: string | symbol): (...given: readonly unknown[]) => unknown {
  const found: unknown = Reflect.get(Object(holder), name);
  if (typeof found !== "function") throw new TypeError(`There is no method ${String(name)}`);
  return (...given) => Reflect.apply(found, holder, given);
}
