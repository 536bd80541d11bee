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
  const keys: readonly ((part: Part, side: "old" | "new") => string | undefined)[] = [
    ({ id }, side) => (id === undefined ? undefined : sides[side].api.typeName(id, sides.direction)),
    ({ title }) => title,
    (part) => tagText(part),
    ({ shape }) => (shape.kind === "object" ? undefined : shape.kind),
    ({ shape }) => (shape.kind === "literals" ? typeof shape.values[0] : shape.kind),
  ];
  for (const [index, key] of keys.entries()) {
    // The last key says little: it is for what is alone of its kind on both sides.
    const alone = index === keys.length - 1;
    for (const part of removed.slice()) {
      const text = key(part, "old");
      const found = added.filter((other) => text !== undefined && key(other, "new") === text);
      const rivals = removed.filter((other) => key(other, "old") === text);
      const [first] = found;
      if (first === undefined || (alone && (found.length > 1 || rivals.length > 1))) continue;
      pairs.push([part, first]);
      removed = removed.filter((other) => other !== part);
      added = added.filter((other) => other !== first);
    }
  }
  return { pairs, removed, added };
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
