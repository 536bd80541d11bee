import { isObject, type SpecNode } from "./node.ts";
import { join } from "./pointer.ts";
import type { Source } from "./source.ts";

/** Deeper than any description of an API; shallow enough for every recursive function that follows. */
const maxDepth = 200;

/** The most UTF-16 code units of one text. */
const maxText = 2 ** 20;

/** Below these keys stands data, in which a `$ref` is nobody's reference. `x-` fields are data too. */
const dataKeys = new Set(["example", "default", "enum", "const", "value"]);

/** Below these keys the keys are names, so that `default` may be a property, an answer or a schema. */
const nameKeys = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "schemas",
  "$defs",
  "definitions",
  "responses",
  "parameters",
  "examples",
  "requestBodies",
  "headers",
  "securitySchemes",
  "links",
  "callbacks",
  "pathItems",
  "encoding",
]);

/** A value on the way through a document. Its pointer is put together only where somebody needs it. */
interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly above: Place | undefined;
  readonly depth: number;
  /** How the keys here are to be taken: as the specification's, as names of the author's, or as data without meaning. */
  readonly keys: "fields" | "names" | "data";
}

/** What {@link references} finds. */
export interface References {
  readonly found: readonly SpecNode[];
  /** References of discriminators' mappings, as if each were written with `$ref`: the model tells when one leads nowhere. */
  readonly mapped: readonly SpecNode[];
  readonly tooDeep?: SpecNode;
  /** What holds a text that no reader wants to see, and that would be written into several files. */
  readonly tooLong?: SpecNode;
}

/** All places of one file that hold a `$ref`, found without recursion so that no depth can break it. */
export function references(source: Source): References {
  const found: SpecNode[] = [];
  const mapped: SpecNode[] = [];
  let tooDeep: SpecNode | undefined;
  let tooLong: SpecNode | undefined;
  const seen = { fields: new Set<unknown>(), names: new Set<unknown>(), data: new Set<unknown>() };
  const stack: Place[] = [{ value: source.value, key: "", above: undefined, depth: 0, keys: "fields" }];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    const { value, depth, keys } = place;
    if (typeof value !== "object" || value === null) continue;
    // YAML aliases make one object stand in several places: its references are the same in each.
    if (seen[keys].has(value)) continue;
    seen[keys].add(value);
    if (depth > maxDepth) {
      tooDeep ??= nodeAt(place, source);
      continue;
    }
    if (keys === "fields" && isObject(value)) {
      if (Object.hasOwn(value, "$ref")) found.push(nodeAt(place, source));
      if (typeof value["propertyName"] === "string")
        mapped.push(...mappedReferences(nodeAt(place, source), value));
    }
    const inArray = Array.isArray(value);
    // Backwards, since the last that is put on a stack comes first.
    const names = Object.keys(value);
    for (let at = names.length - 1; at >= 0; at--) {
      const key = names[at] ?? "";
      const inner = (value as Readonly<Record<string, unknown>>)[key];
      if ((typeof inner === "string" && inner.length > maxText) || key.length > maxText)
        tooLong ??= nodeAt(place, source);
      if (typeof inner !== "object" || inner === null) continue;
      const below = inArray ? keys : keysBelow(keys, key, inner);
      stack.push({ value: inner, key, above: place, depth: depth + 1, keys: below });
    }
  }
  return {
    found,
    mapped,
    ...(tooDeep === undefined ? {} : { tooDeep }),
    ...(tooLong === undefined ? {} : { tooLong }),
  };
}

function nodeAt(place: Place, source: Source): SpecNode {
  const keys: string[] = [];
  for (let at = place; at.above !== undefined; at = at.above) keys.unshift(at.key);
  return { value: place.value, source, pointer: keys.reduce(join, "") };
}

function keysBelow(keys: Place["keys"], key: string, value: unknown): Place["keys"] {
  if (keys === "data") return "data";
  if (keys === "names") return "fields";
  if (dataKeys.has(key) || key.startsWith("x-") || (key === "examples" && Array.isArray(value)))
    return "data";
  return nameKeys.has(key) && isObject(value) ? "names" : "fields";
}

/** The references of a discriminator's mapping (OpenAPI, Discriminator Object); bare names of components are none. */
function mappedReferences(node: SpecNode, value: Readonly<Record<string, unknown>>): readonly SpecNode[] {
  const mapping = value["mapping"];
  if (!isObject(mapping)) return [];
  return Object.entries(mapping).flatMap(([tag, ref]): readonly SpecNode[] => {
    if (typeof ref !== "string" || !/[#/]|\.(ya?ml|json)$/.test(ref)) return [];
    const pointer = join(join(node.pointer, "mapping"), tag);
    return [{ value: { $ref: ref }, source: node.source, pointer }];
  });
}
