import { describe, expect, it } from "vitest";
import { documentOf, modelOne } from "../testing/document.ts";
import { outline } from "../testing/outline.ts";
import { unionsIn } from "../testing/unions.ts";

const base = (mapping = ""): string =>
  `Pet: { type: object, required: [petType], properties: { petType: { type: string }, name: {} }, discriminator: { propertyName: petType${mapping} } }`;
const child = (name: string, of = "Pet"): string =>
  `${name}: { allOf: [{ $ref: "#/components/schemas/${of}" }, { type: object, properties: { ${name.toLowerCase()}Only: {} } }] }`;

describe("a base with a discriminator and no oneOf", () => {
  it("is a union of what extends it, told by the mapping or by name", () => {
    const { explain, found, union } = unionsIn(
      [base(", mapping: { kitty: Cat }"), child("Cat"), child("Dog")].join("\n"),
    );
    expect(found).toEqual([]);
    expect(explain("Pet")).toEqual([
      "2 variants: cat, dog",
      '  petType is "kitty" -> cat',
      '  petType is "Dog" -> dog',
    ]);
    expect(union("Pet").variants.map(({ schema }) => outline(schema))).toEqual([
      '(<Cat>)&({petType: "kitty"})',
      '(<Dog>)&({petType: "Dog"})',
    ]);
  });

  it("stays what it says itself under another name, which is what the variants extend", () => {
    const { api } = unionsIn([base(), child("Cat"), child("Dog")].join("\n"));
    expect(api.types.map(({ name }) => name)).toEqual(["Cat", "Dog", "Pet", "PetBase"]);
    const cat = api.types.find(({ name }) => name === "Cat");
    expect(cat && outline(cat.definition.schema)).toBe("(<Pet~base>)&({catOnly?: unknown})");
  });

  it("is an object like others when nothing extends it", () => {
    const { api, unions } = unionsIn(base());
    expect(unions).toEqual([]);
    expect(api.types.map(({ definition }) => outline(definition.schema))).toEqual([
      "{petType: string, name?: unknown}",
    ]);
  });

  it("is extended by schemas of other files", () => {
    const api = modelOne({
      "openapi.yaml": documentOf(
        [
          "paths: { /pets: { get: { operationId: pets, responses: { '200': { description: P, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } } } }",
          "components:",
          "  schemas:",
          `    ${base()}`,
          "    Cat: { $ref: 'more.yaml#/components/schemas/Cat' }",
        ].join("\n"),
      ),
      "more.yaml":
        "components: { schemas: { Cat: { allOf: [{ $ref: 'openapi.yaml#/components/schemas/Pet' }, { type: object, properties: { meow: {} } }] }, Dog: { allOf: [{ $ref: 'openapi.yaml#/components/schemas/Pet' }] } } }\n",
    });
    expect(api.unions.matches.map(({ union }) => union.variants.map(({ title }) => title))).toEqual([
      ["cat", "dog"],
    ]);
  });

  it("with a oneOf of its own is that", () => {
    const { union } = unionsIn(
      [
        'Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: petType } }',
        "Cat: { type: object, properties: { a: {} } }",
        "Dog: { type: object, properties: { b: {} } }",
      ].join("\n"),
    );
    expect(union("Pet").variants.map(({ title }) => title)).toEqual(["cat", "dog"]);
  });
});
