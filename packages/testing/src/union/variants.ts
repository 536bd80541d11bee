import { type JsonObject, type JsonValue, objectOf, valueAt } from "../json.js";
import { type Discriminator, targetOfVariant } from "./discriminator.js";
import { tagValues } from "./tag-values.js";

/** One of several schemas, and how it is chosen. */
export interface Variant {
  /** As the document writes it: a reference, or a schema in place. */
  readonly schema: JsonValue;
  /** The values of the discriminator's property with which it is meant; `undefined` where no tag chooses it. */
  readonly tags: readonly JsonValue[] | undefined;
  /** Whether it is also meant without a tag that any variant has. */
  readonly isFallback: boolean;
}

/** A validator compiles each list of variants to one function: one of a thousand, inside another one, leaves no stack. */
const most = 256;

/**
 * Reads how the variants of a union are chosen. Those that no tag chooses are chosen by their schemas: schemas in place,
 * which have no name, and what {@link tagValues} tells. So are all of more than {@link most}.
 *
 * @param bases - Places of schemas that are unions though they list no variants, with their tags' properties.
 */
export function readVariants(
  document: JsonObject,
  discriminator: Discriminator,
  list: readonly JsonValue[],
  bases: ReadonlyMap<string, string>,
): readonly Variant[] {
  const { property, fallback } = discriminator;
  return list.map((schema) => {
    const target = targetOfVariant(document, schema);
    // The tags of a union inside are more exact than those of one around it.
    if (target === undefined || list.length > most || bases.get(target) === property)
      return { schema, tags: undefined, isFallback: false };
    const tags = discriminator.tagsOf(target);
    const values = tagValues(document, objectOf(valueAt(document, target)), property, tags);
    return { schema, tags: values, isFallback: values !== undefined && target === fallback };
  });
}
