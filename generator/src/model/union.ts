import type { Direction, TypeDeclaration } from "./api.ts";
import { isIdentifier, toTitle } from "./naming.ts";
import type { Definition, Scalar, Schema, SchemaId, Union } from "./schema.ts";
import { type Decision, decide, isDecided, pathsTo, type Test } from "./union-decision.ts";
import { factsOf, type Facts } from "./union-facts.ts";
import { declaredTags, type Leaf, leavesOf } from "./union-leaves.ts";

/** A named union with everything that is known of its variants. */
export interface UnionModel {
  readonly id: SchemaId;
  /** The exported type's name. */
  readonly typeName: string;
  /** Its short name, in camelCase: the document's, or from the type's name. */
  readonly name: string;
  readonly direction: Direction;
  readonly variants: readonly UnionVariant[];
  readonly decision: Decision;
}

export interface UnionVariant {
  /** camelCase; unique in its union. */
  readonly title: string;
  /** The variant as a schema; an intersection with its tag where only a declared discriminator states it. */
  readonly schema: Schema;
  /** Alternatives, each a row of tests that all hold for values of this variant and of no other. */
  readonly tests: readonly (readonly Test[])[];
  /** Tags with one value: what a builder fills in. */
  readonly fixed: ReadonlyMap<string, Scalar>;
}

type Definitions = ReadonlyMap<SchemaId, Definition>;

/** Analyses the unions among a package's types. Each union type is analysed once for each direction it is declared in. */
export function unionsOf(types: readonly TypeDeclaration[], definitions: Definitions): readonly UnionModel[] {
  return types.flatMap(({ name, direction, definition }): readonly UnionModel[] => {
    const union = asUnion(definition.schema);
    if (union === undefined) return [];
    const model = analyse(union, definitions);
    if (model.variants.length < 2) return [];
    return [{ ...model, id: definition.id, typeName: name, name: shortName(definition), direction }];
  });
}

/** The union that a schema is, alone or under `allOf` with something else. */
export function asUnion(schema: Schema): Union | undefined {
  if (schema.kind === "union") return schema;
  if (schema.kind !== "intersection" || !schema.members.some((member) => member.kind === "union"))
    return undefined;
  return { kind: "union", variants: [{ schema }], docs: schema.docs };
}

/** Tells the variants of a union apart, named or not. */
export function analyse(union: Union, definitions: Definitions): Pick<UnionModel, "variants" | "decision"> {
  const leaves = leavesOf(union, definitions);
  const facts = leaves.map((leaf) => factsOf(leaf, definitions));
  const decision = decide(facts);
  const titles = uniqueTitles(leaves, facts, definitions);
  const variants = leaves.map((leaf, index): UnionVariant => ({
    title: titles[index] ?? `variant${index + 1}`,
    schema: withDeclaredTag(leaf, definitions),
    tests: pathsTo(decision, index),
    fixed: fixedTags(facts[index]),
  }));
  return { variants, decision };
}

/** The variants of one union, not opened, each with its tag as a literal: what the type of the union is made of. */
export function taggedVariants(union: Union, definitions: Definitions): readonly Schema[] {
  const tags = declaredTags(union, definitions);
  return union.variants.map(({ schema }, index) => {
    const declared = tags[index];
    return withDeclaredTag({ schema, ...(declared === undefined ? {} : { declared }) }, definitions);
  });
}

export function isTold(union: Pick<UnionModel, "decision">): boolean {
  return isDecided(union.decision);
}

function shortName({ documentedName, unionName }: Definition): string {
  return unionName !== undefined && isIdentifier(unionName) ? unionName : toTitle(documentedName);
}

/** A variant as a schema in which its tag is a literal, also where only the discriminator's mapping says which. */
function withDeclaredTag({ schema, declared }: Leaf, definitions: Definitions): Schema {
  if (declared === undefined || declared.values.length === 0) return schema;
  if (factsOf({ schema }, definitions).tags.has(declared.property)) return schema;
  const docs = { deprecated: false, examples: [], limits: {} };
  const tag: Schema = {
    kind: "object",
    properties: [
      {
        name: declared.property,
        schema: { kind: "literals", values: declared.values, open: false, docs },
        required: true,
        readOnly: false,
        writeOnly: false,
      },
    ],
    docs,
  };
  return { kind: "intersection", members: [schema, tag], docs };
}

function fixedTags(facts: Facts | undefined): ReadonlyMap<string, Scalar> {
  const fixed = new Map<string, Scalar>();
  for (const [name, { values, required }] of facts?.tags ?? []) {
    const [value] = values;
    if (required && values.length === 1 && value !== undefined) fixed.set(name, value);
  }
  return fixed;
}

/** The document's titles, else the names of the variants' schemas, their tags, or their JSON types. */
function uniqueTitles(
  leaves: readonly Leaf[],
  facts: readonly Facts[],
  definitions: Definitions,
): readonly string[] {
  const wanted = leaves.map((leaf, index) => {
    const { schema } = leaf;
    const named = schema.kind === "reference" ? definitions.get(schema.id)?.documentedName : undefined;
    const tag = [...fixedTags(facts[index]).values()].find((value) => typeof value === "string");
    const types = [...(facts[index]?.types ?? [])];
    const text =
      leaf.title ?? named ?? schema.docs.title ?? leaf.declared?.values[0] ?? tag ?? types.join(" or ");
    return toTitle(text === "" ? "variant" : text);
  });
  const seen = new Map<string, number>();
  return wanted.map((title) => {
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return count === 1 ? title : `${title}${count}`;
  });
}
