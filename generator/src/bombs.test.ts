import { closeSync, openSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "./testing/cli.ts";
import { temporaryFolder } from "./testing/folder.ts";
import { config } from "./testing/project.ts";

/** A document of these schemas, whose first is in a request and in an answer. */
function documentOf(schemas: Readonly<Record<string, unknown>>): string {
  const [first = ""] = Object.keys(schemas);
  const content = { "application/json": { schema: { $ref: `#/components/schemas/${first}` } } };
  return JSON.stringify({
    openapi: "3.1.1",
    info: { title: "T", version: "1" },
    paths: {
      "/x": {
        post: {
          operationId: "x",
          requestBody: { required: true, content },
          responses: { "200": { description: "D", content } },
        },
      },
    },
    components: { schemas },
  });
}

const ref = (name: string): unknown => ({ $ref: `#/components/schemas/${name}` });

/** Schemas that each say something of the next. */
function row(length: number, each: (next: unknown) => unknown): Readonly<Record<string, unknown>> {
  const names = Array.from({ length }, (_, index) => `S${index}`);
  const entries = names.map((name, index) => [name, each(ref(names[index + 1] ?? "Last"))] as const);
  return { ...Object.fromEntries(entries), Last: { type: "object" } };
}

/** Two schemas a level, each made of both of the next level: twice as much at every level. */
function doubling(levels: number, keyword: string): Readonly<Record<string, unknown>> {
  const entries = Array.from({ length: levels }, (_, level) =>
    ["A", "B"].map((name) => [
      `${name}${level}`,
      { [keyword]: ["A", "B"].map((next) => ref(`${next}${level + 1}`)) },
    ]),
  ).flat();
  return {
    ...(Object.fromEntries(entries) as Record<string, unknown>),
    [`A${levels}`]: { type: "object", properties: { a: { const: "a" } } },
    [`B${levels}`]: { type: "object", properties: { a: { const: "b" } } },
  };
}

const choices = (name: string): unknown => ({
  oneOf: Array.from({ length: 10 }, (_, value) => ({ properties: { [name]: { const: value } } })),
});

const members = (count: number, of: unknown): unknown => {
  const names = Array.from({ length: count }, (_, index) => `p${index}`);
  return { type: "object", required: names, properties: Object.fromEntries(names.map((name) => [name, of])) };
};

const wide = Object.fromEntries(
  Array.from({ length: 12 }, (_, level) => [`S${level}`, members(60, ref(`S${level + 1}`))] as const),
);

const head = 'openapi: 3.1.1\ninfo: { title: T, version: "1" }\npaths: {}\n';

/** What a document is, with the code that it ends in; undefined where it is only large, and gives a package. */
const bombs: Readonly<Record<string, readonly [name: string, text: () => string, code: string | undefined]>> =
  {
    "aliases of aliases": [
      "a.yaml",
      () =>
        `${head}x-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 12 }, (_, at) => `x-${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(10)}]`).join("\n")}\n`,
      "CW1004",
    ],
    "an alias inside its own node": ["a.yaml", () => `${head}x-a: &a [*a]\n`, "CW1004"],
    "100,000 levels of YAML": [
      "a.yaml",
      () => `${head}x-a: ${"[".repeat(1e5)}${"]".repeat(1e5)}\n`,
      "CW1005",
    ],
    "100,000 levels of JSON": [
      "a.json",
      () => `{"openapi":"3.1.1","x":${"[".repeat(1e5)}${"]".repeat(1e5)}}`,
      "CW1005",
    ],
    "900 levels of JSON": [
      "a.json",
      () => `{"openapi":"3.1.1","x":${"[".repeat(900)}${"]".repeat(900)}}`,
      "CW1005",
    ],
    "a reference to itself": ["a.json", () => documentOf({ A: ref("B"), B: ref("A") }), "CW1012"],
    "a schema made of itself": ["a.json", () => documentOf({ A: { allOf: [ref("A")] } }), "CW1012"],
    "a row of references": ["a.json", () => documentOf(row(10_000, (next) => next)), undefined],
    "a row of properties": [
      "a.json",
      () => documentOf(row(500, (next) => ({ properties: { next } }))),
      undefined,
    ],
    "a row of allOf": ["a.json", () => documentOf(row(5000, (next) => ({ allOf: [next, {}] }))), "CW1005"],
    "a row of oneOf": [
      "a.json",
      () => documentOf(row(5000, (next) => ({ oneOf: [next, { type: "null" }] }))),
      "CW1005",
    ],
    "allOf that doubles forty times": ["a.json", () => documentOf(doubling(40, "allOf")), "CW1005"],
    "oneOf that doubles forty times": ["a.json", () => documentOf(doubling(40, "oneOf")), "CW1005"],
    "anyOf that doubles forty times": ["a.json", () => documentOf(doubling(40, "anyOf")), "CW1005"],
    "ten choices in twelve places of one value": [
      "a.json",
      () => documentOf({ A: { allOf: Array.from({ length: 12 }, (_, at) => choices(`k${at}`)) } }),
      "CW1005",
    ],
    "an example of 60 to the power of 12": [
      "a.json",
      () => documentOf({ ...wide, S12: { type: "string" } }),
      undefined,
    ],
    "a union of 3,000": [
      "a.json",
      () => documentOf({ A: { oneOf: Array.from({ length: 3000 }, (_, at) => members(1, { const: at })) } }),
      "CW2014",
    ],
    "a text of 2 million characters": [
      "a.json",
      () => documentOf({ A: { type: "object", description: "x ".repeat(1e6) } }),
      "CW1005",
    ],
    "a name of 2 million characters": ["a.json", () => documentOf({ ["x".repeat(2e6)]: {} }), "CW1005"],
  };

/** Runs the program with little memory: a document that takes more ends it, without a code of ours. */
function generateWithin(mebibytes: number, folder: string): ReturnType<typeof run> {
  return run(folder, ["generate"], { NODE_OPTIONS: `--max-old-space-size=${mebibytes}` });
}

describe("a document that is made to exhaust", () => {
  it.each(Object.entries(bombs))(
    "%s ends in a diagnostic, or in a package",
    async (_what, [name, text, code]) => {
      const folder = temporaryFolder({
        [name]: text(),
        "clientwright.config.mjs": config({ documents: [{ document: name }] }),
      });
      const { code: exit, stderr } = await generateWithin(512, folder);
      expect(stderr.slice(0, 2000)).toMatch(code === undefined ? /^$/ : code);
      expect(exit).toBe(code?.startsWith("CW1") === true ? 1 : 0);
    },
  );

  it.each([
    ["JSON", "a.json", 200],
    ["JSON", "a.json", 300],
    ["YAML", "a.yaml", 200],
  ])("one text of %s, %s, %i MB", async (_language, name, megabytes) => {
    const folder = temporaryFolder({
      "clientwright.config.mjs": config({ documents: [{ document: name }] }),
    });
    const file = openSync(join(folder, name), "w");
    const chunk = Buffer.alloc(1e6, "x");
    writeSync(file, '{ "openapi": "3.1.1", "info": { "title": "');
    for (let written = 0; written < megabytes; written++) writeSync(file, chunk);
    writeSync(file, '" } }\n');
    closeSync(file);
    const { code, stderr } = await generateWithin(1024, folder);
    expect([code, stderr.slice(0, 2000)]).toEqual([1, expect.stringContaining("CW1005")]);
    truncateSync(join(folder, name));
  });
});
