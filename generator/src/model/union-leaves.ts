import type { Definition, Schema, SchemaId, Union } from "./schema.ts";
import { noDocs } from "./schema.ts";

/** One thing that a value of a union may be, after every union inside it is opened. */
export interface Leaf {
  readonly schema: Schema;
  /** The document's title for it, or for the closest union around it that is no union of several. */
  readonly title?: string;
  /** The named schema that it is, where an allOf around its union combines that with something else. */
  readonly from?: SchemaId;
  /** Tag values that the declared discriminators around it give it, the outermost first. */
  readonly declared?: readonly DeclaredTag[];
}

/** What a discriminator says of a variant: its property holds one of these (OpenAPI, Discriminator Object). */
export interface DeclaredTag {
  readonly property: string;
  readonly values: readonly string[];
}

type Definitions = ReadonlyMap<SchemaId, Definition>;

/**
 * Opens a union: nested unions, unions behind references, and unions that an `allOf` combines with an object. Each
 * leaf comes once; `null` is no variant, a value is either null or one of the leaves.
 */
export function leavesOf(
  union: Union,
  definitions: Definitions,
  opened: ReadonlySet<SchemaId> = new Set(),
): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const byKey = new Map<string, readonly number[]>();
  const visit = (schema: Schema, leaf: Omit<Leaf, "schema">, open: ReadonlySet<SchemaId>): void => {
    if (isNull(schema)) return;
    if (schema.kind === "reference") {
      const target = definitions.get(schema.id);
      if (target !== undefined && isOpenable(target.schema, definitions)) {
        // What a union says of itself adds nothing to it.
        if (!open.has(schema.id)) visit(target.schema, leaf, new Set([...open, schema.id]));
        return;
      }
    }
    if (schema.kind === "union") {
      const tags = declaredTags(schema, definitions);
      const only = schema.variants.filter((variant) => !isNull(variant.schema)).length === 1;
      schema.variants.forEach((variant, index) => {
        const declared = within(leaf.declared, tags[index]);
        const title = variant.title ?? (only ? leaf.title : undefined);
        visit(
          variant.schema,
          { ...(title === undefined ? {} : { title }), ...(declared === undefined ? {} : { declared }) },
          open,
        );
      });
      return;
    }
    if (schema.kind === "intersection") {
      const at = schema.members.findIndex((member) => isOpenable(member, definitions));
      const inner = schema.members[at];
      if (inner !== undefined) {
        const rest = schema.members.filter((_, index) => index !== at);
        for (const part of leavesOf(asUnion(inner), definitions, open)) {
          const { schema: partSchema, declared: partTags = [], ...others } = part;
          const declared = partTags.reduce(within, leaf.declared);
          const from = partSchema.kind === "reference" ? { from: partSchema.id } : {};
          visit(
            { kind: "intersection", members: [...rest, partSchema], docs: noDocs },
            { ...leaf, ...from, ...others, ...(declared === undefined ? {} : { declared }) },
            open,
          );
        }
        return;
      }
    }
    const found = { schema, ...leaf };
    const key = keyOf(found);
    const alike = byKey.get(key) ?? [];
    for (const index of alike) {
      const before = leaves[index];
      const both = before && joined(before, found);
      if (both === undefined) continue;
      leaves[index] = both;
      return;
    }
    byKey.set(key, [...alike, leaves.length]);
    leaves.push(found);
  };
  visit(union, {}, opened);
  return leaves;
}

/** The same for two leaves that are one schema under one title. */
function keyOf({ schema, title }: Leaf): string {
  return `${title ?? ""} ${leafKey(schema)}`;
}

/** Equal for schemas that are one: by id behind a reference, else by all that they say but their documentation. */
export function leafKey(schema: Schema): string {
  if (schema.kind === "reference") return schema.id;
  const known = leafKeys.get(schema);
  if (known !== undefined) return known;
  const key = JSON.stringify({ ...schema, docs: undefined });
  leafKeys.set(schema, key);
  return key;
}

/** Each is asked for many times, by every union that the schema is in. */
const leafKeys = new WeakMap<Schema, string>();

/** The tags of a variant inside a variant: its own beside those around it, and instead of one of the same property. */
function within(
  around: readonly DeclaredTag[] | undefined,
  own: DeclaredTag | undefined,
): readonly DeclaredTag[] | undefined {
  if (own === undefined) return around;
  return [...(around ?? []).filter((tag) => tag.property !== own.property), own];
}

/**
 * A variant that is listed twice, as one, or undefined where that would say too much: `a` under `x` or `b` under `y`
 * is not `a` or `b` under `x` or `y`. What only one of its places says of it does not hold for it.
 */
function joined(one: Leaf, other: Leaf): Leaf | undefined {
  const [first = [], second = []] = [one.declared, other.declared];
  const properties = new Set([...first, ...second].map((tag) => tag.property));
  const differing = [...properties].filter(
    (property) => textOf(first, property) !== textOf(second, property),
  );
  if (differing.length > 1 && first.length > 0 && second.length > 0) return undefined;
  const declared = first.flatMap(({ property, values }): readonly DeclaredTag[] => {
    const also = second.find((tag) => tag.property === property);
    return also === undefined ? [] : [{ property, values: [...new Set([...values, ...also.values])] }];
  });
  const { declared: _declared, ...rest } = one;
  return { ...rest, ...(declared.length === 0 ? {} : { declared }) };
}

function textOf(tags: readonly DeclaredTag[], property: string): string | undefined {
  return JSON.stringify(tags.find((tag) => tag.property === property)?.values);
}

/** Whether null is the only value: `type: "null"`, or a const or an enum of null alone. */
function isNull(schema: Schema): boolean {
  return (
    schema.kind === "null" || (schema.kind === "literals" && schema.values.every((value) => value === null))
  );
}

/** Whether null fits a schema, besides what else does. */
export function admitsNull(
  schema: Schema,
  definitions: Definitions,
  seen: ReadonlySet<SchemaId> = new Set(),
): boolean {
  switch (schema.kind) {
    case "null":
    case "unknown":
      return true;
    case "literals":
      return schema.values.includes(null);
    case "union":
      return schema.variants.some((variant) => admitsNull(variant.schema, definitions, seen));
    case "intersection":
      return schema.members.every((member) => admitsNull(member, definitions, seen));
    case "reference": {
      const target = definitions.get(schema.id);
      if (target === undefined || seen.has(schema.id)) return false;
      return admitsNull(target.schema, definitions, new Set([...seen, schema.id]));
    }
    default:
      return false;
  }
}

function asUnion(schema: Schema): Union {
  return schema.kind === "union" ? schema : { kind: "union", variants: [{ schema }], docs: noDocs };
}

/** Whether a schema is a union, leads to one, or combines one with something else. */
export function isOpenable(
  schema: Schema,
  definitions: Definitions,
  seen: ReadonlySet<SchemaId> = new Set(),
): boolean {
  if (schema.kind === "union") return true;
  if (schema.kind === "intersection")
    return schema.members.some((member) => isOpenable(member, definitions, seen));
  if (schema.kind !== "reference" || seen.has(schema.id)) return false;
  const target = definitions.get(schema.id);
  return target !== undefined && isOpenable(target.schema, definitions, new Set([...seen, schema.id]));
}

/** The tags of each variant: those mapped to it, or its schema's own name (OpenAPI, Discriminator Object). */
export function declaredTags(
  { discriminator, variants }: Union,
  definitions: Definitions,
): readonly (DeclaredTag | undefined)[] {
  if (discriminator === undefined) return [];
  return variants.map(({ schema }) => {
    if (schema.kind !== "reference") return undefined;
    const inner = definitions.get(schema.id)?.schema;
    // A union that asks the same property says of its variants itself which tags they have: none has two at once.
    if (inner?.kind === "union" && inner.discriminator?.property === discriminator.property) return undefined;
    const mapped = [...discriminator.mapping].filter(([, id]) => id === schema.id).map(([tag]) => tag);
    if (mapped.length > 0) return { property: discriminator.property, values: mapped };
    const target = definitions.get(schema.id);
    if (target === undefined || target.derived || discriminator.isBroken === true) return undefined;
    return { property: discriminator.property, values: [target.documentedName] };
  });
}
