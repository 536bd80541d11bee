import type { Api, Direction } from "../model/api.ts";
import type { Schema } from "../model/schema.ts";
import { analyse, isTold, unionBehind } from "../model/union.ts";
import type { Sides } from "./schemas.ts";
import type { Part } from "./shape.ts";

/** The variants of two unions: those that are in both, and those that are in one. */
export interface Paired {
  readonly pairs: readonly (readonly [old: Part, now: Part])[];
  readonly removed: readonly Part[];
  readonly added: readonly Part[];
}

/** Finds for each variant what became of it: by its type's name, its title, its tags, or else by its kind. */
export function pairParts(sides: Sides, old: readonly Part[], now: readonly Part[]): Paired {
  const pairs: (readonly [Part, Part])[] = [];
  let removed = [...old];
  let added = [...now];
  const take = (one: Part, other: Part): void => {
    pairs.push([one, other]);
    removed = removed.filter((part) => part !== one);
    added = added.filter((part) => part !== other);
  };
  const keys: readonly ((part: Part, side: "old" | "new") => string | undefined)[] = [
    ({ id }, side) => (id === undefined ? undefined : sides[side].api.typeName(id, sides.direction)),
    ({ title }) => title,
    (part) => tagText(part),
    ({ shape }) => (shape.kind === "object" ? undefined : shape.kind),
    // A list of values and plain text: one may have become the other.
    ({ shape }) => (shape.kind === "literals" ? typeof shape.values[0] : shape.kind),
  ];
  for (const key of keys) {
    for (const part of removed.slice()) {
      const text = key(part, "old");
      const first = added.find((other) => text !== undefined && key(other, "new") === text);
      // Of several objects that nothing names, the first need not be the same: see below.
      if (first !== undefined && (text !== "object" || isAlone(removed, added))) take(part, first);
    }
  }
  // The most alike first: objects that nothing names are the same when they have most in common.
  const likely = removed
    .flatMap((one) => added.map((other) => ({ one, other, score: likeness(one, other) })))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  for (const { one, other } of likely) {
    if (removed.includes(one) && added.includes(other)) take(one, other);
  }
  return { pairs, removed, added };
}

function isAlone(removed: readonly Part[], added: readonly Part[]): boolean {
  const objects = (parts: readonly Part[]): number =>
    parts.filter(({ shape }) => shape.kind === "object").length;
  return objects(removed) === 1 && objects(added) === 1;
}

/** How much two unnamed objects have in common, from 0 to 1; nothing, for what has a name on one side. */
function likeness(
  { shape: one, id, title }: Part,
  { shape: other, id: otherId, title: otherTitle }: Part,
): number {
  if (one.kind !== "object" || other.kind !== "object") return 0;
  if (id !== otherId && (id === undefined || otherId === undefined)) return 0;
  if (title !== otherTitle) return 0;
  const text = (shape: typeof one): readonly string[] =>
    shape.properties.map(({ name, schema, required }) => JSON.stringify([name, required, bare(schema)]));
  const [mine, theirs] = [text(one), new Set(text(other))];
  const names = new Set(other.properties.map(({ name }) => name));
  const shared = one.properties.filter(({ name }) => names.has(name)).length;
  const equal = mine.filter((each) => theirs.has(each)).length;
  const all = Math.max(one.properties.length, other.properties.length);
  // What has the same names and says the same of them wins over what only has the names.
  return all === 0 ? 1 : (shared + equal) / (2 * all);
}

function bare(schema: Schema): unknown {
  return schema.kind === "literals" ? [schema.kind, schema.values] : schema.kind;
}

/** The tags of an object: properties that have one value. */
function tagText({ shape }: Part): string | undefined {
  if (shape.kind !== "object") return undefined;
  const tags = shape.properties.flatMap(({ name, schema, required }) =>
    required && schema.kind === "literals" && schema.values.length === 1 ? [[name, schema.values[0]]] : [],
  );
  return tags.length === 0 ? undefined : JSON.stringify(tags);
}

/**
 * Whether variants that a version does not know may stand here: what the document says, else whether it is an answer
 * whose variants the package tells apart, so that `isKnown` and `match` have a word for others.
 */
export function isOpenUnion(schema: Schema, api: Api, direction: Direction): boolean {
  const union = unionBehind(schema, api.definitions);
  if (union?.open !== undefined) return union.open;
  return direction === "output" && union !== undefined && isTold(analyse(union, api.definitions));
}
