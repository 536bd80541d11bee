import { describe, expect, test } from "vitest";
import { jsonAnswer } from "../answer/json.js";
import { json } from "../body/json.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { ParameterDefinition } from "../request/parameters.js";
import { loopback, sendJson, type Answer, type Loopback } from "../testing/loopback.js";
import { api, sampleClient } from "../testing/sample.js";
import { countedPages } from "./counted.js";
import { cursorPages } from "./cursor.js";
import { linkPages } from "./link.js";
import { definePagedBodyOperation, definePagedOperation, type PagedOperation } from "./paged-operation.js";
import type { PageStyle } from "./style.js";

type Input = Readonly<Record<string, unknown>>;

function query(...names: readonly string[]): ParameterDefinition[] {
  return names.map((name) => ({ in: "query", name }));
}

function list(
  page: PageStyle,
  params: readonly ParameterDefinition[],
): PagedOperation<Input, number, unknown, Error> {
  const common = { api, id: "listParcels", method: "GET", path: "/depots/{depot}/parcels" } as const;
  const depot: ParameterDefinition = { in: "path", name: "depot" };
  return definePagedOperation({
    ...common,
    params: [depot, ...params],
    idempotency: "safe",
    security: [["inQuery", "key"]],
    answers: { 200: jsonAnswer },
    page,
  });
}

const keys = { queryKey: "q-secret", apiKey: "h-secret" };

/** Seven numbers, as many at a time as `count` asks for, from `from` on. */
function numbers(answer: (from: number, count: number, url: URL) => unknown): Answer {
  return (response, { url }) => {
    const parsed = new URL(url, "http://localhost");
    const asked = (name: string): number => Number(parsed.searchParams.get(name) ?? 0);
    sendJson(response, 200, answer(asked("from"), asked("count") || 3, parsed));
  };
}

function slice(from: number, count: number): number[] {
  return [0, 1, 2, 3, 4, 5, 6].slice(from, from + count);
}

function queries({ received }: Loopback, ...names: readonly string[]): (string | null)[][] {
  return received.map(({ url }) => {
    const { searchParams } = new URL(url, "http://localhost");
    return names.map((name) => searchParams.get(name));
  });
}

async function all(service: Loopback, operation: ReturnType<typeof list>, input: Input): Promise<number[]> {
  return operation(sampleClient(service.url, keys), { depot: "north", ...input }).toArray({ max: 100 });
}

describe("offset", () => {
  const page = { items: ["list"], cursor: ["from"], by: "item" } as const;

  test("counts the items that came, until an empty page", async () => {
    const service = await loopback(numbers((from, count) => ({ list: slice(from, count) })));
    const operation = list(countedPages({ ...page, end: "empty-page" }), query("from", "count"));
    expect(await all(service, operation, {})).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(queries(service, "from")).toEqual([[null], ["3"], ["6"], ["7"]]);
  });

  test("begins where the input or a stored cursor says", async () => {
    const service = await loopback(numbers((from, count) => ({ list: slice(from, count) })));
    const operation = list(countedPages({ ...page, end: "empty-page" }), query("from", "count"));
    expect(await all(service, operation, { from: 2 })).toEqual([2, 3, 4, 5, 6]);
    const call = operation(sampleClient(service.url, keys), { depot: "north", count: 2 });
    const sizes: (string | undefined)[] = [];
    for await (const { cursor } of call.pages({ cursor: "4" })) sizes.push(cursor);
    expect(sizes).toEqual(["6", "7", undefined]);
  });

  test("ends with a page that is not full, by the input's size or the document's", async () => {
    const service = await loopback(numbers((from, count) => ({ list: slice(from, count) })));
    const short = countedPages({ ...page, end: "short-page", limit: ["count"], size: 3 });
    const operation = list(short, query("from", "count"));
    expect(await all(service, operation, {})).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await all(service, operation, { count: 5 })).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await all(service, operation, { count: 7 })).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(queries(service, "from")).toEqual([[null], ["3"], ["6"], [null], ["5"], [null], ["7"]]);
  });
});

describe("page number", () => {
  test.each([
    { first: 1, asked: [[null], ["2"], ["3"]] },
    { first: 0, asked: [[null], ["1"], ["2"]] },
  ])("counts pages from $first", async ({ first, asked }) => {
    const service = await loopback(
      numbers((_from, _count, url) => {
        const number = Number(url.searchParams.get("page") ?? first) - first;
        return { list: slice(number * 4, 4) };
      }),
    );
    const style = countedPages({ items: ["list"], cursor: ["page"], by: "page", first, end: "empty-page" });
    expect(await all(service, list(style, query("page")), {})).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(queries(service, "page")).toEqual(asked);
  });
});

describe("cursor", () => {
  test("ends without a cursor, and goes on over empty pages", async () => {
    const pages = [
      { list: [1], next: 5 },
      { list: [], next: "b" },
      { list: null, next: "c" },
      { list: [2], next: null },
    ];
    const service = await loopback((response, _request, index) => sendJson(response, 200, pages[index]));
    const style = cursorPages({ items: ["list"], cursor: ["after"], next: ["next"] });
    expect(await all(service, list(style, query("after")), {})).toEqual([1, 2]);
    expect(queries(service, "after")).toEqual([[null], ["5"], ["b"], ["c"]]);
  });

  test("is read from a header too", async () => {
    const service = await loopback((response, _request, index) =>
      sendJson(response, 200, [index], index < 2 ? { "X-Next-Page": `${index + 1}` } : { "X-Next-Page": "" }),
    );
    const style = cursorPages({ items: [], cursor: ["page"], next: "x-next-page" });
    expect(await all(service, list(style, query("page")), {})).toEqual([0, 1, 2]);
  });

  test("is a number in a body that wants one, also after it was stored as text", async () => {
    const service = await loopback((response, { body }) => {
      const { after = 0 } = JSON.parse(body.toString() || "{}");
      sendJson(response, 200, { list: [after], next: after < 2 ? after + 1 : null });
    });
    const operation: PagedOperation<Input, unknown, unknown, Error> = definePagedBodyOperation({
      api,
      id: "searchParcels",
      method: "POST",
      path: "/parcels/search",
      idempotency: "safe",
      body: json,
      answers: { 200: jsonAnswer },
      page: cursorPages({ items: ["list"], cursor: ["after"], next: ["next"], numeric: true }),
    });
    const first = await operation(sampleClient(service.url), {});
    expect(first.cursor).toBe("1");
    const items: unknown[] = [];
    for await (const page of operation(sampleClient(service.url), {}).pages({ cursor: "1" }))
      items.push(...page.items);
    expect(items).toEqual([1, 2]);
  });
});

describe("link", () => {
  const inBody = list(linkPages({ items: ["list"], next: ["links", "next"] }), query("count"));
  const inHeader = list(linkPages({ items: [], next: "link" }), query("count"));

  test("in the body is followed with the credentials of the client, each once", async () => {
    const service = await loopback(
      numbers((from, count, url) => {
        url.searchParams.set("from", String(from + count));
        return {
          list: slice(from, count),
          links: from + count < 7 ? { next: service.url + url.pathname + url.search } : {},
        };
      }),
    );
    expect(await all(service, inBody, { count: 4 })).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(queries(service, "from", "count", "api_key")).toEqual([
      [null, "4", "q-secret"],
      ["4", "4", "q-secret"],
    ]);
    expect(service.received[1]?.url.match(/api_key/g)).toHaveLength(1);
    expect(service.received.map(({ headers }) => headers["x-key"])).toEqual(["h-secret", "h-secret"]);
  });

  test("in the header may be relative and lie beside the base path", async () => {
    const service = await loopback((response, { url }) => {
      const from = Number(new URL(url, "http://localhost").searchParams.get("from") ?? 0);
      const next =
        from + 3 < 7 ? { link: `</else/where?from=${from + 3}>; rel="next"` } : { link: '</>; rel="first"' };
      sendJson(response, 200, slice(from, 3), next);
    });
    const call = inHeader(sampleClient(`${service.url}/base`, keys), { depot: "a/b" });
    expect(await call.toArray({ max: 100 })).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(service.received.map(({ url }) => url.split("?")[0])).toEqual([
      "/base/depots/a%2Fb/parcels",
      "/else/where",
      "/else/where",
    ]);
  });

  test("is the cursor to store, and another process goes on from it", async () => {
    const service = await loopback(
      numbers((from) => ({ list: [from], links: { next: from < 2 ? `?from=${from + 1}` : "" } })),
    );
    const client = sampleClient(service.url, keys);
    const first = await inBody(client, { depot: "north" });
    expect(first.cursor).toBe(`${service.url}/depots/north/parcels?from=1`);
    const rest: number[] = [];
    for await (const page of inBody(client, { depot: "north" }).pages({ cursor: `${first.cursor}` }))
      rest.push(...page.items);
    expect(rest).toEqual([1, 2]);
  });

  test("to another origin is not followed: nothing arrives there", async () => {
    const elsewhere = await loopback((response) => sendJson(response, 200, { list: [], links: {} }));
    const service = await loopback((response) =>
      sendJson(response, 200, { list: [1], links: { next: `${elsewhere.url}/depots/north/parcels?from=1` } }),
    );
    const seen: number[] = [];
    const iterate = async (): Promise<void> => {
      for await (const item of inBody(sampleClient(service.url, keys), { depot: "north" })) seen.push(item);
    };
    const error: unknown = await iterate().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toContain("a link is only followed to the same origin");
    expect(seen).toEqual([1]);
    expect(elsewhere.received).toEqual([]);
    const resumed = inBody(sampleClient(service.url, keys), { depot: "north" }).pages({
      cursor: elsewhere.url,
    });
    await expect(resumed[Symbol.asyncIterator]().next()).rejects.toThrow(ConfigurationError);
    expect(elsewhere.received).toEqual([]);
  });

  test("of another scheme is not followed either", async () => {
    const service = await loopback((response) =>
      sendJson(response, 200, { list: [1], links: { next: "javascript:alert(1)" } }),
    );
    await expect(all(service, inBody, {})).rejects.toThrow(ConfigurationError);
  });

  test("that leads back to an earlier page throws", async () => {
    const service = await loopback((response) =>
      sendJson(response, 200, { list: [1], links: { next: "?from=1" } }),
    );
    await expect(all(service, inBody, {})).rejects.toThrow("leads back to an earlier page");
    expect(service.received).toHaveLength(2);
  });
});
