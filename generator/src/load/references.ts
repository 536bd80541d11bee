import { isObject, type SpecNode } from "./node.ts";
import { join } from "./pointer.ts";
import type { Source } from "./source.ts";

/** Deeper than any description of an API; shallow enough for every recursive function that follows. */
const maxDepth = 200;

/** Below these keys stands data, in which a `$ref` is nobody's reference. `x-` fields are data too. */
const dataKeys = new Set(["example", "default", "enum", "const", "value"]);

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
    if (isObject(node.value) && typeof node.value["$ref"] === "string" && !names) found.push(node);
    for (const [key, value] of Object.entries(node.value).reverse()) {
      if (!names && !Array.isArray(node.value) && (dataKeys.has(key) || key.startsWith("x-"))) continue;
      if (key === "examples" && Array.isArray(value)) continue;
      stack.push({
        node: { value, source, pointer: join(node.pointer, key) },
        depth: depth + 1,
        // Below these keys the keys are names of the author's, so that `default` or `x-id` may be a property.
        names:
          !names &&
          (key === "properties" || key === "patternProperties" || key === "schemas") &&
          isObject(value),
      });
    }
  }
  return tooDeep === undefined ? { found } : { found, tooDeep };
}
