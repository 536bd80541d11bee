import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonAnswer } from "../answer/json.js";
import { ApiError } from "../errors/api-error.js";
import { DecodeError } from "../errors/decode-error.js";
import { loopback, sendJson } from "../testing/loopback.js";
import { api, sampleClient } from "../testing/sample.js";
import { cursorPages } from "./cursor.js";
import { definePagedOperation, type PagedOperation } from "./paged-operation.js";
import type { EndRule } from "./style.js";

type End = NonNullable<EndRule["end"]>;

/** What a service has: pages of some sizes, some of which fail at first, and maybe a cursor that leads back. */
interface Plan {
  readonly end: End;
  readonly sizes: readonly number[];
  /** Times that each page fails before it is given. */
  readonly failures: readonly number[];
  /** The last page leads back to this page, where there is one. */
  readonly back: number | undefined;
  readonly prefetch: boolean;
  readonly grain: "items" | "pages" | "nextPage";
}

const plans: fc.Arbitrary<Plan> = fc.record({
  end: fc.constantFrom<End>("empty-page", "no-cursor", "short-page"),
  sizes: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 7 }),
  failures: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 7, maxLength: 7 }),
  back: fc.option(fc.nat({ max: 6 }), { nil: undefined }),
  prefetch: fc.boolean(),
  grain: fc.constantFrom<Plan["grain"]>("items", "pages", "nextPage"),
});

/** What a caller has to see of a plan. */
interface Expected {
  readonly items: readonly string[];
  /** Pages that are given, each once. */
  readonly pages: number;
  readonly loops: boolean;
}

/** The model: pages one after the other until the end rule holds, the cursors stop or lead back. */
function expected({ end, sizes, back }: Plan): Expected {
  const last = sizes.findIndex((size, at) => {
    if (end === "empty-page" && size === 0) return true;
    if (end === "short-page" && size < 3) return true;
    return at === sizes.length - 1;
  });
  const seen = sizes.slice(0, last + 1);
  const ruledEnd =
    (end === "empty-page" && seen.at(-1) === 0) || (end === "short-page" && (seen.at(-1) ?? 0) < 3);
  return {
    items: seen.flatMap((size, page) => Array.from({ length: size }, (_, item) => `${page}.${item}`)),
    pages: seen.length,
    loops: !ruledEnd && last === sizes.length - 1 && leadsBack(sizes, back),
  };
}

/** The first page has no cursor of its own, so nothing can lead back to it. */
function leadsBack(sizes: readonly number[], back: number | undefined): back is number {
  return back !== undefined && back > 0 && back < sizes.length;
}

const styles: Record<End, PagedOperation<{ after?: string }, string, unknown, Error>> = {
  "empty-page": operation("empty-page"),
  "no-cursor": operation("no-cursor"),
  "short-page": operation("short-page"),
};

function operation(end: End): PagedOperation<{ after?: string }, string, unknown, Error> {
  return definePagedOperation({
    api,
    id: "listParcels",
    method: "GET",
    path: "/parcels",
    idempotency: "safe",
    params: [{ in: "query", name: "after" }],
    answers: { 200: jsonAnswer },
    page: cursorPages({ items: ["parcels"], cursor: ["after"], next: ["next"], end, size: 3 }),
  });
}

test("whatever the pages are, each item is seen once and in order, each page is asked for once", async () => {
  let plan: Plan | undefined;
  let failuresLeft: number[] = [];
  let given: number[] = [];
  const service = await loopback((response, { url }) => {
    const { sizes = [], back } = plan ?? {};
    const at = Number(new URL(url, "http://localhost").searchParams.get("after") ?? 0);
    const left = failuresLeft[at] ?? 0;
    failuresLeft[at] = left - 1;
    if (left > 0) return sendJson(response, 400, {});
    given.push(at);
    const parcels = Array.from({ length: sizes[at] ?? 0 }, (_, item) => `${at}.${item}`);
    const next = at + 1 < sizes.length ? `${at + 1}` : leadsBack(sizes, back) ? `${back}` : undefined;
    sendJson(response, 200, { parcels, next });
  });
  const client = sampleClient(service.url, { retry: false });
  await fc.assert(
    fc.asyncProperty(plans, async (random) => {
      plan = random;
      failuresLeft = [...random.failures];
      given = [];
      const { items, pages, loops } = expected(random);
      const seen: string[] = [];
      const ending = await walk(random, seen);
      expect(seen).toEqual(items);
      expect(given).toEqual(Array.from({ length: pages }, (_, at) => at));
      expect(ending instanceof DecodeError).toBe(loops);
    }),
    { seed: 20_260_921, numRuns: 300 },
  );

  /** Takes everything, asking again after each failure; gives the error that ended it, if one did. */
  async function walk({ end, prefetch, grain }: Plan, seen: string[]): Promise<unknown> {
    const call = styles[end](client, {}, { prefetch });
    if (grain === "nextPage") {
      const again = styles[end];
      let page = await persistent(() => again(client, {}));
      while (!(page instanceof Error)) {
        seen.push(...page.items);
        if (!page.hasNextPage()) return undefined;
        const here = page;
        page = await persistent(() => here.nextPage());
      }
      return page;
    }
    const iterator = grain === "items" ? call[Symbol.asyncIterator]() : call.pages()[Symbol.asyncIterator]();
    for (;;) {
      const result = await persistent(async () => iterator.next());
      if (result instanceof Error) return result;
      if (result.done) return undefined;
      if (typeof result.value === "string") seen.push(result.value);
      else seen.push(...result.value.items);
    }
  }
});

/** Tries again what the service refused; a page that cannot be followed is given back. */
async function persistent<T>(step: () => PromiseLike<T>): Promise<T | DecodeError> {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (error instanceof DecodeError) return error;
      if (!(error instanceof ApiError)) throw error;
    }
  }
}
