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

/** All places of one file that hold a `$ref`, found without recursion so that no depth can break it. */
export function references(source: Source): { found: readonly SpecNode[]; tooDeep?: SpecNode } {
  const found: SpecNode[] = [];
  let tooDeep: SpecNode | undefined;
  const seen = new Set<unknown>();
  const stack: { node: SpecNode; depth: number; names: boolean }[] = [
    { node: { value: source.value, source, pointer: "" }, depth: 0, names: false },
  ];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, depth, names } = top;
    if (typeof node.value !== "object" || node.value === null) continue;
    // YAML aliases make one object stand in several places: its references are the same in each.
    if (seen.has(node.value)) continue;
    seen.add(node.value);
    if (depth > maxDepth) {
      tooDeep ??= node;
      continue;
    }
    if (isObject(node.value) && Object.hasOwn(node.value, "$ref") && !names) found.push(node);
    for (const [key, value] of Object.entries(node.value).reverse()) {
      if (!names && !Array.isArray(node.value) && (dataKeys.has(key) || key.startsWith("x-"))) continue;
      if (key === "examples" && Array.isArray(value)) continue;
      stack.push({
        node: { value, source, pointer: join(node.pointer, key) },
        depth: depth + 1,
        names: !names && nameKeys.has(key) && isObject(value),
      });
    }
  }
  return tooDeep === undefined ? { found } : { found, tooDeep };
}
