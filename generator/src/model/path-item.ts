import type { SpecDocument } from "../load/document.ts";
import { child, isObject, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";

/** A path item and what stands beside its `$ref`: fields of either hold (OpenAPI 3.1, section 4.8.9, Path Item Object). */
export interface PathItem {
  /** The objects that refer to it, without their `$ref`, the first of them first; none where they have nothing else. */
  readonly beside: readonly SpecNode[];
  readonly target: SpecNode;
}

/** Undefined after a reference that cannot be followed, which was reported when the document was loaded. */
export function pathItemOf(document: SpecDocument, reference: SpecNode): PathItem | undefined {
  const target = document.follow(reference);
  if (target === undefined) return undefined;
  const beside: SpecNode[] = [];
  // What has a target is no circle.
  for (let at: SpecNode | undefined = reference; at !== undefined; at = document.step(at)) {
    if (!isObject(at.value) || !Object.hasOwn(at.value, "$ref")) break;
    const { $ref: _, ...own } = at.value;
    if (Object.keys(own).length > 0) beside.push({ ...at, value: own });
  }
  return { beside, target };
}

/** Reads a path item, and tells of what it has twice. */
export function readPathItem(reader: Reader, reference: SpecNode): PathItem | undefined {
  const item = pathItemOf(reader.document, reference);
  if (item === undefined || !reader.expectObject(item.target, "a path item")) return undefined;
  for (const [index, part] of item.beside.entries()) {
    const others = [...item.beside.slice(index + 1), item.target];
    for (const [key, node] of reader.fields(part)) {
      // Other words are no loss: OpenAPI 3.1 has them so beside every reference.
      if (["summary", "description"].includes(key)) continue;
      if (!others.some((other) => child(other, key) !== undefined)) continue;
      report(
        reader.diagnostics,
        "CW1034",
        node,
        `${key} stands here and in what $ref leads to; that one is left out`,
        "remove one of the two: the specification does not say which of them holds",
      );
    }
  }
  return item;
}

/** The part of a path item whose field holds: the nearest that has it. */
export function partWith({ beside, target }: PathItem, key: string): SpecNode {
  return beside.find((part) => child(part, key) !== undefined) ?? target;
}
