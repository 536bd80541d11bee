import { follow } from "../document/references.js";
import { type JsonObject, type JsonValue, listOf, objectOf, step, textOf, valueAt } from "../json.js";

/** What a discriminator says (OpenAPI 3.1.1, section 4.8.25; 3.2.0, section 4.25). */
export interface Discriminator {
  /** The property that holds the tag. */
  readonly property: string;
  /** The tags of a schema: those mapped to it, else its name. */
  tagsOf(target: string): readonly string[];
  /** The tags that the mapping gives a schema. */
  mappedTo(target: string): readonly string[];
  /** Where the schema of values stands that have no known tag. */
  readonly fallback: string | undefined;
}

/** Reads the discriminator of a schema; `undefined` where there is none. */
export function readDiscriminator(document: JsonObject, schema: JsonObject): Discriminator | undefined {
  const { propertyName, mapping, defaultMapping } = objectOf(schema["discriminator"]);
  if (typeof propertyName !== "string") return undefined;
  const targets = new Map(
    Object.entries(objectOf(mapping)).map(([tag, to]) => [tag, mappedTarget(document, to)]),
  );
  // What the lost tag was meant for is not known: it may be a schema that seems to have none.
  const isBroken = [...targets.values()].includes(undefined);
  const mappedTo = (target: string): string[] =>
    [...targets].filter(([, to]) => to === target).map(([tag]) => tag);
  return {
    property: propertyName,
    mappedTo,
    tagsOf(target) {
      const mapped = mappedTo(target);
      if (mapped.length > 0) return mapped;
      const name = nameOf(target);
      return isBroken || name === undefined || targets.has(name) ? [] : [name];
    },
    fallback: defaultMapping === undefined ? undefined : mappedTarget(document, defaultMapping),
  };
}

/** Where a reference leads, after all others on the way; `undefined` where that is nowhere. */
export function targetOf(document: JsonObject, reference: string): string | undefined {
  if (!reference.startsWith("#")) return undefined;
  try {
    return follow(document, decodeURIComponent(reference.slice(1))).pointer;
  } catch {
    // The validator tells of it, where the schema is used.
    return undefined;
  }
}

/** Where a schema leads that is a reference, alone or as the only member of an `allOf`. */
export function targetOfVariant(document: JsonObject, variant: JsonValue): string | undefined {
  const { $ref: reference, allOf, ...others } = objectOf(variant);
  if (typeof reference === "string") return targetOf(document, reference);
  const [only, ...more] = listOf(allOf);
  const isPlain = more.length === 0 && Object.keys(others).every((key) => annotations.has(key));
  const inner = isPlain ? textOf(objectOf(only)["$ref"]) : undefined;
  return inner === undefined ? undefined : targetOf(document, inner);
}

const annotations: ReadonlySet<string> = new Set(["title", "description", "deprecated"]);

const schemas = "/components/schemas";

/** A mapping holds the name of a component or a reference. */
function mappedTarget(document: JsonObject, to: JsonValue): string | undefined {
  if (typeof to !== "string") return undefined;
  const named = step(schemas, to);
  return targetOf(document, valueAt(document, named) === undefined ? to : `#${encodeURI(named)}`);
}

/** The name of a schema that is a component. */
export function nameOf(pointer: string): string | undefined {
  const [, name] = /^\/components\/schemas\/([^/]+)$/.exec(pointer) ?? [];
  return name?.replaceAll("~1", "/").replaceAll("~0", "~");
}
