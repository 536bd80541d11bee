import type { Api, Operation, Parameter } from "../model/api.ts";
import type { Schema } from "../model/schema.ts";
import { effectiveDocs } from "./docs.ts";
import { lit, litLines, objectKey } from "./doors.ts";

/**
 * The argument of an example call, as an expression: the documented example, else the least that the schema asks for.
 * Undefined when the operation can be called without one and nothing is documented.
 */
export function exampleArgument(api: Api, operation: Operation): string | undefined {
  const body = operation.body && exampleBody(api, operation);
  if (operation.parameters.length === 0) return body;
  const input = exampleParameters(api, operation.parameters);
  if (body !== undefined) input.set("body", body);
  return input.size === 0 ? undefined : treeText(input);
}

function exampleBody(api: Api, operation: Operation): string | undefined {
  const { body } = operation;
  if (body === undefined) return undefined;
  if (body.kind === "binary") return 'new Blob(["…"])';
  const [documented] = body.examples;
  if (documented !== undefined) return litLines(documented.value);
  const declared = effectiveDocs(api, body.schema).examples[0];
  if (declared !== undefined) return litLines(declared);
  return body.required ? sample(api, body.schema, 0) : undefined;
}

type Tree = Map<string, string | Tree>;

/** All required parameters, and the optional ones that the document gives an example of, each at its place. */
function exampleParameters(api: Api, parameters: readonly Parameter[]): Tree {
  const tree: Tree = new Map();
  for (const parameter of parameters) {
    const [documented] = parameter.docs.examples;
    if (documented === undefined && !parameter.required) continue;
    const value = documented === undefined ? sample(api, parameter.schema, 0) : lit(documented);
    let level = tree;
    for (const part of parameter.key.slice(0, -1)) {
      const below = level.get(part);
      const next: Tree = below instanceof Map ? below : new Map();
      level.set(part, next);
      level = next;
    }
    level.set(parameter.key.at(-1) ?? parameter.name, value);
  }
  return tree;
}

function treeText(tree: Tree): string {
  const members = [...tree].map(
    ([key, value]) => `${objectKey(key)}: ${typeof value === "string" ? value : treeText(value)}`,
  );
  return `{ ${members.join(", ")} }`;
}

const maxSampleDepth = 8;

/** Of all samples in one; a schema that asks for more is not shown whole, which no reader misses. */
const maxSampleParts = 2000;

/** The smallest value that has the shape of a schema, as an expression. */
export function sample(
  api: Api,
  schema: Schema,
  depth: number,
  room: { left: number } = { left: maxSampleParts },
): string {
  const docs = effectiveDocs(api, schema);
  const known = docs.examples[0] ?? docs.default;
  if (known !== undefined) return lit(known);
  if (depth > maxSampleDepth || room.left-- <= 0) return "{}";
  switch (schema.kind) {
    case "reference":
      return sample(api, api.definition(schema.id).schema, depth + 1, room);
    case "literals":
      return lit(schema.values[0]);
    case "boolean":
      return "true";
    case "number":
      return lit(docs.limits.minimum ?? 1);
    case "string":
      return schema.dateTime ? "new Date()" : '"…"';
    case "binary":
      return 'new Blob(["…"])';
    case "array": {
      const { minItems = 0 } = docs.limits;
      const first = schema.prefix.slice(0, schema.required);
      const items = minItems > schema.prefix.length ? [...first, schema.items] : first;
      return `[${items.map((item) => sample(api, item, depth + 1, room)).join(", ")}]`;
    }
    case "object": {
      const required = schema.properties.filter((property) => property.required && !property.readOnly);
      const members = required.map(
        (property) => `${objectKey(property.name)}: ${sample(api, property.schema, depth + 1, room)}`,
      );
      return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
    }
    case "union":
      return schema.variants[0] === undefined
        ? "null"
        : sample(api, schema.variants[0].schema, depth + 1, room);
    case "intersection":
      return `{ ${schema.members
        .map((member) => sample(api, member, depth + 1, room))
        .filter((text) => text.startsWith("{"))
        .map((text) => text.slice(1, -1).trim().replace(/,$/, ""))
        .filter((text) => text !== "")
        .join(", ")} }`;
    default:
      return "null";
  }
}
