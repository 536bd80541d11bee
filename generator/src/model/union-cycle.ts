import type { Diagnostics } from "../diagnostics.ts";
import type { Definition, Schema, SchemaId } from "./schema.ts";

type Definitions = ReadonlyMap<SchemaId, Definition>;

/**
 * Refuses schemas that are made of themselves with no object or array in between: a validator would never end (JSON
 * Schema 2020-12, 9.4.1), and no type can be written down.
 */
export function refuseEndless(
  definitions: Definitions,
  diagnostics: Diagnostics,
  locate: (place: Definition) => { readonly line: number; readonly column: number },
): void {
  for (const definition of definitions.values()) {
    if (!isMadeOfItself(definition, definitions)) continue;
    const { documentedName, file, pointer } = definition;
    diagnostics.add({
      code: "CW1012",
      message: `the schema ${JSON.stringify(documentedName)} is made of itself`,
      hint: "take it out of its own oneOf, anyOf or allOf, or put it into a property or an array",
      file,
      pointer,
      ...locate(definition),
    });
  }
}

function isMadeOfItself({ id, schema }: Definition, definitions: Definitions): boolean {
  const seen = new Set<SchemaId>();
  const stack = [schema];
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    if (part.kind === "reference") {
      if (part.id === id) return true;
      const target = definitions.get(part.id);
      if (target === undefined || seen.has(part.id)) continue;
      seen.add(part.id);
      stack.push(target.schema);
    }
    stack.push(...parts(part));
  }
  return false;
}

/** What applies to the very value that a schema applies to. */
function parts(schema: Schema): readonly Schema[] {
  if (schema.kind === "union") return schema.variants.map((variant) => variant.schema);
  return schema.kind === "intersection" ? schema.members : [];
}
