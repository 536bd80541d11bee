import type { Definition, Schema, SchemaId, Union } from "./schema.ts";
import { noDocs } from "./schema.ts";

/** One thing that a value of a union may be, after every union inside it is opened. */
export interface Leaf {
  readonly schema: Schema;
  /** The document's title for it, or for the closest union around it that is no union of several. */
  readonly title?: string;
  /** Tag values that a declared discriminator gives it, with the discriminator's property. */
  readonly declared?: { readonly property: string; readonly values: readonly string[] };
}

type Definitions = ReadonlyMap<SchemaId, Definition>;

/**
 * Opens a union: nested unions, unions behind references, and unions that an `allOf` combines with an object. Each
 * leaf comes once; `null` is no variant, a value is either null or one of the leaves.
 */
export function leavesOf(union: Union, definitions: Definitions): readonly Leaf[] {
  const leaves = new Map<string, Leaf>();
  const visit = (schema: Schema, leaf: Omit<Leaf, "schema">, open: ReadonlySet<SchemaId>): void => {
    if (schema.kind === "null") return;
    if (schema.kind === "reference") {
      const target = definitions.get(schema.id);
      if (target !== undefined && !open.has(schema.id) && isOpenable(target.schema, definitions)) {
        visit(target.schema, leaf, new Set([...open, schema.id]));
        return;
      }
    }
    if (schema.kind === "union") {
      const tags = declaredTags(schema, definitions);
      schema.variants.forEach((variant, index) => {
        const declared = tags[index] ?? leaf.declared;
        const title = variant.title ?? (schema.variants.length === 1 ? leaf.title : undefined);
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
        for (const part of leavesOf(asUnion(inner), definitions)) {
          visit(
            { kind: "intersection", members: [...rest, part.schema], docs: noDocs },
            { ...leaf, ...withoutSchema(part) },
            open,
          );
        }
        return;
      }
    }
    const key = schema.kind === "reference" ? schema.id : JSON.stringify({ ...schema, docs: undefined });
    const before = leaves.get(key);
    leaves.set(key, { schema, ...before, ...leaf, ...joined(before, leaf) });
  };
  visit(union, {}, new Set());
  return [...leaves.values()];
}

function withoutSchema({ schema: _schema, ...rest }: Leaf): Omit<Leaf, "schema"> {
  return rest;
}

/** A variant that is listed twice under different tags has both. */
function joined(before: Leaf | undefined, leaf: Omit<Leaf, "schema">): Pick<Leaf, "declared"> {
  if (before?.declared === undefined || leaf.declared?.property !== before.declared.property) return {};
  const values = [...new Set([...before.declared.values, ...leaf.declared.values])];
  return { declared: { property: before.declared.property, values } };
}

function asUnion(schema: Schema): Union {
  return schema.kind === "union" ? schema : { kind: "union", variants: [{ schema }], docs: noDocs };
}

/** Whether a schema is a union, or leads to one. */
function isOpenable(
  schema: Schema,
  definitions: Definitions,
  seen: ReadonlySet<SchemaId> = new Set(),
): boolean {
  if (schema.kind === "union") return true;
  if (schema.kind !== "reference" || seen.has(schema.id)) return false;
  const target = definitions.get(schema.id);
  return target !== undefined && isOpenable(target.schema, definitions, new Set([...seen, schema.id]));
}

/** The tags of each variant: those mapped to it, or its schema's own name (OpenAPI, Discriminator Object). */
export function declaredTags(
  { discriminator, variants }: Union,
  definitions: Definitions,
): readonly Leaf["declared"][] {
  if (discriminator === undefined) return [];
  return variants.map(({ schema }) => {
    if (schema.kind !== "reference") return undefined;
    const mapped = [...discriminator.mapping].filter(([, id]) => id === schema.id).map(([tag]) => tag);
    const name = definitions.get(schema.id)?.documentedName;
    const values = mapped.length > 0 ? mapped : name === undefined ? [] : [name];
    return { property: discriminator.property, values };
  });
}
