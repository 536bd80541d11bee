import type { Diagnostics } from "../diagnostics.ts";
import type { Direction, TypeDeclaration } from "./api.ts";
import { children } from "./direction.ts";
import { isIdentifier, toTitle, toTypeName } from "./naming.ts";
import type { Definition, ObjectSchema, Scalar, Schema, SchemaId, Union } from "./schema.ts";
import { type Decision, decide, isDecided, pathsTo, type Test } from "./union-decision.ts";
import { factsOf, type Facts } from "./union-facts.ts";
import { declaredTags, type Leaf, leavesOf } from "./union-leaves.ts";
import { ownerWith, siblingTag } from "./union-sibling.ts";

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
  /** The property that holds the union, where the type is the object around it. */
  readonly around?: string;
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

/** The unions among a package's types, and the objects whose union property is told apart by a property beside it. */
export function unionsOf(types: readonly TypeDeclaration[], definitions: Definitions): readonly UnionModel[] {
  return types.flatMap(({ name, direction, definition }): readonly UnionModel[] => {
    const common = { id: definition.id, typeName: name, name: shortName(definition), direction };
    const union = asUnion(definition.schema);
    if (union !== undefined) {
      const model = analyse(union, definitions);
      return model.variants.length < 2 ? [] : [{ ...common, ...model }];
    }
    const owner = definition.schema.kind === "object" ? definition.schema : undefined;
    const model = owner && aroundUnion(owner, definition, definitions);
    return model === undefined ? [] : [{ ...common, ...model }];
  });
}

/** Warns of every union of the document that cannot be told apart, by itself or by what is beside it. */
export function warnOfUntold(
  definitions: Definitions,
  diagnostics: Diagnostics,
  locate: (place: NonNullable<Union["place"]>) => { line: number; column: number },
): void {
  const told = new Set<string>();
  const untold = new Map<string, { union: Union; why: string }>();
  for (const definition of definitions.values()) {
    const stack = [definition.schema];
    for (let schema = stack.pop(); schema !== undefined; schema = stack.pop()) {
      stack.push(...children(schema, "both"));
      if (schema.kind === "object" && aroundUnion(schema, definition, definitions) !== undefined) {
        for (const property of schema.properties) {
          const inner = unionBehind(property.schema, definitions);
          if (inner?.place !== undefined) told.add(inner.place.file + inner.place.pointer);
        }
      }
      if (schema.kind !== "union" || schema.place === undefined) continue;
      const { decision, variants } = analyse(schema, definitions);
      const why = whyUntold(decision);
      if (variants.length > 1 && why !== undefined)
        untold.set(schema.place.file + schema.place.pointer, { union: schema, why });
    }
  }
  for (const [key, { union, why }] of untold) {
    if (told.has(key) || union.place === undefined) continue;
    diagnostics.add({
      code: "CW2014",
      message: `the variants of this union cannot be told apart: ${why}`,
      hint: "give each variant a required property with a const of its own, or declare a discriminator; the type is emitted without guards",
      ...union.place,
      ...locate(union.place),
    });
  }
}

function whyUntold(decision: Decision): string | undefined {
  if (decision.kind === "unknown") return decision.why;
  if (decision.kind === "variant") return undefined;
  return decision.branches.map((branch) => whyUntold(branch.leadsTo)).find((why) => why !== undefined);
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

export function isTold(union: Pick<UnionModel, "decision">): boolean {
  return isDecided(union.decision);
}

/** The variants of one union, not opened, each with its tag as a literal: what the type of the union is made of. */
export function taggedVariants(union: Union, definitions: Definitions): readonly Schema[] {
  const tags = declaredTags(union, definitions);
  return union.variants.map(({ schema }, index) => {
    const declared = tags[index];
    return withDeclaredTag({ schema, ...(declared === undefined ? {} : { declared }) }, definitions);
  });
}

function unionBehind(schema: Schema, definitions: Definitions): Union | undefined {
  if (schema.kind !== "reference") return asUnion(schema);
  const target = definitions.get(schema.id)?.schema;
  return target === undefined || target.kind === "reference" ? undefined : asUnion(target);
}

/** An object as a union, when one of its properties says which variant another of them holds. */
function aroundUnion(
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
      return { title: variant.title, schema, tests: [[test]], fixed: new Map() };
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
