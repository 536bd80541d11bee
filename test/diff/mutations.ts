// Random edits of real documents, the same in every run.
import { operationEdits, type Place, schemaEdits } from "./edits.ts";
import type { Random } from "./random.ts";
import { isObject, type Json, type JsonObject, type Unit } from "./units.ts";

/** One edited document. */
export interface Mutation {
  readonly unit: Unit;
  /** What was done. */
  readonly edit: string;
  /** Where, as a JSON pointer. */
  readonly pointer: string;
  readonly document: JsonObject;
}

/** An edit of a random kind at a random place; undefined where a document has no place for it. */
export function mutate(unit: Unit, random: Random): Mutation | undefined {
  const document = structuredClone(unit.document);
  const kinds = [...Object.keys(schemaEdits), ...Object.keys(operationEdits)];
  const edit = random.pick(kinds);
  const schemaEdit = schemaEdits[edit];
  if (schemaEdit === undefined) {
    const { operation, pointer } = onlyOperation(document);
    const done = operationEdits[edit]?.(operation, random) === true;
    return done ? { unit, edit, pointer, document } : undefined;
  }
  const is30 = String(document["openapi"]).startsWith("3.0");
  // In the order of chance: the first place that the edit can be made to.
  const places = [...schemaPlaces(document)].map((place) => ({ ...place, rank: random.next() }));
  for (const { schema, pointer } of places.toSorted((a, b) => a.rank - b.rank)) {
    const place: Place = { schema, is30 };
    if (schemaEdit(place, random)) return { unit, edit, pointer, document };
  }
  return undefined;
}

function onlyOperation(document: JsonObject): { readonly operation: JsonObject; readonly pointer: string } {
  for (const [path, item] of Object.entries(isObject(document["paths"]) ? document["paths"] : {})) {
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      if (/^(get|put|post|delete|patch)$/.test(method) && isObject(operation))
        return { operation, pointer: `/paths/${path}/${method}` };
    }
  }
  throw new Error("a unit has one operation");
}

/** Keys below which the keys are names of the author's. */
const maps = new Set(["properties", "patternProperties", "schemas", "$defs"]);
/** Keys below which stands data. */
const data = new Set([
  "example",
  "examples",
  "default",
  "enum",
  "const",
  "mapping",
  "discriminator",
  "required",
]);

/** Every object of a document that stands where a schema does. */
function* schemaPlaces(
  document: JsonObject,
): Generator<{ readonly schema: JsonObject; readonly pointer: string }> {
  const stack: { readonly value: Json; readonly pointer: string; readonly isSchema: boolean }[] = [
    { value: document, pointer: "", isSchema: false },
  ];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { value, pointer, isSchema } = top;
    if (typeof value !== "object" || value === null) continue;
    if (isSchema && isObject(value) && value["$ref"] === undefined) yield { schema: value, pointer };
    for (const [key, inner] of Object.entries(value)) {
      // Headers of answers have schemas that nothing is generated for.
      if (key.startsWith("x-") || data.has(key) || (!isSchema && key === "headers")) continue;
      const below = `${pointer}/${key}`;
      if (maps.has(key) && isObject(inner)) {
        for (const [name, member] of Object.entries(inner))
          stack.push({ value: member, pointer: `${below}/${name}`, isSchema: true });
      } else if (Array.isArray(inner)) {
        inner.forEach((member, index) =>
          stack.push({ value: member, pointer: `${below}/${index}`, isSchema: isSchema && key !== "type" }),
        );
      } else {
        stack.push({ value: inner, pointer: below, isSchema: isSchema || key === "schema" });
      }
    }
  }
}
