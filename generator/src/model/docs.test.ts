import { describe, expect, it } from "vitest";
import { operation, schema } from "../testing/document.ts";

describe("annotations of a schema", () => {
  it("are read in both dialects", () => {
    const text = "{ type: string, title: T, description: D, deprecated: true, default: '', example: a }";
    const docs = { title: "T", description: "D", deprecated: true, default: "", examples: ["a"] };
    expect(schema(text, "3.0.3").schema.docs).toMatchObject(docs);
    expect(schema(text, "3.1.0").schema.docs).toMatchObject(docs);
  });

  it("have examples in the plural and the singular, in this order", () => {
    expect(schema("{ type: string, example: c, examples: [a, b] }").schema.docs.examples).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it.each([
    ["false", false],
    ["0", 0],
    ["''", ""],
    ["null", null],
  ])("have a default of %s, which is one", (text, value) => {
    expect(schema(`{ default: ${text} }`).schema.docs).toHaveProperty("default", value);
  });

  it("have no default when none is there", () => {
    expect(schema("{ type: string }").schema.docs).not.toHaveProperty("default");
  });
});

describe("limits", () => {
  it.each([
    ["3.1.0", "{ type: integer, minimum: 1, exclusiveMaximum: 9 }", { minimum: 1, exclusiveMaximum: 9 }],
    [
      "3.0.3",
      "{ type: integer, minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false }",
      { exclusiveMinimum: 1, maximum: 9 },
    ],
    [
      "3.1.0",
      "{ type: string, minLength: 0, maxLength: 5, pattern: ^a$, format: uri }",
      { minLength: 0, maxLength: 5, pattern: "^a$", format: "uri" },
    ],
    [
      "3.1.0",
      "{ type: array, minItems: 1, maxItems: 2, uniqueItems: true }",
      { minItems: 1, maxItems: 2, uniqueItems: true },
    ],
    ["3.1.0", "{ type: object, minProperties: 1, maxProperties: 2 }", { minProperties: 1, maxProperties: 2 }],
    ["3.1.0", "{ type: number, multipleOf: 0.5 }", { multipleOf: 0.5 }],
    ["3.1.0", "{ type: array, uniqueItems: false }", {}],
  ])("of %s: %s", (version, text, limits) => {
    expect(schema(text, version).schema.docs.limits).toEqual(limits);
  });

  it("of the wrong type are reported and left out", () => {
    const { schema: found, found: problems } = schema(
      "{ type: string, maxLength: '5', pattern: 7, exclusiveMinimum: '1', uniqueItems: 'true' }",
    );
    expect(found.docs.limits).toEqual({});
    expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      "CW1034 /components/schemas/It/maxLength",
      "CW1034 /components/schemas/It/pattern",
      "CW1034 /components/schemas/It/exclusiveMinimum",
      "CW1034 /components/schemas/It/uniqueItems",
    ]);
  });
});

describe("examples of a body", () => {
  function examples(media: string): unknown {
    const { operation: found } = operation(
      `post: { operationId: run, requestBody: { content: { application/json: ${media} } }, responses: {} }`,
      { rest: "components: { examples: { E: { summary: S, value: [1] } } }" },
    );
    return found.body?.examples;
  }

  it("are named, with their summaries, references followed", () => {
    expect(examples('{ examples: { a: { value: 1 }, b: { $ref: "#/components/examples/E" } } }')).toEqual([
      { name: "a", value: 1 },
      { name: "b", summary: "S", value: [1] },
    ]);
  });

  it("may be one, and may be null", () => {
    expect(examples("{ example: null }")).toEqual([{ name: "example", value: null }]);
  });

  it("are never fetched", () => {
    expect(examples("{ examples: { a: { externalValue: https://example.com/x.json } } }")).toEqual([]);
  });
});
