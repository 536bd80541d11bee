import { describe, expect, it } from "vitest";
import { describeAll, operation } from "../testing/document.ts";
import type { Parameter } from "./api.ts";
import { outline } from "../testing/outline.ts";

function read(
  parameters: string,
  options: { path?: string; rest?: string } = {},
): { parameters: readonly Parameter[]; found: readonly string[] } {
  const { operation: found, found: problems } = operation(
    `get: { operationId: run, parameters: ${parameters}, responses: {} }`,
    options,
  );
  return { parameters: found.parameters, found: describeAll(problems) };
}

describe("a parameter", () => {
  it("has the defaults of its location", () => {
    const { parameters, found } = read(
      "[{ name: p, in: path }, { name: q, in: query }, { name: h, in: header }, { name: c, in: cookie }]",
      { path: "/x/{p}" },
    );
    expect(found).toEqual([]);
    expect(
      parameters.map(({ in: where, style, explode, required }) => [where, style, explode, required]),
    ).toEqual([
      ["path", "simple", false, true],
      ["query", "form", true, false],
      ["header", "simple", false, false],
      ["cookie", "form", true, false],
    ]);
  });

  it.each([
    ["path", "label"],
    ["path", "matrix"],
    ["query", "spaceDelimited"],
    ["query", "pipeDelimited"],
    ["query", "deepObject"],
  ])("in %s may have the style %s, which does not explode by default", (where, style) => {
    const { parameters, found } = read(`[{ name: p, in: ${where}, style: ${style}, schema: {} }]`, {
      path: where === "path" ? "/x/{p}" : "/x",
    });
    expect(found).toEqual([]);
    expect(parameters[0]).toMatchObject({ style, explode: false });
  });

  it("says itself whether it explodes and what it reserves", () => {
    const { parameters } = read("[{ name: p, in: query, explode: false, allowReserved: true, schema: {} }]");
    expect(parameters[0]).toMatchObject({ explode: false, allowReserved: true });
  });

  it.each([
    ["path", "form"],
    ["query", "simple"],
    ["header", "form"],
    ["cookie", "deepObject"],
  ])("in %s cannot have the style %s", (where, style) => {
    const { found } = read(`[{ name: p, in: ${where}, style: ${style} }]`, {
      path: where === "path" ? "/x/{p}" : "/x",
    });
    expect(found).toMatchObject([
      expect.stringMatching(/^CW1030 .* \/paths\/.*\/parameters\/0\/style style must be/),
    ]);
  });

  it("may be serialised by a media type", () => {
    const { parameters } = read(
      "[{ name: p, in: query, content: { application/json: { schema: { properties: { a: {} } } } } }]",
    );
    expect(parameters[0]).toMatchObject({ content: "application/json" });
    expect(parameters.map((parameter) => outline(parameter.schema))).toEqual(["{a?: unknown}"]);
  });

  it("has one media type or a schema: what else there is, is told of", () => {
    const { parameters, found } = read(
      `[
        { name: two, in: query, content: { application/json: { schema: { type: object } }, text/plain: {} } },
        { name: both, in: query, schema: { type: string }, content: { application/json: { schema: { type: number } } } },
        { name: odd, in: query, content: { text/plain: { schma: { type: string } } } },
      ]`,
    );
    expect(parameters.map(({ content, schema }) => `${content} ${outline(schema)}`)).toEqual([
      "application/json {[unknown]}",
      "application/json number",
      "text/plain unknown",
    ]);
    expect(found).toEqual([
      expect.stringMatching(
        /^CW2012 .*\/parameters\/0\/content .* application\/json is used, text\/plain is not/,
      ),
      expect.stringMatching(
        /^CW1034 .*\/parameters\/1\/schema a parameter with content has no schema of its own/,
      ),
      expect.stringMatching(/^CW1031 .*\/content\/text~1plain\/schma a media type has no field "schma"/),
    ]);
  });

  it.each(["path", "header", "cookie"])("in %s reserves nothing, with a warning", (where) => {
    const { parameters, found } = read(`[{ name: p, in: ${where}, allowReserved: true }]`, {
      path: where === "path" ? "/x/{p}" : "/x",
    });
    expect(parameters[0]?.allowReserved).toBe(false);
    expect(found).toEqual([
      expect.stringMatching(/^CW1034 .*\/parameters\/0\/allowReserved allowReserved of .* has no effect/),
    ]);
  });

  it("takes its words from itself, then from its schema", () => {
    const { parameters } = read(
      "[{ name: p, in: query, description: Own., deprecated: true, schema: { description: Theirs., default: 5, maximum: 9 } }]",
    );
    expect(parameters[0]?.docs).toMatchObject({
      description: "Own.",
      deprecated: true,
      default: 5,
      limits: { maximum: 9 },
    });
  });

  it("may be a reference", () => {
    const rest = "components: { parameters: { P: { name: p, in: query, required: true } } }";
    expect(read('[{ $ref: "#/components/parameters/P" }]', { rest }).parameters).toMatchObject([
      { name: "p", in: "query", key: ["p"], required: true },
    ]);
  });

  it.each(["Accept", "content-type", "AUTHORIZATION"])(
    "is ignored as header %s, which is described elsewhere",
    (name) => {
      expect(read(`[{ name: ${name}, in: header }]`).parameters).toEqual([]);
    },
  );

  it.each([
    ["{ in: query }", /^CW1032 .* lacks the required field name/],
    ["{ name: p }", /^CW1032 .* lacks the required field in/],
    ["{ name: p, in: body }", /^CW1030 .* in must be one of path, query, header, cookie/],
    ["7", /^CW1030 .* a parameter must be an object/],
    ["{ name: p, in: query, stile: form }", /^CW1031 .* no field "stile"/],
    ["{ name: p, in: query, required: 'yes' }", /^CW1030 .* required must be true or false/],
  ])("%s is reported", (text, message) => {
    expect(read(`[${text}]`).found).toEqual([expect.stringMatching(message)]);
  });
});

describe("parameters of a path", () => {
  it("hold for its operations, which may replace them", () => {
    const { operation: found } = operation(
      `parameters: [{ name: a, in: query, description: Path. }, { name: b, in: query }, { name: X, in: header }]
get: { operationId: run, parameters: [{ name: a, in: query, description: Own. }, { name: x, in: header }], responses: {} }`,
    );
    expect(found.parameters.map(({ name, docs }) => [name, docs.description])).toEqual([
      ["a", "Own."],
      ["b", undefined],
      ["x", undefined],
    ]);
  });

  it("fit the path, both ways", () => {
    expect(read("[{ name: b, in: path }]", { path: "/x/{a}" }).found).toEqual([
      expect.stringMatching(/^CW2005 .* the path has \{a\}/),
      expect.stringMatching(/^CW2005 .* "b" does not stand in the path/),
    ]);
  });

  it("stand once in each list", () => {
    expect(read("[{ name: a, in: query }, { name: a, in: query }]").found).toEqual([
      expect.stringMatching(/^CW2005 .*\/get\/parameters\/1 the query parameter "a" stands here twice/),
    ]);
    expect(read("[{ name: A, in: header }, { name: a, in: header }]").found).toHaveLength(1);
    expect(read("[{ name: A, in: query }, { name: a, in: query }]").found).toEqual([]);
  });
});

it.each([
  ["type", "remove it, or prefix it with x- if it is yours"],
  ["styl", "did you mean style?"],
  ["ni", "did you mean in?"],
])("the unknown field %s of a parameter has the hint: %s", (field, hint) => {
  const { found } = operation(
    `get: { operationId: run, parameters: [{ name: q, in: query, ${field}: a }], responses: {} }`,
  );
  expect(found).toMatchObject([{ code: "CW1031", hint }]);
});
