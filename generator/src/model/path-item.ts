import type { SpecDocument } from "../load/document.ts";
import { child, isObject, nodeKey, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";

/** A path item, or one that refers to it and has fields beside its `$ref`: those of either hold (OpenAPI 3.1, section 4.8.9). */
export interface PathItem {
  /** The object that stands here, without its `$ref`. */
  readonly part: SpecNode;
  /** What its `$ref` leads to. */
  readonly behind?: PathItem;
  /** What all references lead to. */
  readonly target: SpecNode;
  /** The part whose field holds, by the field: the nearest that says something there. The nearest parts come last. */
  readonly holding: ReadonlyMap<string, SpecNode>;
}

/** What was found once: chains of references share what they lead to. */
const items = new WeakMap<SpecDocument, Map<string, PathItem>>();

/** Undefined after a reference that cannot be followed, which was reported when the document was loaded. */
export function pathItemOf(document: SpecDocument, reference: SpecNode): PathItem | undefined {
  const known = items.get(document) ?? new Map<string, PathItem>();
  items.set(document, known);
  const target = document.follow(reference);
  if (target === undefined) return undefined;
  const references: SpecNode[] = [];
  let item: PathItem | undefined;
  // What has a target is no circle.
  for (let at: SpecNode | undefined = reference; at !== undefined; at = document.step(at)) {
    item = known.get(nodeKey(at));
    if (item !== undefined || !isObject(at.value) || !Object.hasOwn(at.value, "$ref")) break;
    references.push(at);
  }
  item ??= { part: target, target, holding: holdingOf(target, new Map()) };
  known.set(nodeKey(target), item);
  for (const at of references.toReversed()) {
    item = beside(at, item);
    known.set(nodeKey(at), item);
  }
  return item;
}

function beside(reference: SpecNode, behind: PathItem): PathItem {
  const { $ref: _, ...own } = reference.value as Readonly<Record<string, unknown>>;
  if (Object.keys(own).every((key) => key.startsWith("x-"))) return behind;
  const part = { ...reference, value: own };
  return { part, behind, target: behind.target, holding: holdingOf(part, behind.holding) };
}

function holdingOf(part: SpecNode, behind: PathItem["holding"]): PathItem["holding"] {
  const holding = new Map(behind);
  for (const key of isObject(part.value) ? Object.keys(part.value) : []) {
    if (!says(part, key)) continue;
    holding.delete(key);
    holding.set(key, part);
  }
  return holding;
}

const checked = new WeakMap<Reader, Set<PathItem>>();

/** Reads a path item, and tells of what it has twice. */
export function readPathItem(reader: Reader, reference: SpecNode): PathItem | undefined {
  const item = pathItemOf(reader.document, reference);
  if (item === undefined || !reader.expectObject(item.target, "a path item")) return undefined;
  const known = checked.get(reader) ?? new Set();
  checked.set(reader, known);
  for (const { part, behind } of itemsFrom(item, known)) {
    if (behind === undefined) break;
    for (const [key, node] of reader.fields(part)) {
      // Nobody else reads it, since that of another part may hold.
      if (node.value === null) reader.wrongType(node, key, "a value");
      if (says(part, key) && behind.holding.has(key)) warnOfTwo(reader, key, node);
    }
  }
  return item;
}

/** An item and what it leads to, as far as they are not known, which they then are. */
export function itemsFrom(item: PathItem, known: Set<PathItem>): readonly PathItem[] {
  const found: PathItem[] = [];
  for (let at: PathItem | undefined = item; at !== undefined && !known.has(at); at = at.behind) {
    known.add(at);
    found.push(at);
  }
  return found;
}

function warnOfTwo(reader: Reader, key: string, node: SpecNode): void {
  // Other words are no loss: OpenAPI 3.1 has them so beside every reference.
  if (["summary", "description"].includes(key)) return;
  report(
    reader.diagnostics,
    "CW1034",
    node,
    `${key} stands here and in what $ref leads to; that one is left out`,
    "remove one of the two: the specification does not say which of them holds",
  );
}

/** The part of a path item whose field holds: the nearest that has it. */
export function partWith({ holding, target }: PathItem, key: string): SpecNode {
  return holding.get(key) ?? target;
}

/** The parts of a path item that have fields which hold, each with those, the nearest first. */
export function partsOf({
  holding,
}: PathItem): readonly (readonly [
  part: SpecNode,
  fields: readonly (readonly [key: string, value: SpecNode])[],
])[] {
  const parts = [...new Set(holding.values())].toReversed();
  return parts.map((part) => {
    const keys = Object.keys(part.value as object).filter((key) => holding.get(key) === part);
    return [part, keys.flatMap((key) => fieldOf(part, key))];
  });
}

function fieldOf(part: SpecNode, key: string): readonly (readonly [key: string, value: SpecNode])[] {
  const value = child(part, key);
  return value === undefined ? [] : [[key, value]];
}

/** An empty list says nothing, as in a document without servers. */
export function hasServers(owner: SpecNode): boolean {
  const servers = child(owner, "servers")?.value ?? null;
  return servers !== null && !(Array.isArray(servers) && servers.length === 0);
}

/** An empty field must not take away what another part has. */
function says(part: SpecNode, key: string): boolean {
  return key === "servers" ? hasServers(part) : (child(part, key)?.value ?? null) !== null;
}
