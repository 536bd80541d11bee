import type { Operation } from "./api.ts";
import type { Expression } from "./expression.ts";
import type { ArraySchema, Definition, Schema, SchemaId } from "./schema.ts";

/** Finds the definition behind a reference; undefined for one that could not be read. */
export type Lookup = (id: SchemaId) => Definition | undefined;

/** A place in an operation's input. */
export interface InputPlace {
  /** Where its value stands in the input, from the outside in. */
  readonly key: readonly string[];
  readonly schema: Schema;
}

/** Where an expression on the request points to in the operation's input; undefined when the document has no such place. */
export function inputPlace(
  operation: Operation,
  expression: Expression,
  lookup: Lookup,
): InputPlace | undefined {
  const { parameters, body } = operation;
  if (expression.part !== "body") {
    const found = parameters.find(
      ({ in: part, name }) =>
        part === expression.part && (part === "header" ? name.toLowerCase() : name) === expression.name,
    );
    return found && { key: found.key, schema: found.schema };
  }
  const schema = body && schemaAt(body.schema, expression.path, lookup);
  const key = parameters.length > 0 ? ["body", ...expression.path] : expression.path;
  return schema && { key, schema };
}

/** The schema of a place in the body of an operation's answers; undefined when none of them has such a place. */
export function answerSchema(
  operation: Operation,
  path: readonly string[],
  lookup: Lookup,
): Schema | undefined {
  for (const { schema } of operation.answers) {
    const found = schema && schemaAt(schema, path, lookup);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The schema at the end of a path of property names, through references, unions and intersections. */
function schemaAt(schema: Schema, path: readonly string[], lookup: Lookup): Schema | undefined {
  const [key, ...below] = path;
  if (key === undefined) return schema;
  for (const part of alternatives(schema, lookup)) {
    const next = memberOf(part, key);
    const found = next && schemaAt(next, below, lookup);
    if (found !== undefined) return found;
  }
  return undefined;
}

function memberOf(schema: Schema, key: string): Schema | undefined {
  switch (schema.kind) {
    case "object":
      return schema.properties.find((property) => property.name === key)?.schema ?? schema.additional;
    case "array":
      return /^\d+$/.test(key) ? (schema.prefix[Number(key)] ?? schema.items) : undefined;
    case "unknown":
      // Free-form: nothing speaks against it.
      return schema;
    default:
      return undefined;
  }
}

/** The list that a schema is, or may be; `unknown` when the document leaves open what it is. */
export function listOf(schema: Schema, lookup: Lookup): ArraySchema | "unknown" | undefined {
  const parts = alternatives(schema, lookup);
  return (
    parts.find((part) => part.kind === "array") ??
    (parts.some((part) => part.kind === "unknown") ? "unknown" : undefined)
  );
}

/** What a schema may be, with references, unions and intersections taken apart. */
export function alternatives(schema: Schema, lookup: Lookup): readonly Schema[] {
  const found: Schema[] = [];
  const seen = new Set<SchemaId>();
  // Bodies are looked at before what is made of too many levels is refused, so that there is no recursion here.
  const stack = [schema];
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    if (part.kind === "reference") {
      if (seen.has(part.id)) continue;
      seen.add(part.id);
      const target = lookup(part.id);
      if (target !== undefined) stack.push(target.schema);
    } else if (part.kind === "union") {
      for (const variant of part.variants.toReversed()) stack.push(variant.schema);
    } else if (part.kind === "intersection") {
      for (const member of part.members.toReversed()) stack.push(member);
    } else found.push(part);
  }
  return found;
}
