import type { DeclaredTag, Leaf } from "./union-leaves.ts";
import type { Definition, Scalar, Schema, SchemaId } from "./schema.ts";

export type JsonType = "object" | "array" | "string" | "number" | "boolean" | "null";

/** What can be seen of a value from outside, that may tell it from values of other schemas. */
export interface Facts {
  /** Undefined when any type may come. */
  readonly types?: ReadonlySet<JsonType>;
  /** Properties whose values are listed: `const` and `enum`. */
  readonly tags: ReadonlyMap<string, Tag>;
  readonly required: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
  /** The values themselves, where those are listed. */
  readonly values?: readonly Scalar[];
}

export interface Tag {
  readonly values: readonly Scalar[];
  readonly required: boolean;
}

const none: Facts = { tags: new Map(), required: new Set(), properties: new Set() };

/** The facts of a leaf; a declared discriminator says more than the schema does. */
export function factsOf(leaf: Leaf, definitions: ReadonlyMap<SchemaId, Definition>): Facts {
  const facts = read(leaf.schema, definitions, new Set());
  const declared = (leaf.declared ?? []).filter((tag) => tag.values.length > 0);
  const tags = declared.map((tag) => {
    const values = declaredValues(tag, facts.tags.get(tag.property)?.values);
    return [tag.property, { values, required: true }] as const;
  });
  return {
    ...facts,
    tags: new Map([...facts.tags, ...tags]),
    properties: new Set([...facts.properties, ...declared.map((tag) => tag.property)]),
  };
}

/**
 * A mapping's keys are text whatever the property is: where the schema lists values, those are meant. A schema that
 * lists none of them contradicts its discriminator; a value has to fit the schema, so the schema is believed.
 */
function declaredValues({ values }: DeclaredTag, listed: readonly Scalar[] | undefined): readonly Scalar[] {
  if (listed === undefined || listed.length === 0) return values;
  const meant = listed.filter((value) => values.includes(String(value)));
  return meant.length === 0 ? listed : meant;
}

/** Whether no value fits: types that exclude each other, or a required property without a value that fits. */
export function isImpossible({ types, tags }: Facts): boolean {
  return types?.size === 0 || [...tags.values()].some((tag) => tag.required && tag.values.length === 0);
}

function read(
  schema: Schema,
  definitions: ReadonlyMap<SchemaId, Definition>,
  open: ReadonlySet<SchemaId>,
): Facts {
  switch (schema.kind) {
    case "reference": {
      const target = definitions.get(schema.id);
      if (target === undefined || open.has(schema.id)) return none;
      return read(target.schema, definitions, new Set([...open, schema.id]));
    }
    case "object": {
      const tags = schema.properties.flatMap(({ name, schema: property, required }) => {
        const values = listedValues(property, definitions, open);
        return values === undefined ? [] : [[name, { values, required }] as const];
      });
      return {
        types: new Set(["object"]),
        tags: new Map(tags),
        required: new Set(
          schema.properties.filter((property) => property.required).map((property) => property.name),
        ),
        properties: new Set(schema.properties.map((property) => property.name)),
      };
    }
    case "intersection":
      return schema.members.map((member) => read(member, definitions, open)).reduce(both, none);
    case "union":
      return schema.variants.map((variant) => read(variant.schema, definitions, open)).reduce(either);
    case "literals":
      return { ...none, types: new Set(schema.values.map(typeOf)), values: schema.values };
    case "never":
      return { ...none, types: new Set() };
    case "array":
    case "string":
    case "number":
    case "boolean":
    case "null":
      return { ...none, types: new Set([schema.kind]) };
    default:
      return none;
  }
}

/** The values that a schema lists: what {@link read} says of them, without looking into objects. */
function listedValues(
  schema: Schema,
  definitions: ReadonlyMap<SchemaId, Definition>,
  open: ReadonlySet<SchemaId>,
): readonly Scalar[] | undefined {
  const inside = (part: Schema): readonly Scalar[] | undefined => listedValues(part, definitions, open);
  switch (schema.kind) {
    case "literals":
      return schema.values;
    case "reference": {
      const target = definitions.get(schema.id);
      if (target === undefined || open.has(schema.id)) return undefined;
      return listedValues(target.schema, definitions, new Set([...open, schema.id]));
    }
    case "intersection":
      return schema.members.map(inside).find((values) => values !== undefined);
    case "union": {
      const values = schema.variants.map((variant) => inside(variant.schema));
      return values.every((each) => each !== undefined) ? [...new Set(values.flat())] : undefined;
    }
    default:
      return undefined;
  }
}

/** What is true of a value that fits two schemas. */
function both(a: Facts, b: Facts): Facts {
  const tags = new Map(a.tags);
  for (const [name, tag] of b.tags) {
    const before = tags.get(name);
    const values =
      before === undefined ? tag.values : before.values.filter((value) => tag.values.includes(value));
    tags.set(name, { values, required: tag.required || before?.required === true });
  }
  const required = new Set([...a.required, ...b.required]);
  for (const [name, tag] of tags) if (required.has(name)) tags.set(name, { ...tag, required: true });
  const types = a.types === undefined ? b.types : b.types === undefined ? a.types : shared(a.types, b.types);
  const values = a.values ?? b.values;
  return {
    tags,
    required,
    properties: new Set([...a.properties, ...b.properties]),
    ...(types === undefined ? {} : { types }),
    ...(values === undefined ? {} : { values }),
  };
}

/** What is true of a value that fits one of two schemas. */
function either(a: Facts, b: Facts): Facts {
  const types =
    a.types === undefined || b.types === undefined ? undefined : new Set([...a.types, ...b.types]);
  const values =
    a.values === undefined || b.values === undefined ? undefined : [...new Set([...a.values, ...b.values])];
  const tags = [...a.tags].flatMap(([name, tag]) => {
    const other = b.tags.get(name);
    if (other === undefined) return [];
    return [
      [
        name,
        { values: [...new Set([...tag.values, ...other.values])], required: tag.required && other.required },
      ] as const,
    ];
  });
  return {
    tags: new Map(tags),
    required: shared(a.required, b.required),
    properties: new Set([...a.properties, ...b.properties]),
    ...(types === undefined ? {} : { types }),
    ...(values === undefined ? {} : { values }),
  };
}

function shared<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): ReadonlySet<Item> {
  return new Set([...a].filter((item) => b.has(item)));
}

/** The JSON type of a listed value. */
function typeOf(value: Scalar): JsonType {
  if (value === null) return "null";
  if (typeof value === "string") return "string";
  return typeof value === "number" ? "number" : "boolean";
}
