import { toTitle } from "./naming.ts";
import type { Definition, Scalar, SchemaId } from "./schema.ts";
import type { Facts } from "./union-facts.ts";
import type { Leaf } from "./union-leaves.ts";

/** The tags of a variant that have one value. */
export function fixedTags(facts: Facts | undefined): ReadonlyMap<string, Scalar> {
  const fixed = new Map<string, Scalar>();
  for (const [name, { values, required }] of facts?.tags ?? []) {
    const [value] = values;
    if (required && values.length === 1 && value !== undefined) fixed.set(name, value);
  }
  return fixed;
}

/** The document's titles, else the names of the variants' schemas, their tags, or their JSON types. */
export function uniqueTitles(
  leaves: readonly Leaf[],
  facts: readonly Facts[],
  definitions: ReadonlyMap<SchemaId, Definition>,
): readonly string[] {
  const wanted = leaves.map((leaf, index) => {
    const { schema } = leaf;
    const id = schema.kind === "reference" ? schema.id : leaf.from;
    const named = id === undefined ? undefined : definitions.get(id)?.documentedName;
    const tag = [...fixedTags(facts[index]).values()].find((value) => typeof value === "string");
    const types = [...(facts[index]?.types ?? [])];
    if (leaf.title !== undefined) return toTitle(leaf.title);
    const text = named ?? schema.docs.title ?? leaf.declared?.at(-1)?.values[0] ?? tag ?? types.join(" or ");
    // Tags are often written in snake_case.
    const spaced = text.replaceAll("_", " ").trim();
    return toTitle(spaced === "" ? "variant" : spaced);
  });
  // Answers have an arm of this name for what no variant fits.
  const used = new Set(["unknown"]);
  const all = new Set(wanted);
  const counts = new Map<string, number>();
  return wanted.map((title) => {
    let unique = title;
    let count = counts.get(title) ?? 2;
    // A name that another variant has by itself is left to it.
    for (; used.has(unique) || (unique !== title && all.has(unique)); count++) unique = `${title}${count}`;
    counts.set(title, count);
    used.add(unique);
    return unique;
  });
}
