import { describe, expect, it } from "vitest";
import { placeOf } from "../testing/document.ts";
import { outline } from "../testing/outline.ts";
import { unionsIn } from "../testing/unions.ts";

const cat = "Cat: { type: object, required: [kind], properties: { kind: { type: string }, meow: {} } }";
const dog = "Dog: { type: object, required: [kind], properties: { kind: { type: string }, woof: {} } }";

function declared(discriminator: string, ...schemas: readonly string[]): string {
  return [
    `It: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: ${discriminator} }`,
    ...(schemas.length === 0 ? [cat, dog] : schemas),
  ].join("\n");
}

describe("a declared discriminator", () => {
  it.each([
    ["by the names of the schemas", "{ propertyName: kind }", '"Cat"', '"Dog"'],
    [
      "by a mapping of names and references",
      '{ propertyName: kind, mapping: { c: Cat, d: "#/components/schemas/Dog" } }',
      '"c"',
      '"d"',
    ],
    ["by a mapping of one of them", "{ propertyName: kind, mapping: { c: Cat } }", '"c"', '"Dog"'],
    [
      "by several tags of one",
      "{ propertyName: kind, mapping: { c: Cat, kitten: Cat, d: Dog } }",
      '"c" or "kitten"',
      '"d"',
    ],
  ])("tells variants apart %s, and their types get the tag", (_how, discriminator, first, second) => {
    const { found, explain, union } = unionsIn(declared(discriminator));
    expect(found).toEqual([]);
    expect(explain("It").slice(1)).toEqual([`  kind is ${first} -> cat`, `  kind is ${second} -> dog`]);
    expect(union("It").variants.map(({ schema }) => outline(schema))).toEqual([
      `(<Cat>)&({kind: ${first.replace(" or ", "|")}})`,
      `(<Dog>)&({kind: ${second}})`,
    ]);
  });

  it("tells apart what the variants list too wide, and narrows it", () => {
    const either = "enum: [cat, dog]";
    const { explain, union } = unionsIn(
      declared(
        "{ propertyName: kind, mapping: { cat: Cat, dog: Dog } }",
        cat.replace("type: string", either),
        dog.replace("type: string", either),
      ),
    );
    expect(explain("It").slice(1)).toEqual(['  kind is "cat" -> cat', '  kind is "dog" -> dog']);
    expect(union("It").variants.map(({ schema }) => outline(schema))).toEqual([
      '(<Cat>)&({kind: "cat"})',
      '(<Dog>)&({kind: "dog"})',
    ]);
  });

  it.each([
    ["are numbers", "mapping: { '1': Cat, '2': Dog }", "const: 1", "const: 2", "1", "2"],
    ["are others than the names of the schemas", "", "const: cat", "const: dog", '"cat"', '"dog"'],
  ])("gives way to consts that %s", (_what, mapping, first, second, one, other) => {
    const { explain, union } = unionsIn(
      declared(
        `{ propertyName: kind, ${mapping} }`,
        cat.replace("type: string", first),
        dog.replace("type: string", second),
      ),
    );
    expect(explain("It").slice(1)).toEqual([`  kind is ${one} -> cat`, `  kind is ${other} -> dog`]);
    expect(union("It").variants.map(({ schema }) => outline(schema))).toEqual(["<Cat>", "<Dog>"]);
  });

  it("of a variant that is a union itself holds for all in it, beside its own", () => {
    const { explain, found, union } = unionsIn(
      [
        'It: { oneOf: [{ $ref: "#/components/schemas/Run" }, { $ref: "#/components/schemas/Job" }], discriminator: { propertyName: level } }',
        'Run: { oneOf: [{ $ref: "#/components/schemas/Done" }, { $ref: "#/components/schemas/Going" }], discriminator: { propertyName: status } }',
        "Job: { type: object, properties: { status: { type: string } } }",
        "Done: { type: object, properties: { end: {} } }",
        "Going: { type: object, properties: { start: {} } }",
      ].join("\n"),
    );
    expect(found).toEqual([]);
    expect(explain("It").slice(1)).toEqual([
      '  level is "Run"',
      '    status is "Done" -> done',
      '    status is "Going" -> going',
      '  level is "Job" -> job',
    ]);
    expect(union("It").variants.map(({ schema }) => outline(schema))).toEqual([
      '(<Done>)&({level: "Run", status: "Done"})',
      '(<Going>)&({level: "Run", status: "Going"})',
      '(<Job>)&({level: "Job"})',
    ]);
  });

  it("whose mapping leads nowhere is told, and its tags are nobody's", () => {
    const { explain, found } = unionsIn(declared("{ propertyName: kind, mapping: { c: No, d: Dog } }"));
    expect(found.map(placeOf)).toEqual([
      "CW2014 openapi.yaml:11:11 /components/schemas/It/oneOf",
      "CW1034 openapi.yaml:11:144 /components/schemas/It/discriminator/mapping/c",
    ]);
    expect(explain("It").join(" ")).not.toContain("Cat");
  });

  it("whose mapping leads nowhere leaves the variants to what they say themselves", () => {
    const { explain, found } = unionsIn(
      declared(
        "{ propertyName: kind, mapping: { c: gone/cat.yaml, d: gone/dog.yaml } }",
        cat.replace("type: string", "const: c"),
        dog.replace("type: string", "const: d"),
      ),
    );
    expect(found.map(({ code }) => code)).toEqual(["CW1034", "CW1034"]);
    expect(explain("It").slice(1)).toEqual(['  kind is "c" -> cat', '  kind is "d" -> dog']);
  });
});

describe("a property beside the union", () => {
  const owner = (kind: string, required = "kind, payload"): string =>
    [
      "It:",
      "  type: object",
      `  required: [${required}]`,
      `  properties: { kind: { ${kind} }, payload: { $ref: "#/components/schemas/Payload" } }`,
      'Payload: { oneOf: [{ $ref: "#/components/schemas/PushEvent" }, { $ref: "#/components/schemas/Pull-Request" }] }',
      "PushEvent: { type: object, properties: { sha: {} } }",
      "Pull-Request: { type: object, properties: { sha: {} } }",
    ].join("\n");

  it("names the variant, in any spelling, and the object is the union then", () => {
    const { union, explain, found, api } = unionsIn(owner("enum: [push_event, PULL_REQUEST, other]"), {
      use: "answer",
    });
    expect(found).toEqual([]);
    expect(union("It")).toMatchObject({ around: "payload" });
    expect(explain("It")).toEqual([
      '2 variants of "payload": pushEvent, pullRequest',
      '  kind is "push_event" -> pushEvent',
      '  kind is "PULL_REQUEST" -> pullRequest',
    ]);
    expect(union("It").variants.map(({ schema }) => outline(schema))).toEqual([
      '(<It>)&({kind: "push_event", payload: <PushEvent>})',
      '(<It>)&({kind: "PULL_REQUEST", payload: <Pull-Request>})',
    ]);
    expect(api.unions.guards.map(({ name }) => name)).toEqual(["isItPushEvent", "isItPullRequest"]);
  });

  it.each([
    ["is not required", owner("enum: [pushEvent, pullRequest]", "payload")],
    ["names only one of them", owner("enum: [pushEvent, other]")],
    ["lists no values", owner("type: string")],
  ])("names nothing when it %s", (_why, schemas) => {
    const { found, unions } = unionsIn(schemas);
    expect(found.map(placeOf)).toEqual(["CW2014 openapi.yaml:15:16 /components/schemas/Payload/oneOf"]);
    expect(unions.map(({ typeName }) => typeName)).toEqual(["Payload"]);
  });
});

describe("null", () => {
  it.each(['{ type: "null" }', "{ const: null }", "{ enum: [null] }"])("as %s is no variant", (nothing) => {
    const { union, explain } = unionsIn(`It: { oneOf: [{ type: string }, { type: number }, ${nothing}] }`);
    expect(explain("It")).toEqual([
      "2 variants: string, number",
      "  is string -> string",
      "  is number -> number",
    ]);
    expect(union("It").nullable).toBe(true);
  });

  it.each([
    ["3.1.1", "type: [object, 'null']"],
    ["3.0.4", "type: object, nullable: true"],
  ])("beside an object changes nothing of how it is told (%s)", (version, type) => {
    const rest = "required: [k], properties: { k: { enum: [a] } }";
    const other = "{ type: object, required: [k], properties: { k: { enum: [b] } } }";
    const { union, explain } = unionsIn(
      `It: { oneOf: [{ x-clientwright-variant: first, ${type}, ${rest} }, ${other}] }`,
      { version },
    );
    expect(explain("It").slice(1)).toEqual(['  k is "a" -> first', '  k is "b" -> b']);
    expect(union("It").nullable).toBe(true);
  });

  it("makes no union of one type", () => {
    expect(unionsIn('It: { oneOf: [{ type: string }, { type: "null" }] }').unions).toEqual([]);
  });
});

describe("what no value fits is no variant:", () => {
  it.each([
    ["the schema false", "false"],
    [
      "types that exclude each other",
      "{ allOf: [{ type: array }, { type: object, properties: { a: {} } }] }",
    ],
    [
      "a tag with two values",
      "{ allOf: [{ type: object, required: [k], properties: { k: { const: a } } }, { type: object, required: [k], properties: { k: { const: b } } }] }",
    ],
  ])("%s", (_what, impossible) => {
    const { explain, found } = unionsIn(`It: { oneOf: [${impossible}, { type: string }, { type: number }] }`);
    expect(found).toEqual([]);
    expect(explain("It")[0]).toBe("2 variants: string, number");
  });
});
