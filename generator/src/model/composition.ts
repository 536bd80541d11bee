import type { Diagnostics } from "../diagnostics.ts";
import { baseId } from "./inheritance.ts";
import type { Definition, Schema, SchemaId } from "./schema.ts";

type Definitions = ReadonlyMap<SchemaId, Definition>;

/** How much there is to look at to understand a schema: what its `allOf`, `oneOf` and `anyOf` lead to, again and again. */
interface Extent {
  /** Levels of references. */
  readonly depth: number;
  /** Parts, each counted as often as it is met; what extends a base counts as one part of that. */
  readonly parts: number;
  /** The same with what extends a base as a whole: in a deep hierarchy each has the levels above it again. */
  readonly whole: number;
  /** Variants, unions in unions and products of unions opened. */
  readonly leaves: number;
}

const maxDepth = 200;
const maxParts = 10_000;
const maxWhole = 100_000;

const single: Extent = { depth: 0, parts: 1, whole: 1, leaves: 1 };

/**
 * Refuses schemas that are made of too much by composition: a small document can name in forty lines what has more
 * variants than there is memory.
 *
 * @returns whether any was refused
 */
export function refuseImmense(
  definitions: Definitions,
  diagnostics: Diagnostics,
  locate: (place: Definition) => { readonly line: number; readonly column: number },
): boolean {
  const known = new Map<SchemaId, Extent>();
  let refused = false;
  for (const { id } of definitions.values()) {
    for (const each of inOrder(id, definitions, known)) {
      const definition = definitions.get(each);
      const { schema } = definition ?? {};
      const found = schema === undefined ? single : extentOf(schema, known);
      const isBase = schema?.kind === "union" && definitions.has(baseId(each));
      const extent = isBase ? { ...found, parts: 1 + schema.variants.length } : found;
      known.set(each, extent);
      if (refused || definition === undefined || !isImmense(extent)) continue;
      refused = true;
      const { documentedName, file, pointer } = definition;
      diagnostics.add({
        code: "CW1005",
        message: `the schema ${JSON.stringify(documentedName)} is made of too many others: ${extent.depth > maxDepth ? `more than ${maxDepth} levels` : `more than ${extent.whole > maxWhole ? maxWhole : maxParts} parts`} of allOf, oneOf and anyOf`,
        hint: "say it with fewer schemas, or put some of them into properties",
        file,
        pointer,
        ...locate(definition),
      });
    }
  }
  return refused;
}

function isImmense({ depth, parts, whole, leaves }: Extent): boolean {
  return depth > maxDepth || parts > maxParts || whole > maxWhole || leaves > maxParts;
}

/** The definitions that one is made of and that are not known yet, each behind its own parts; without recursion. */
function inOrder(
  first: SchemaId,
  definitions: Definitions,
  known: ReadonlyMap<SchemaId, Extent>,
): readonly SchemaId[] {
  const order: SchemaId[] = [];
  const met = new Set<SchemaId>();
  const stack: { readonly id: SchemaId; readonly done: boolean }[] = [{ id: first, done: false }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.done) order.push(top.id);
    if (top.done || met.has(top.id) || known.has(top.id)) continue;
    met.add(top.id);
    stack.push({ id: top.id, done: true });
    const schema = definitions.get(top.id)?.schema;
    for (const id of schema === undefined ? [] : madeOf(schema)) stack.push({ id, done: false });
  }
  return order;
}

/** The definitions that a schema refers to as itself, not as a property or an item. */
function madeOf(schema: Schema): readonly SchemaId[] {
  if (schema.kind === "reference") return [schema.id];
  if (schema.kind === "union") return schema.variants.flatMap((variant) => madeOf(variant.schema));
  return schema.kind === "intersection" ? schema.members.flatMap(madeOf) : [];
}

/** What is not known yet is met on the way in a circle, which is refused elsewhere. */
function extentOf(schema: Schema, known: ReadonlyMap<SchemaId, Extent>): Extent {
  if (schema.kind === "reference") {
    const { depth, parts, whole, leaves } = known.get(schema.id) ?? single;
    return { depth: depth + 1, parts: parts + 1, whole: whole + 1, leaves };
  }
  if (schema.kind !== "union" && schema.kind !== "intersection") return single;
  const inner = schema.kind === "union" ? schema.variants.map((variant) => variant.schema) : schema.members;
  const extents = inner.map((part) => extentOf(part, known));
  const sum = (key: "parts" | "whole" | "leaves"): number =>
    extents.reduce((total, each) => total + each[key], 0);
  return {
    depth: extents.reduce((deepest, each) => Math.max(deepest, each.depth), 0),
    parts: 1 + sum("parts"),
    whole: 1 + sum("whole"),
    leaves:
      schema.kind === "union" ? sum("leaves") : extents.reduce((product, each) => product * each.leaves, 1),
  };
}
