import type { Direction, TypeDeclaration } from "./api.ts";
import { isIdentifier, toTypeName } from "./naming.ts";
import { noDocs } from "./schema.ts";
import type { Definition, ObjectSchema, Property, Scalar, Schema, SchemaId, Union } from "./schema.ts";
import { type Decision, decide, isDecided, pathsTo, type Test } from "./union-decision.ts";
import { factsOf, isImpossible } from "./union-facts.ts";
import { admitsNull, declaredTags, isOpenable, type Leaf, leafKey, leavesOf } from "./union-leaves.ts";
import { ownerWith, siblingTag } from "./union-sibling.ts";
import { fixedTags, uniqueTitles } from "./union-titles.ts";

/** A named type whose values are of several kinds, with all that is known of the kinds. */
export interface UnionModel {
  readonly id: SchemaId;
  /** The exported type's name. */
  readonly typeName: string;
  /** Its short name: the document's, or the type's. */
  readonly name: string;
  readonly direction: Direction;
  readonly variants: readonly UnionVariant[];
  readonly decision: Decision;
  /** Whether null fits too, which is no variant. */
  readonly nullable: boolean;
  /** The property that holds the union, where the type is the object around it. */
  readonly around?: string;
}

export interface UnionVariant {
  /** Tells schemas apart: two variants of one key are one. */
  readonly key: string;
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

/** The unions among a package's types, and the objects whose union property is told apart by a property beside it. */
export function unionsOf(types: readonly TypeDeclaration[], definitions: Definitions): readonly UnionModel[] {
  return types.flatMap(({ name, direction, definition }): readonly UnionModel[] => {
    const common = { id: definition.id, typeName: name, name: shortName(definition), direction };
    const union = asUnion(definition.schema, definitions);
    if (union !== undefined) {
      const model = analyse(union, definitions);
      const nullable = admitsNull(definition.schema, definitions);
      return model.variants.length < 2 ? [] : [{ ...common, ...model, nullable }];
    }
    const owner = definition.schema.kind === "object" ? definition.schema : undefined;
    const model = owner && aroundUnion(owner, definition, definitions);
    return model === undefined ? [] : [{ ...common, ...model, nullable: false }];
  });
}

/** The union that a schema is, alone or under `allOf` with something else. */
function asUnion(schema: Schema, definitions: Definitions): Union | undefined {
  if (schema.kind === "union") return schema;
  if (schema.kind !== "intersection" || !isOpenable(schema, definitions)) return undefined;
  return { kind: "union", variants: [{ schema }], docs: schema.docs };
}

/** Tells the variants of a union apart, named or not. */
export function analyse(union: Union, definitions: Definitions): Analysis {
  const ofDocument = known.get(definitions) ?? new WeakMap<Union, Analysis>();
  known.set(definitions, ofDocument);
  const before = ofDocument.get(union);
  if (before !== undefined) return before;
  const found = tellApart(union, definitions);
  ofDocument.set(union, found);
  return found;
}

type Analysis = Pick<UnionModel, "variants" | "decision">;

/** A union is asked about by each package that has it, for its type, its functions and its documentation. */
const known = new WeakMap<Definitions, WeakMap<Union, Analysis>>();

/** Nobody writes so many arms of a `match`, and telling them apart takes the square of the time. */
const maxVariants = 1000;

function tellApart(union: Union, definitions: Definitions): Analysis {
  const all = leavesOf(union, definitions);
  if (all.length > maxVariants) {
    const why = `there are ${all.length} of them, and more than ${maxVariants} are not compared`;
    return { variants: [], decision: { kind: "unknown", variants: [], why } };
  }
  const possible = all
    .map((leaf) => ({ leaf, facts: factsOf(leaf, definitions) }))
    .filter((each) => !isImpossible(each.facts));
  const leaves = possible.map((each) => each.leaf);
  const facts = possible.map((each) => each.facts);
  const decision = decide(facts);
  const titles = uniqueTitles(leaves, facts, definitions);
  const variants = leaves.map((leaf, index): UnionVariant => ({
    key: leafKey(leaf.schema),
    title: titles[index] ?? `variant${index + 1}`,
    schema: withDeclaredTag(leaf, definitions),
    tests: pathsTo(decision, index),
    fixed: fixedTags(facts[index]),
  }));
  return { variants, decision };
}

export function isTold(union: Pick<UnionModel, "decision">): boolean {
  return isDecided(union.decision);
}

/**
 * The variants of one union, not opened, each with its tag as a literal: what the type of the union is made of.
 *
 * @param closed - Whether tags that list several values are closed too. Answers leave their enumerations open, and
 * TypeScript cannot tell variants apart by an open one; what no variant lists is no variant, and `isKnown` says so.
 */
export function taggedVariants(union: Union, definitions: Definitions, closed: boolean): readonly Schema[] {
  const tags = declaredTags(union, definitions);
  const told = closed ? analyse(union, definitions).variants : [];
  return union.variants.map(({ schema }, index) => {
    const declared = tags[index];
    const leaf: Leaf = { schema, ...(declared === undefined ? {} : { declared: [declared] }) };
    const tagged = withDeclaredTag(leaf, definitions);
    const variant = told.find((each) => each.key === leafKey(schema));
    return variant === undefined ? tagged : withTags(tagged, listedTags(variant, leaf, definitions));
  });
}

/** The tags with several values that tell a variant apart. */
function listedTags(variant: UnionVariant, leaf: Leaf, definitions: Definitions): readonly Property[] {
  const { tags } = factsOf(leaf, definitions);
  const asked = new Set(variant.tests.flat().flatMap((test) => (test.kind === "tag" ? [test.property] : [])));
  return [...asked].flatMap((name) => {
    const tag = tags.get(name);
    const said = leaf.declared?.some(({ property }) => property === name) === true;
    return tag === undefined || said || tag.values.length < 2
      ? []
      : [tagProperty(name, tag.values, tag.required)];
  });
}

export function unionBehind(schema: Schema, definitions: Definitions): Union | undefined {
  if (schema.kind !== "reference") return asUnion(schema, definitions);
  const target = definitions.get(schema.id)?.schema;
  return target === undefined || target.kind === "reference" ? undefined : asUnion(target, definitions);
}

/** An object as a union, when one of its properties says which variant another of them holds. */
export function aroundUnion(
  owner: ObjectSchema,
  definition: Definition,
  definitions: Definitions,
): Pick<UnionModel, "variants" | "decision" | "around"> | undefined {
  for (const property of owner.properties) {
    const union = unionBehind(property.schema, definitions);
    const inner = union && analyse(union, definitions);
    if (inner === undefined || inner.variants.length < 2 || isTold(inner)) continue;
    const tag = siblingTag(owner, property, inner.variants, definitions);
    if (tag === undefined) continue;
    const reference: Schema = { kind: "reference", id: definition.id, docs: definition.schema.docs };
    const variants = inner.variants.map((variant, index): UnionVariant => {
      const test: Test = { kind: "tag", property: tag.property, values: tag.values[index] ?? [] };
      const schema = ownerWith(
        reference,
        { property: test.property, values: test.values },
        property,
        variant.schema,
      );
      return { key: variant.key, title: variant.title, schema, tests: [[test]], fixed: new Map() };
    });
    const branches = variants.map((variant, index) => ({
      test: variant.tests[0]?.[0] ?? { kind: "key" as const, property: tag.property },
      leadsTo: { kind: "variant" as const, variant: index },
    }));
    return { variants, decision: { kind: "ask", branches }, around: property.name };
  }
  return undefined;
}

function shortName({ documentedName, unionName }: Definition): string {
  return unionName !== undefined && isIdentifier(unionName) ? unionName : toTypeName(documentedName);
}

/** A variant as a schema in which its tags are literals, also where only a discriminator says which. */
function withDeclaredTag(leaf: Leaf, definitions: Definitions): Schema {
  const { tags } = factsOf(leaf, definitions);
  const own = factsOf({ schema: leaf.schema }, definitions).tags;
  const properties = (leaf.declared ?? []).flatMap(({ property }): readonly Property[] => {
    const values = tags.get(property)?.values ?? [];
    const said = own.get(property)?.values ?? [];
    if (values.length === 0 || (said.length > 0 && said.every((value) => values.includes(value)))) return [];
    return [tagProperty(property, values, true)];
  });
  return withTags(leaf.schema, properties);
}

function withTags(schema: Schema, properties: readonly Property[]): Schema {
  if (properties.length === 0) return schema;
  const tagged: Schema = { kind: "object", properties, docs: noDocs };
  return { kind: "intersection", members: [schema, tagged], docs: noDocs };
}

function tagProperty(name: string, values: readonly Scalar[], required: boolean): Property {
  const schema: Schema = { kind: "literals", values, open: false, docs: noDocs };
  return { name, schema, required, readOnly: false, writeOnly: false };
}
