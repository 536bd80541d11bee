import { type JsonObject, type JsonValue, listOf, objectOf, valueAt } from "../json.js";
import { type Discriminator, readDiscriminator } from "./discriminator.js";
import { extensionsOf } from "./inheritance.js";
import { tagValues } from "./tag-values.js";
import { readVariants, type Variant } from "./variants.js";

/** A schema that stands for those that extend it. */
export interface Base {
  /** The property that holds the tag. */
  readonly property: string;
  readonly variants: readonly Variant[];
  /** A place of no schema yet, for what the base says itself. */
  readonly itself: string;
}

/** The bases of a document by their places, where a tag chooses at least one of the schemas that extend it. */
export function basesOf(document: JsonObject): ReadonlyMap<string, Base> {
  const extensions = extensionsOf(document);
  const discriminators = new Map(
    [...extensions.keys()].flatMap((place): [string, Discriminator][] => {
      const found = readDiscriminator(document, objectOf(valueAt(document, place)));
      return found === undefined ? [] : [[place, found]];
    }),
  );
  const taken = new Set<string>();
  const properties = new Map([...discriminators].map(([place, { property }]) => [place, property]));
  return new Map(
    [...discriminators].flatMap(([place, discriminator]): [string, Base][] => {
      const { property } = discriminator;
      const references = (extensions.get(place) ?? []).map(referenceTo);
      const itself = freePlace(document, place, taken);
      taken.add(itself);
      const variants = [
        ...readVariants(document, discriminator, references, properties),
        ...ownVariant(document, place, discriminator, itself),
        ...nullOf(objectOf(valueAt(document, place))),
      ];
      return variants.some(({ tags }) => tags !== undefined) ? [[place, { property, variants, itself }]] : [];
    }),
  );
}

/** A base is a variant of itself only where its discriminator says so: most are never meant alone. */
function ownVariant(
  document: JsonObject,
  place: string,
  { property, mappedTo, tagsOf, fallback }: Discriminator,
  itself: string,
): readonly Variant[] {
  const isFallback = fallback === place;
  const own = isFallback ? tagsOf(place) : mappedTo(place);
  const tags = tagValues(document, objectOf(valueAt(document, place)), property, own);
  return tags === undefined ? [] : [{ schema: referenceTo(itself), tags, isFallback }];
}

/** What extends a base that may be null is often said to be an object only. */
function nullOf({ type }: JsonObject): readonly Variant[] {
  return listOf(type).includes("null")
    ? [{ schema: { type: "null" }, tags: undefined, isFallback: false }]
    : [];
}

function referenceTo(place: string): JsonValue {
  return { $ref: `#${place.split("/").map(encodeURIComponent).join("/")}` };
}

function freePlace(document: JsonObject, place: string, taken: ReadonlySet<string>): string {
  let free = `${place}.base`;
  while (taken.has(free) || valueAt(document, free) !== undefined) free = `${free}.base`;
  return free;
}
