import { describe, expect, it } from "vitest";
import { operation } from "../testing/document.ts";
import { exampleArgument } from "./example.ts";

function argument(rest: string, more: { path?: string; components?: string } = {}): string | undefined {
  const { operation: found, api } = operation(`post: { operationId: run, responses: {}, ${rest} }`, {
    ...(more.path === undefined ? {} : { path: more.path }),
    rest: more.components === undefined ? "" : `components: { schemas: { ${more.components} } }`,
  });
  return exampleArgument(api, found);
}

const body = (schema: string, more = ""): string =>
  `requestBody: { required: true, content: { application/json: { schema: ${schema}${more} } } }`;

describe("the argument of an example call", () => {
  it.each([
    ["summary: none", undefined],
    ["requestBody: { content: { application/json: { schema: { type: object } } } }", undefined],
    ["parameters: [{ name: a, in: query }]", undefined],
    [
      "parameters: [{ name: a, in: query, required: true, schema: { type: integer, minimum: 5 } }]",
      "{ a: 5 }",
    ],
    ["parameters: [{ name: a, in: query, example: x }]", '{ a: "x" }'],
    [
      "parameters: [{ name: 'p[a]', in: query, example: 1 }, { name: 'p[b]', in: query, example: 2 }]",
      "{ p: { a: 1, b: 2 } }",
    ],
    ["parameters: [{ name: __proto__, in: query, example: 1 }]", '{ ["__proto__"]: 1 }'],
    [body("{ type: string }", ", example: documented"), '"documented"'],
    [body("{ type: string }", ", examples: { a: { value: first }, b: { value: second } }"), '"first"'],
    [body("{ type: string, examples: [declared] }"), '"declared"'],
    [
      body(
        "{ type: object, required: [a, d], properties: { a: { type: string }, b: { type: string }, d: { type: string, format: date-time } } }",
      ),
      '{ a: "…", d: new Date() }',
    ],
    [body("{ type: object, required: [a], properties: { a: { type: string, readOnly: true } } }"), "{}"],
    [body("{ enum: [x, y] }"), '"x"'],
    [body("{ type: array, minItems: 1, items: { type: boolean } }"), "[true]"],
    [body("{ type: array, items: { type: boolean } }"), "[]"],
    [body("{ prefixItems: [{ const: a }, { const: b }], minItems: 1 }"), '["a"]'],
    [body("{ oneOf: [{ const: 1 }, { const: 2 }] }"), "1"],
    [body("{ type: integer, default: 7 }"), "7"],
    [
      body(
        "{ allOf: [{ type: object, required: [a], properties: { a: { const: 1 } } }, { type: object, required: [b], properties: { b: { const: 2 } } }] }",
      ),
      "{ a: 1, b: 2 }",
    ],
    [
      body(
        "{ allOf: [{ type: object, required: [a], properties: { a: { const: 1 } } }, { type: object, required: [a, b], properties: { a: { type: integer }, b: { const: __proto__ } } }] }",
      ),
      '{ a: 1, b: "__proto__" }',
    ],
    [
      body(
        "{ allOf: [{ type: object, properties: { a: { type: string }, c: { type: string } } }, { required: [a, b] }] }",
      ),
      '{ a: "…", b: null }',
    ],
    ["requestBody: { content: { image/png: {} } }", 'new Blob(["…"])'],
  ])("%s: %s", (rest, expected) => {
    expect(argument(rest)).toBe(expected);
  });

  it("has parameters and the body in one object", () => {
    const rest = `parameters: [{ name: id, in: path, example: a }], ${body("{ type: string }", ", example: b")}`;
    expect(argument(rest, { path: "/x/{id}" })).toBe('{ id: "a", body: "b" }');
  });

  const base =
    "Base: { type: object, required: [kind], properties: { kind: { type: string, example: any } } }";
  const cat =
    "Cat: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, required: [lives], properties: { lives: { type: integer } } }] }";
  const dog = "Dog: { allOf: [{ $ref: '#/components/schemas/Base' }] }";
  const pet = (discriminator: string): string =>
    `Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: ${discriminator} }`;

  it.each([
    ["{ propertyName: kind, mapping: { dog: Dog, a-cat: Cat } }", '"a-cat"'],
    ["{ propertyName: kind }", '"Cat"'],
  ])("has the tag of the variant that it shows: %s", (discriminator, tag) => {
    const components = [base, cat, dog, pet(discriminator)].join(", ");
    expect(argument(body('{ $ref: "#/components/schemas/Pet" }'), { components })).toBe(
      `{ kind: ${tag}, lives: 1 }`,
    );
  });

  it("has the tag also where the variant is shown by its example", () => {
    const example = "Cat: { type: object, properties: { lives: { type: integer } }, example: { lives: 9 } }";
    const components = [example, dog, base, pet("{ propertyName: kind, mapping: { kitty: Cat } }")].join(
      ", ",
    );
    expect(argument(body('{ $ref: "#/components/schemas/Pet" }'), { components })).toBe(
      '{ lives: 9, kind: "kitty" }',
    );
  });

  it("ends where a schema needs itself", () => {
    const node =
      'Node: { type: object, required: [next], properties: { next: { $ref: "#/components/schemas/Node" } } }';
    const text = argument(body('{ $ref: "#/components/schemas/Node" }'), { components: node });
    expect(text).toMatch(/^(\{ next: )+\{\}( \})+$/);
  });
});
