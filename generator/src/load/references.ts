import { isObject, type SpecNode } from "./node.ts";
import { join } from "./pointer.ts";
import type { Source } from "./source.ts";

/** Deeper than any description of an API; shallow enough for every recursive function that follows. */
const maxDepth = 200;

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

interface Place {
  readonly node: SpecNode;
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
}

/** All places of one file that hold a `$ref`, found without recursion so that no depth can break it. */
export function references(source: Source): References {
  const found: SpecNode[] = [];
  const mapped: SpecNode[] = [];
  let tooDeep: SpecNode | undefined;
  const seen = { fields: new Set<unknown>(), names: new Set<unknown>(), data: new Set<unknown>() };
  const root: SpecNode = { value: source.value, source, pointer: "" };
  const stack: Place[] = [{ node: root, depth: 0, keys: "fields" }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, depth, keys } = top;
    if (typeof node.value !== "object" || node.value === null) continue;
    // YAML aliases make one object stand in several places: its references are the same in each.
    if (seen[keys].has(node.value)) continue;
    seen[keys].add(node.value);
    if (depth > maxDepth) {
      tooDeep ??= node;
      continue;
    }
    if (keys === "fields" && isObject(node.value) && Object.hasOwn(node.value, "$ref")) found.push(node);
    if (keys === "fields" && isObject(node.value)) mapped.push(...mappedReferences(node, node.value));
    for (const [key, value] of Object.entries(node.value).reverse()) {
      const below: SpecNode = { value, source, pointer: join(node.pointer, key) };
      const inArray = Array.isArray(node.value);
      stack.push({ node: below, depth: depth + 1, keys: inArray ? keys : keysBelow(keys, key, value) });
    }
  }
  return { found, mapped, ...(tooDeep === undefined ? {} : { tooDeep }) };
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
  const mapping = typeof value["propertyName"] === "string" ? value["mapping"] : undefined;
  if (!isObject(mapping)) return [];
  return Object.entries(mapping).flatMap(([tag, ref]): readonly SpecNode[] => {
    if (typeof ref !== "string" || !/[#/]|\.(ya?ml|json)$/.test(ref)) return [];
    const pointer = join(join(node.pointer, "mapping"), tag);
    return [{ value: { $ref: ref }, source: node.source, pointer }];
  });
}
