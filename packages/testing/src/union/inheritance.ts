import { type JsonObject, listOf, objectOf, step, textOf } from "../json.js";
import { targetOf } from "./discriminator.js";

const schemas = "/components/schemas";

/**
 * The bases of a document and what extends them: a schema with a discriminator and without a list of variants stands for
 * whatever refers to it in an `allOf`, by itself or by way of others that do (OpenAPI 3.1.1, section 4.8.25.3). What extends
 * a base among those is a variant of that one.
 *
 * @returns The places of the extending schemas, by the place of the base.
 */
export function extensionsOf(document: JsonObject): ReadonlyMap<string, readonly string[]> {
  const named = objectOf(objectOf(document["components"])["schemas"]);
  const bases = Object.keys(named).filter((name) => isBase(objectOf(named[name])));
  const found = new Map<string, readonly string[]>();
  if (bases.length === 0) return found;
  const children = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(named)) {
    for (const parent of parentsOf(document, objectOf(schema)))
      children.set(parent, [...(children.get(parent) ?? []), step(schemas, name)]);
  }
  const places = new Set(bases.map((name) => step(schemas, name)));
  for (const base of places) {
    const below = new Set(children.get(base));
    // What is added on the way is visited too.
    for (const at of below) {
      if (!places.has(at)) for (const child of children.get(at) ?? []) below.add(child);
    }
    below.delete(base);
    if (below.size > 0) found.set(base, [...below]);
  }
  return found;
}

function isBase({ discriminator, oneOf, anyOf }: JsonObject): boolean {
  return (
    typeof objectOf(discriminator)["propertyName"] === "string" && oneOf === undefined && anyOf === undefined
  );
}

/** What a schema refers to in its `allOf`. */
function parentsOf(document: JsonObject, { allOf }: JsonObject): ReadonlySet<string> {
  const references = listOf(allOf).flatMap((member) => textOf(objectOf(member)["$ref"]) ?? []);
  return new Set(references.flatMap((reference) => targetOf(document, reference) ?? []));
}
