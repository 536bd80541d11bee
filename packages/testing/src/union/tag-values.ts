import { isObject, type JsonObject, type JsonValue, listOf, objectOf, textOf, valueAt } from "../json.js";
import { targetOf } from "./discriminator.js";

/**
 * The values of a discriminator's property that choose a variant. Tags are texts whatever the property is: where the schema
 * lists values, those are meant.
 *
 * @returns `undefined` where the schema of the variant has no room for a tag or contradicts it: a value has to fit the
 * schema, so the schema is believed.
 */
export function tagValues(
  document: JsonObject,
  variant: JsonObject,
  property: string,
  tags: readonly string[],
): readonly JsonValue[] | undefined {
  const parts = partsOf(document, variant);
  // The tags of a union inside are more exact than those of one around it.
  const isInner = ({ oneOf, anyOf, discriminator }: JsonObject): boolean =>
    (oneOf ?? anyOf) !== undefined && objectOf(discriminator)["propertyName"] === property;
  if (parts.some(isInner)) return undefined;
  const described = describedIn(parts, property);
  // A property of the other direction is never there.
  if (described.includes(false)) return undefined;
  if (described.length === 0 && parts.some(isClosed)) return undefined;
  const listed = listedIn(document, variant, property);
  if (listed !== undefined) {
    const meant = listed.filter((value) => tags.includes(String(value)));
    return meant.length === 0 ? undefined : meant;
  }
  const isText = described
    .flatMap((schema) => partsOf(document, objectOf(schema)))
    .every(({ type }) => type === undefined || type === "string" || listOf(type).includes("string"));
  return isText && tags.length > 0 ? tags : undefined;
}

/** A schema and those that hold together with it. What may be null besides is one of them. */
function partsOf(document: JsonObject, schema: JsonObject): readonly JsonObject[] {
  const parts = new Set([schema]);
  for (const part of parts) {
    const reference = textOf(part["$ref"]);
    const target = reference === undefined ? undefined : targetOf(document, reference);
    const only = alternativesOf(part).filter((list) => list.length === 1);
    const inner = [target && valueAt(document, target), ...listOf(part["allOf"]), ...only.flat()];
    for (const one of inner) if (isObject(one)) parts.add(one);
  }
  return [...parts];
}

/** What `oneOf` and `anyOf` list, each without null. */
function alternativesOf(schema: JsonObject): readonly (readonly JsonValue[])[] {
  return ["oneOf", "anyOf"].map((keyword) =>
    listOf(schema[keyword]).filter((one) => objectOf(one)["type"] !== "null"),
  );
}

function describedIn(parts: readonly JsonObject[], property: string): readonly JsonValue[] {
  return parts.flatMap(({ properties }) => {
    const own = objectOf(properties);
    return Object.hasOwn(own, property) ? [own[property] ?? true] : [];
  });
}

function isClosed({ additionalProperties, unevaluatedProperties }: JsonObject): boolean {
  return additionalProperties === false || unevaluatedProperties === false;
}

/** The values that a property may have; `undefined` where they are not listed. */
function listedIn(
  document: JsonObject,
  schema: JsonObject,
  property: string,
  around: readonly JsonObject[] = [],
): readonly JsonValue[] | undefined {
  if (around.includes(schema)) return undefined;
  const parts = partsOf(document, schema);
  const own = describedIn(parts, property)
    .flatMap((described) => partsOf(document, objectOf(described)))
    .flatMap(({ const: only, enum: some }) => (only === undefined ? (some ? [listOf(some)] : []) : [[only]]));
  const unions = parts.flatMap(alternativesOf).filter((list) => list.length > 1);
  const ofUnions = unions.flatMap((list) => {
    const lists = list.map((one) => listedIn(document, objectOf(one), property, [...around, schema]));
    return lists.every((one) => one !== undefined) ? [lists.flat()] : [];
  });
  const [first, ...others] = [...own, ...ofUnions];
  return first?.filter((value) => others.every((list) => list.includes(value)));
}
