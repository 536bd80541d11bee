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

  it("leaves to a base among what extends it how that one's variants are told, where both ask one property", () => {
    const cat = `Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }], discriminator: { propertyName: petType } }`;
    const { explain, found, union } = unionsIn(
      [base(), cat, child("Lion", "Cat"), child("Tiger", "Cat"), child("Dog")].join("\n"),
    );
    expect(found).toEqual([]);
    expect(explain("Pet")).toEqual([
      "3 variants: lion, tiger, dog",
      '  petType is "Lion" -> lion',
      '  petType is "Tiger" -> tiger',
      '  petType is "Dog" -> dog',
    ]);
    expect(union("Pet").variants.map(({ schema }) => outline(schema))).toEqual([
      '(<Lion>)&({petType: "Lion"})',
      '(<Tiger>)&({petType: "Tiger"})',
      '(<Dog>)&({petType: "Dog"})',
    ]);
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

  it.each(["", ", mapping: { cat: Cat, kitten: Kitten }"])("is extended over several levels%s", (mapping) => {
    const { explain, found, union } = unionsIn(
      [base(mapping), child("Cat"), child("Kitten", "Cat")].join("\n"),
    );
    const [cat, kitten] = mapping === "" ? ['"Cat"', '"Kitten"'] : ['"cat"', '"kitten"'];
    expect(found).toEqual([]);
    expect(explain("Pet").slice(1)).toEqual([
      `  petType is ${cat} -> cat`,
      `  petType is ${kitten} -> kitten`,
    ]);
    expect(union("Pet").variants.map(({ schema }) => outline(schema))).toEqual([
      `(<Cat>)&({petType: ${cat}})`,
      `(<Kitten>)&({petType: ${kitten}})`,
    ]);
  });

  it("that another base extends leaves to that one what extends it", () => {
    const { union } = unionsIn(
      [
        base(),
        'Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }], required: [breed], properties: { breed: { type: string } }, discriminator: { propertyName: breed } }',
        child("Manx", "Cat"),
        child("Dog"),
      ].join("\n"),
    );
    expect(union("Pet").variants.map(({ title }) => title)).toEqual(["manx", "dog"]);
  });

  it("is extended by what its mapping leads to, in files that are one schema", () => {
    const extending = (own: string): string =>
      `allOf: [{ $ref: Pet.yaml }, { type: object, properties: { ${own}: {} } }]\n`;
    const api = modelOne({
      "openapi.yaml": documentOf(
        "paths: { /pets: { get: { operationId: pets, responses: { '200': { description: P, content: { application/json: { schema: { $ref: Pet.yaml } } } } } } } }",
      ),
      "Pet.yaml": `${base(", mapping: { cat: Cat.yaml, dog: ./Dog.yaml, self: Pet.yaml, rock: Rock.yaml }").slice("Pet: ".length)}\n`,
      "Cat.yaml": extending("meow"),
      "Dog.yaml": extending("woof"),
      "Rock.yaml": "{ type: object, properties: { weight: {} } }\n",
    });
    expect(api.unions.matches.map(({ union }) => union.variants.map(({ title }) => title))).toEqual([
      ["cat", "dog"],
    ]);
    const again = modelOne(JSON.stringify(api.document()));
    expect(again.types.map(({ name }) => name)).toEqual(api.types.map(({ name }) => name));
  });

  it.each([
    ["wide", () => "Pet", 3000],
    ["deep", (index: number) => (index === 0 ? "Pet" : `K${index - 1}`), 100],
  ])("may have many that extend it: %s", (_, parent, count) => {
    const kinds = Array.from({ length: count }, (__, index) => child(`K${index}`, parent(index)));
    const { api } = unionsIn([base(), ...kinds].join("\n"));
    const pet = api.types.find(({ name }) => name === "Pet")?.definition.schema;
    expect(pet?.kind === "union" ? pet.variants : []).toHaveLength(count);
  });

  it("is refused where what extends it is made of more than anybody writes", () => {
    const to = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;
    const bomb = Array.from(
      { length: 11 },
      (_, index) => `X${index}: { allOf: [${to(`X${index + 1}`)}, ${to(`X${index + 1}`)}] }`,
    );
    const kinds = Array.from(
      { length: 40 },
      (_, index) => `K${index}: { allOf: [${to("Pet")}, ${to("X0")}] }`,
    );
    expect(() => unionsIn([base(), ...kinds, ...bomb, "X11: { type: object }"].join("\n"))).toThrow(
      /CW1005 .* "Pet" is made of too many others: more than 100000 parts/,
    );
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
