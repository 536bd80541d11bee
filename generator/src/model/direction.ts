import type { Direction } from "./api.ts";
import type { Definition, ObjectSchema, Property, Schema, SchemaId } from "./schema.ts";

/** The properties that one direction has: requests have no read-only, answers no write-only ones. */
export function visibleProperties({ properties }: ObjectSchema, direction: Direction): readonly Property[] {
  const hidden = direction === "input" ? "readOnly" : "writeOnly";
  return properties.filter((property) => !property[hidden]);
}

/** The schemas directly inside a schema, as one direction has them. */
export function children(schema: Schema, direction: Direction | "both"): readonly Schema[] {
  switch (schema.kind) {
    case "array":
      return [schema.items, ...schema.prefix];
    case "object":
      return [
        ...(direction === "both" ? schema.properties : visibleProperties(schema, direction)).map(
          (property) => property.schema,
        ),
        ...(schema.additional === undefined ? [] : [schema.additional]),
      ];
    case "union":
      return schema.variants.map((variant) => variant.schema);
    case "intersection":
      return schema.members;
    default:
      return [];
  }
}

type Definitions = ReadonlyMap<SchemaId, Definition>;

/** The definitions that a set of schemas leads to in one direction. */
export function reachable(
  roots: readonly Schema[],
  definitions: Definitions,
  direction: Direction,
): ReadonlySet<SchemaId> {
  const found = new Set<SchemaId>();
  const stack = [...roots];
  for (let schema = stack.pop(); schema !== undefined; schema = stack.pop()) {
    if (schema.kind === "reference" && !found.has(schema.id)) {
      found.add(schema.id);
      const target = definitions.get(schema.id);
      if (target !== undefined) stack.push(target.schema);
    }
    stack.push(...children(schema, direction));
  }
  return found;
}

/** The definitions whose type in a request is not their type in an answer, because of themselves or of what they refer to. */
export function directional(definitions: Definitions): ReadonlySet<SchemaId> {
  const users = new Map<SchemaId, SchemaId[]>();
  const found = new Set<SchemaId>();
  for (const { id, schema } of definitions.values()) {
    const stack = [schema];
    for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
      if (differs(part)) found.add(id);
      if (part.kind === "reference") users.set(part.id, [...(users.get(part.id) ?? []), id]);
      stack.push(...children(part, "both"));
    }
  }
  const stack = [...found];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    for (const user of users.get(id) ?? []) {
      if (found.has(user)) continue;
      found.add(user);
      stack.push(user);
    }
  }
  return found;
}

function differs(schema: Schema): boolean {
  switch (schema.kind) {
    case "string":
      // A request takes a Date too; an answer has the string that came.
      return schema.dateTime;
    case "literals":
      return isOpen(schema, "input") !== isOpen(schema, "output");
    case "object":
      return schema.properties.some(
        (property) =>
          property.readOnly ||
          property.writeOnly ||
          isRequired(property, "input") !== isRequired(property, "output"),
      );
    default:
      return false;
  }
}

/**
 * Whether a property is there in one direction: a default fills what a request leaves out, so an answer has it.
 * A property that is required and has a default stays required: the default is the document's advice to the caller.
 */
export function isRequired(
  property: { readonly required: boolean; readonly schema: Schema },
  direction: Direction,
): boolean {
  return property.required || (direction === "output" && property.schema.docs.default !== undefined);
}

/**
 * Whether values that this version does not know may stand here. Answers grow, so their enumerations are open; a
 * single value is a tag that tells variants apart and stays closed.
 */
export function isOpen(literals: Schema & { kind: "literals" }, direction: Direction): boolean {
  if (literals.open !== undefined) return literals.open;
  const known = literals.values.filter((value) => value !== null);
  return direction === "output" && known.length > 1 && !known.every((value) => typeof value === "boolean");
}
