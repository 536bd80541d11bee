import { type Rule, schemas } from "./rule.ts";

const object = (properties: string, rest = ""): string =>
  `{ type: object${rest}, properties: { ${properties} } }`;

/** The rules of schemaRules, by id. */
export type SchemaRuleId =
  | "property-added"
  | "property-added-required"
  | "property-removed"
  | "property-required"
  | "property-optional"
  | "null-added"
  | "null-removed"
  | "type-changed"
  | "type-widened"
  | "type-narrowed"
  | "additional-added"
  | "additional-removed"
  | "variant-added"
  | "variant-added-open"
  | "variant-removed";

/** What can change in the properties and types of schemas. */
export const schemaRules: Readonly<Record<SchemaRuleId, Rule>> = {
  "property-added": {
    title: "an optional property was added",
    input: "minor",
    output: "minor",
    why: "Code that does not know it is not touched.",
    example: schemas(object("a: { type: string }"), object("a: { type: string }, b: { type: string }")),
  },
  "property-added-required": {
    title: "a required property was added",
    input: "major",
    output: "minor",
    why: "A request without it no longer compiles; an answer only has more.",
    migration: "Give the property in every request.",
    example: schemas(
      object("a: { type: string }"),
      object("a: { type: string }, b: { type: string }", ", required: [b]"),
    ),
  },
  "property-removed": {
    title: "a property was removed",
    input: "major",
    output: "major",
    why: "Code that sets or reads it no longer compiles.",
    migration: "Remove what sets or reads the property.",
    example: schemas(object("a: { type: string }, b: { type: string }"), object("a: { type: string }")),
  },
  "property-required": {
    title: "a property became required",
    input: "major",
    output: "minor",
    why: "A request may no longer leave it out; an answer always has it now.",
    migration: "Give the property in every request.",
    example: schemas(object("a: { type: string }"), object("a: { type: string }", ", required: [a]")),
  },
  "property-optional": {
    title: "a property became optional",
    input: "minor",
    output: "major",
    why: "Code that reads it has to allow for its absence.",
    migration: "Handle answers that do not have the property.",
    example: schemas(object("a: { type: string }", ", required: [a]"), object("a: { type: string }")),
  },
  "null-added": {
    title: "null is allowed now",
    input: "minor",
    output: "major",
    why: "Code that reads it has to allow for null.",
    migration: "Handle null.",
    example: schemas(object("a: { type: string }"), object("a: { type: [string, 'null'] }")),
  },
  "null-removed": {
    title: "null is no longer allowed",
    input: "major",
    output: "minor",
    why: "A request with null no longer compiles.",
    migration: "Send a value, or leave the property out where that is allowed.",
    example: schemas(object("a: { type: [string, 'null'] }"), object("a: { type: string }")),
  },
  "type-changed": {
    title: "the type changed",
    input: "major",
    output: "major",
    why: "What fitted the old type does not fit the new one.",
    migration: "Use the new type.",
    example: schemas(object("a: { type: string }"), object("a: { type: number }")),
  },
  "type-widened": {
    title: "more types are allowed",
    input: "minor",
    output: "major",
    why: "A request may still send what it sent; code that reads has to handle what is new.",
    migration: "Handle the types that were added.",
    example: schemas(object("a: { type: string }"), object("a: { type: [string, number] }")),
  },
  "type-narrowed": {
    title: "fewer types are allowed",
    input: "major",
    output: "minor",
    why: "A request with a type that is gone no longer compiles; an answer only says more.",
    migration: "Send one of the types that are left.",
    example: schemas(object("a: { type: [string, number] }"), object("a: { type: string }")),
  },
  "additional-added": {
    title: "members of any name are described now",
    input: "major",
    output: "minor",
    why: "The members with names stay what they are. But a value whose type is an interface or a class has no index signature, and may no longer be given.",
    migration: "Give an object of the generated type, or of a type alias.",
    example: schemas(
      object("a: { type: string }"),
      object("a: { type: string }", ", additionalProperties: true"),
    ),
  },
  "additional-removed": {
    title: "members of any name are no longer described",
    input: "major",
    output: "major",
    why: "Code that sets or reads a member without a documented name no longer compiles.",
    migration: "Use the named properties alone.",
    example: schemas(
      object("a: { type: string }", ", additionalProperties: true"),
      object("a: { type: string }"),
    ),
  },
  "variant-added": {
    title: "a variant was added to a union that is closed",
    input: "minor",
    output: "major",
    why: "A request may still be what it was; code that handles every variant misses one.",
    migration: "Handle the new variant.",
    example: schemas(
      object(
        "a: { x-clientwright-open: false, oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }",
      ),
      object(
        "a: { x-clientwright-open: false, oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }] }",
      ),
      ["A", "B", "C"]
        .map(
          (name) => `${name}: { type: object, required: [kind], properties: { kind: { const: ${name} } } }`,
        )
        .join("\n"),
    ),
  },
  "variant-added-open": {
    title: "a variant was added to an open union",
    input: "minor",
    output: "minor",
    why: "Answers may always hold variants that a version does not know: its `isKnown` function tells them apart.",
    migration: "A call of the union's `match` function needs an arm for the new variant.",
    example: schemas(
      object(
        "a: { x-clientwright-open: true, oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }",
      ),
      object(
        "a: { x-clientwright-open: true, oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }] }",
      ),
      ["A", "B", "C"]
        .map(
          (name) => `${name}: { type: object, required: [kind], properties: { kind: { const: ${name} } } }`,
        )
        .join("\n"),
    ),
  },
  "variant-removed": {
    title: "a variant was removed from a union",
    input: "major",
    output: "minor",
    why: "A request that sends it no longer compiles; an answer no longer has it. Functions of its own that go with it are told by export-removed.",
    migration: "Send one of the variants that are left.",
    example: schemas(
      object(
        "a: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }] }",
      ),
      object("a: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }"),
      ["A", "B", "C"]
        .map(
          (name) => `${name}: { type: object, required: [kind], properties: { kind: { const: ${name} } } }`,
        )
        .join("\n"),
    ),
  },
};
