import { isObject, nodeKey, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";

/** Nobody composes a property of more, and a document that does shall not take forever. */
const maxSchemas = 32;

/**
 * Whether a property is only in answers or only in requests. Any schema that applies to it may say so: its own, the one
 * it refers to, and the members of an `allOf` of these, as 3.0 writes a reference with something beside it.
 */
export function readWriteOf(reader: Reader, node: SpecNode): { readOnly: boolean; writeOnly: boolean } {
  const found = { readOnly: false, writeOnly: false };
  const seen = new Set<string>();
  const waiting = [node];
  for (let at = waiting.pop(); at !== undefined && seen.size < maxSchemas; at = waiting.pop()) {
    if (!isObject(at.value) || seen.has(nodeKey(at))) continue;
    seen.add(nodeKey(at));
    if (at.value["readOnly"] === true) found.readOnly = true;
    if (at.value["writeOnly"] === true) found.writeOnly = true;
    if (Array.isArray(at.value["allOf"]))
      for (const member of reader.items(at, "allOf")) waiting.push(member);
    const target = reader.follow(at);
    if (target !== undefined) waiting.push(target);
  }
  return found;
}
