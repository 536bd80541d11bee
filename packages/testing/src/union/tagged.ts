import { dataKeys, nameKeys } from "../document/keys.js";
import { isObject, type JsonObject, type JsonValue, listOf, objectOf, textOf, valueAt } from "../json.js";
import { basesOf } from "./bases.js";
import { choiceOf, type Purpose } from "./choice.js";
import { nameOf, readDiscriminator, targetOf } from "./discriminator.js";
import { readVariants, type Variant } from "./variants.js";

/** A copy of a document for a validator or a sampler. */
export interface Tagged {
  readonly document: JsonObject;
  /** Where a schema of the document stands in the copy. */
  placeOf(pointer: string): string;
}

/**
 * Makes a copy of a document in which the tag of a union with a discriminator chooses the variant, in terms of JSON Schema,
 * which knows no discriminators. A base that others extend is the union of them; where these refer to it in their `allOf`,
 * they mean what it says itself. That stands beside it: twice in each value, it would be judged and drawn twice as often at
 * each level of a tree.
 */
export function tagged(document: JsonObject, purpose: Purpose): Tagged {
  const bases = basesOf(document);
  const properties = new Map([...bases].map(([place, { property }]) => [place, property]));
  const placeOf = (pointer: string): string => {
    const around = [...bases.keys()].find((place) => pointer.startsWith(`${place}/`));
    return around === undefined ? pointer : `${bases.get(around)?.itself}${pointer.slice(around.length)}`;
  };

  const copy = (value: JsonValue, isNames = false): JsonValue => {
    if (Array.isArray(value)) return value.map((item) => copy(item));
    if (!isObject(value)) return value;
    const whole = Object.fromEntries(
      Object.entries(value).map(([name, inner]): [string, JsonValue] => {
        if (!isNames && dataKeys.has(name)) return [name, inner];
        if (!isNames && name === "$ref" && typeof inner === "string")
          return [name, inner.startsWith("#") ? `#${placeOf(inner.slice(1))}` : inner];
        const meant = !isNames && name === "allOf" && Array.isArray(inner) ? inner.map(itself) : inner;
        return [name, copy(meant, !isNames && nameKeys.has(name))];
      }),
    );
    return isNames ? whole : chosen(value, whole);
  };

  const itself = (member: JsonValue): JsonValue => {
    const reference = textOf(objectOf(member)["$ref"]);
    const place = reference === undefined ? undefined : targetOf(document, reference);
    const base = place === undefined ? undefined : bases.get(place);
    return base === undefined ? member : { ...objectOf(member), $ref: `#${base.itself}` };
  };

  const chosen = (schema: JsonObject, whole: JsonObject): JsonObject => {
    const keyword = (["oneOf", "anyOf"] as const).find((name) => Array.isArray(schema[name]));
    const discriminator = keyword && readDiscriminator(document, schema);
    if (!discriminator) return whole;
    const copies = listOf(whole[keyword]);
    const variants = readVariants(document, discriminator, listOf(schema[keyword]), properties);
    const copied = variants.map((variant, index) => ({
      ...variant,
      schema: copies[index] ?? variant.schema,
    }));
    return withChoice(whole, keyword, discriminator.property, copied, purpose);
  };

  const result = objectOf(copy(document));
  const components = objectOf(result["components"]);
  const schemas = { ...objectOf(components["schemas"]) };
  for (const [place, base] of bases) {
    schemas[String(nameOf(base.itself))] = objectOf(valueAt(result, place));
    schemas[String(nameOf(place))] = withChoice({}, "anyOf", base.property, base.variants, purpose);
  }
  return {
    document: bases.size === 0 ? result : { ...result, components: { ...components, schemas } },
    placeOf,
  };
}

function withChoice(
  schema: JsonObject,
  keyword: "oneOf" | "anyOf",
  property: string,
  variants: readonly Variant[],
  purpose: Purpose,
): JsonObject {
  const { branches, beside } = choiceOf(property, variants, purpose);
  const all = [...listOf(schema["allOf"]), ...beside];
  return { ...schema, [keyword]: branches, ...(all.length === 0 ? {} : { allOf: all }) };
}
