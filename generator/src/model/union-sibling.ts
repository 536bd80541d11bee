import type { Definition, ObjectSchema, Property, Scalar, Schema, SchemaId } from "./schema.ts";
import { noDocs } from "./schema.ts";
import type { UnionVariant } from "./union.ts";

/** A union property of an object, told apart by another property of the same object. */
export interface SiblingTag {
  /** The property that names the variant. */
  readonly property: string;
  /** For each variant, the values that name it. */
  readonly values: readonly (readonly Scalar[])[];
}

/**
 * Finds a property beside a union that names its variants: its listed values are the variants' titles, or the names of
 * their schemas, in any spelling (`pull_request` names `PullRequest`), and no value names two.
 */
export function siblingTag(
  owner: ObjectSchema,
  union: Property,
  variants: readonly UnionVariant[],
  definitions: ReadonlyMap<SchemaId, Definition>,
): SiblingTag | undefined {
  const names = variants.map((variant) => {
    const { schema, title } = variant;
    const documented = schema.kind === "reference" ? definitions.get(schema.id)?.documentedName : undefined;
    return [title, ...(documented === undefined ? [] : [documented])].map(bare);
  });
  for (const sibling of owner.properties) {
    if (sibling === union || !sibling.required) continue;
    const listed = listedValues(sibling.schema, definitions);
    const values = names.map((own) => listed.filter((value) => own.includes(bare(String(value)))));
    const named = values.flat();
    if (new Set(named).size === named.length && values.every((found) => found.length > 0))
      return { property: sibling.name, values };
  }
  return undefined;
}

/** The object as it is when its union is one variant. */
export function ownerWith(
  owner: Schema,
  tag: { readonly property: string; readonly values: readonly Scalar[] },
  union: Property,
  variant: Schema,
): Schema {
  const property = (name: string, schema: Schema): Property => ({
    name,
    schema,
    required: true,
    readOnly: false,
    writeOnly: false,
  });
  const narrowed: ObjectSchema = {
    kind: "object",
    properties: [
      property(tag.property, { kind: "literals", values: tag.values, open: false, docs: noDocs }),
      { ...property(union.name, variant), required: union.required },
    ],
    docs: noDocs,
  };
  return { kind: "intersection", members: [owner, narrowed], docs: noDocs };
}

function listedValues(schema: Schema, definitions: ReadonlyMap<SchemaId, Definition>): readonly Scalar[] {
  if (schema.kind === "literals") return schema.values.filter((value) => value !== null);
  const target = schema.kind === "reference" ? definitions.get(schema.id)?.schema : undefined;
  return target === undefined || target.kind === "reference" ? [] : listedValues(target, definitions);
}

function bare(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}
