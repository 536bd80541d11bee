// What is easy to get wrong about units, reading and aggregating; README.md lists all of it by number.
import { beforeEach, describe, expect, it } from "vitest";
import { objectOf } from "../../docs/json.ts";
import { valueAt } from "../places.ts";
import { openSandbox } from "./sandbox.ts";

const { subject, client, sent, answer, call, sentBody, broken, use, runtime } = await openSandbox();
const list = "listCIAppPipelineEvents";
const search = "searchCIAppPipelineEvents";
const aggregate = "aggregateCIAppPipelineEvents";

beforeEach(() => answer());

describe("units", () => {
  it.each([
    ["CIAppPipelineEventJob", "queue_time", /millisecond/],
    ["CIAppPipelineEventAttributes", "attributes", /`duration` and `start` are in nanoseconds/],
    ["CIAppPipelineEventAttributes", "attributes", /`date_timestamp` is in milliseconds/],
    ["CIAppResponseMetadata", "elapsed", /millisecond/],
    ["CIAppQueryOptions", "time_offset", /second/],
  ])("of %s.%s are told where the field is", (schema, field, unit) => {
    const described = valueAt(["components", "schemas", schema, "properties", field], subject.document);
    expect(String(objectOf(described)["description"])).toMatch(unit);
  });

  it("the age of an event is told of its end, how long it may last of its start", () => {
    const told = (field: string): string => {
      const path = ["components", "schemas", "CIAppPipelineEventFinishedPipeline", "properties", field];
      return String(objectOf(valueAt(path, subject.document))["description"]);
    };
    expect(told("end")).toMatch(/18 hours/);
    expect(told("start")).toMatch(/one year/);
    expect(told("start")).not.toMatch(/hours/);
  });

  it("nanoseconds since 1970 can be read without loss", async () => {
    const { parseLosslessJson } = await runtime("lossless-json");
    const start = 1636629111001000001n;
    const exact = client.with({ parseJson: parseLosslessJson as (text: string) => unknown });
    const fetch = (): Promise<Response> =>
      Promise.resolve(new Response(`{"data":[{"attributes":{"attributes":{"start":${start}}}}]}`));
    const page: unknown = await subject.call("function", exact.with({ fetch }), search, {});
    expect(page).toMatchObject({ items: [{ attributes: { attributes: { start } } }] });
  });
});

describe("reading", () => {
  const found = {
    id: "e",
    attributes: {
      ci_level: "custom",
      tags: ["a:1", "a:1"],
      attributes: { ci: { parameters: ["K:V"] }, duration: 5e9 },
    },
  };

  it("date math, times and milliseconds pass as texts, in a query and in a body", async () => {
    const filter = { from: "now-15m", to: "1636629111001", query: '@ci.status:error AND "a b"' };
    await call(list, { filter });
    expect(broken()).toEqual([]);
    expect(sent[0]?.target).toBe(
      "/api/v2/ci/pipelines/events?filter%5Bquery%5D=%40ci.status%3Aerror%20AND%20%22a%20b%22&filter%5Bfrom%5D=now-15m&filter%5Bto%5D=1636629111001",
    );
    answer();
    await call(search, { filter });
    expect([sentBody(), broken()]).toEqual([{ filter }, []]);
  });

  it.each([
    [1000, [[], []]],
    [1001, [["query-value"], ["body-value"]]],
  ])("a page of %i events, asked for in a query and in a body", async (limit, rules) => {
    const rejected: unknown[] = [];
    for (const operation of [list, search]) {
      answer();
      await call(operation, { page: { limit } });
      rejected.push(broken());
    }
    expect(rejected).toEqual(rules);
  });

  it("links of an answer are never followed", async () => {
    const links = { next: "https://elsewhere.example/api/v2/ci/pipelines/events?page[cursor]=x" };
    answer(
      { body: { data: [found], links, meta: { page: { after: "c1" } } } },
      { body: { data: [], links } },
    );
    const items: unknown[] = [];
    const pages: AsyncIterable<unknown> = Object(call(search, { filter: { query: "a" } }));
    for await (const item of pages) items.push(item);
    expect(items).toEqual([found]);
    expect(sent.map(({ method, target }) => `${method} ${target}`)).toEqual([
      "POST /api/v2/ci/pipelines/events/search",
      "POST /api/v2/ci/pipelines/events/search",
    ]);
  });

  it.each([
    ["a timeout", { status: "timeout" }, "/meta/status"],
    ["warnings", { warnings: [{ code: "unknown_index" }] }, "/meta/warnings"],
  ])("a partial answer under a 200 can be seen: %s", async (_, meta, at) => {
    answer({ body: { data: [found], meta } });
    const page: unknown = await call(search, {});
    expect(page).toMatchObject({ items: [found], partial: [{ at }] });
    const told: unknown[] = [];
    await call(aggregate, {}, { onPartial: (partial: unknown) => told.push(partial) });
    expect(told).toMatchObject([{ reasons: [{ at }] }]);
    const failure: unknown = await call(aggregate, {}, { onPartial: "error" }).then(
      undefined,
      (error: unknown) => error,
    );
    expect(subject.isA("PartialAnswerError", failure)).toBe(true);
  });

  it.each([
    {},
    { meta: { page: { after: "c" } } },
    { data: null },
    { meta: { elapsed: 1, request_id: "r", status: "done" } },
  ])("an answer with hardly anything in it is an empty page: %j", async (body) => {
    answer({ body });
    expect(await call(search, {})).toMatchObject({ items: [], data: body });
  });

  it("free data, tags that repeat and levels that cannot be sent arrive as they are", async () => {
    answer({ body: { data: [found] } });
    expect(await call(list, {})).toMatchObject({ items: [found] });
    expect(use("isKnownCIAppPipelineLevel", "custom")).toBe(true);
    expect(use("isKnownCIAppPipelineLevel", "brand-new")).toBe(false);
  });
});

describe("aggregating", () => {
  it.each([
    ["nothing to compute", {}],
    ["any text as an interval", { compute: [{ aggregation: "count", type: "timeseries", interval: "90s" }] }],
    ["the median by its name", { compute: [{ aggregation: "median", metric: "@duration" }] }],
    [
      "a sort by a measure without its function",
      { group_by: [{ facet: "@a", sort: { type: "measure", metric: "@b" } }] },
    ],
    ["a time zone and an offset", { options: { timezone: "UTC", time_offset: 60 } }],
    [
      "a histogram of many buckets",
      { group_by: [{ facet: "@a", histogram: { interval: 1, min: 0, max: 1e6 } }] },
    ],
    [
      "a flag, a number and a text for totals and for what is missing",
      {
        group_by: [
          { facet: "@a", total: true, missing: "none" },
          { facet: "@b", total: 7, missing: -1 },
          { facet: "@c", total: "all" },
        ],
      },
    ],
  ])("what only the service can judge is sent: %s", async (_, input) => {
    answer({ status: 400, body: { errors: ["no"] } });
    expect(await call(aggregate, input).result()).toMatchObject({
      ok: false,
      error: { status: 400, messages: ["no"] },
    });
    expect([sentBody(), broken()]).toEqual([input, []]);
  });

  it("there is no pc50", async () => {
    await call(aggregate, { compute: [{ aggregation: "pc50", metric: "@duration" }] });
    expect(broken()).toEqual(["body-value"]);
  });

  const computes = { c0: "fast", c1: 12.5, c2: [{ time: "2024-03-01T10:00:00.000Z", value: 1 }], c3: null };
  it.each([
    ["keyed by position, of every kind, null too", [{ by: { "@ci.status": "error" }, computes }]],
    ["none where nothing matched", []],
    ["one without a group", [{ by: {}, computes: { c0: 0 } }]],
    [
      "keyed by the facet's own text, of any type",
      [{ by: { "@a.b": ["x"], $facet_total: 3, "": null }, computes: {} }],
    ],
  ])("buckets: %s", async (_, buckets) => {
    const body = JSON.parse(JSON.stringify({ data: { buckets } }));
    answer({ body });
    expect(await call(aggregate, {})).toEqual(body);
  });

  it("the kind of a computed value is told by its JSON type", () => {
    const guards = ["isBucketValueText", "isBucketValueNumber", "isBucketValuePoints"];
    const told = Object.values(computes).map((value) => guards.filter((guard) => use(guard, value) === true));
    expect(told).toEqual([["isBucketValueText"], ["isBucketValueNumber"], ["isBucketValuePoints"], []]);
  });
});
