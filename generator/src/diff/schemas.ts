import type { Api, Direction } from "../model/api.ts";
import { isOpen, isRequired } from "../model/direction.ts";
import type { ArraySchema, Literals, ObjectSchema, Schema, SchemaId } from "../model/schema.ts";
import { compareLiterals, compareWithScalar } from "./literals.ts";
import { inside, placeText, type Recorder, type Scope } from "./recorder.ts";
import { type Part, Shapes, type View } from "./shape.ts";
import { compareTexts } from "./texts.ts";
import { isOpenUnion, pairParts } from "./variants.ts";

/** Two packages in one direction, as who compares schemas sees them. */
export interface Sides {
  readonly old: { readonly api: Api; readonly shapes: Shapes };
  readonly new: { readonly api: Api; readonly shapes: Shapes };
  readonly direction: Direction;
}

/**
 * Compares schemas, and the named ones that they lead to: each pair once a direction, which also ends recursion. The
 * first way that leads to a pair is told, so operations that are no preview have to come first.
 */
export class SchemaComparison {
  readonly #sides: Readonly<Record<Direction, Sides>>;
  readonly #recorder: Recorder;
  readonly #seen: Readonly<Record<Direction, Map<unknown, Set<unknown>>>> = {
    input: new Map(),
    output: new Map(),
  };
  readonly #waiting: (() => void)[] = [];

  constructor(before: Api, after: Api, recorder: Recorder) {
    const sides = (direction: Direction): Sides => ({
      old: { api: before, shapes: new Shapes(before, direction) },
      new: { api: after, shapes: new Shapes(after, direction) },
      direction,
    });
    this.#sides = { input: sides("input"), output: sides("output") };
    this.#recorder = recorder;
  }

  /** Compares two schemas at one place, then everything that they lead to, the nearest first. */
  compare(before: Schema, after: Schema, direction: Direction, scope: Scope): void {
    this.#schemas(before, after, this.#sides[direction], { ...scope, direction });
    this.#rest();
  }

  /** Compares two named schemas, then everything that they lead to, unless something led to them already. */
  compareNamed(before: SchemaId, after: SchemaId, direction: Direction, preview: boolean): void {
    this.#definitions(before, after, this.#sides[direction], { subject: "", steps: [], direction, preview });
    this.#rest();
  }

  #rest(): void {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) next();
  }

  #schemas(before: Schema, after: Schema, sides: Sides, scope: Scope): void {
    if (before.kind === "reference" && after.kind === "reference") {
      this.#definitions(before.id, after.id, sides, scope);
      return;
    }
    if (!this.#isNew(before, after, sides.direction)) return;
    this.#views(before, after, sides, scope);
  }

  /** Compares schemas with what is said of them at this place. */
  #described(before: Schema, after: Schema, sides: Sides, scope: Scope): void {
    compareTexts(this.#recorder, scope, before.docs, after.docs);
    this.#schemas(before, after, sides, scope);
  }

  #isNew(before: unknown, after: unknown, direction: Direction): boolean {
    const seen = this.#seen[direction].get(before) ?? new Set();
    this.#seen[direction].set(before, seen);
    if (seen.has(after)) return false;
    seen.add(after);
    return true;
  }

  /** Two named schemas are a subject of their own, wherever they are used. */
  #definitions(before: SchemaId, after: SchemaId, sides: Sides, scope: Scope): Scope | undefined {
    const old = sides.old.api.definitions.get(before);
    const now = sides.new.api.definitions.get(after);
    if (old === undefined || now === undefined) return undefined;
    const way = [scope.reachedBy ?? scope.subject, placeText(scope.steps)].filter((text) => text !== "");
    const own: Scope = {
      subject: sides.new.api.typeName(after, sides.direction),
      steps: [],
      direction: sides.direction,
      old,
      new: now,
      ...(way.length === 0 ? {} : { reachedBy: way.join(scope.reachedBy === undefined ? " " : ".") }),
      preview: scope.preview,
    };
    if (this.#isNew(before, after, sides.direction)) {
      this.#waiting.push(() => {
        compareTexts(this.#recorder, own, old.schema.docs, now.schema.docs);
        this.#views(old.schema, now.schema, sides, own);
      });
    }
    return own;
  }

  #views(before: Schema, after: Schema, sides: Sides, scope: Scope): void {
    const [old, now] = [sides.old.shapes.view(before), sides.new.shapes.view(after)];
    if (old.any || now.any) {
      if (old.any && !now.any) this.#add("type-narrowed", scope, "any value", typeText(now));
      if (!old.any && now.any) this.#add("type-widened", scope, typeText(old), "any value");
      return;
    }
    const [only, ...othersBefore] = old.parts;
    const [still, ...othersAfter] = now.parts;
    const single = othersBefore.length === 0 && othersAfter.length === 0;
    if (single && only !== undefined && still !== undefined) {
      const same = this.#parts(only, still, sides, scope);
      if (!same) {
        this.#add("type-changed", scope, typeText(old), typeText(now));
        return;
      }
    } else this.#variants(after, old, now, sides, scope);
    if (!old.nullable && now.nullable) this.#add("null-added", scope);
    if (old.nullable && !now.nullable) this.#add("null-removed", scope);
  }

  #variants(after: Schema, old: View, now: View, sides: Sides, scope: Scope): void {
    const { pairs, removed, added } = pairParts(sides, old.parts, now.parts);
    for (const [one, other] of pairs) {
      const title = other.title ?? one.title;
      const at = title === undefined ? scope : inside(scope, { kind: "variant", title });
      if (one.id === undefined && other.id === undefined)
        compareTexts(this.#recorder, at, one.shape.docs, other.shape.docs);
      if (this.#parts(one, other, sides, at)) continue;
      this.#add("type-changed", at, partText(one), partText(other));
    }
    const isUnion = [...old.parts, ...now.parts].some(({ shape }) => shape.kind === "object");
    const name = (part: Part, side: "old" | "new"): string =>
      part.title ??
      (part.id === undefined ? partText(part) : sides[side].api.typeName(part.id, sides.direction));
    for (const part of added) {
      if (isCovered(part, old.parts)) continue;
      const open = isOpenUnion(after, sides.new.api, sides.direction);
      const rule = !isUnion ? "type-widened" : open ? "variant-added-open" : "variant-added";
      this.#recorder.add(rule, scope, { after: name(part, "new") });
    }
    for (const part of removed) {
      if (isCovered(part, now.parts)) continue;
      const rule = isUnion ? "variant-removed" : "type-narrowed";
      this.#recorder.add(rule, scope, { before: name(part, "old") });
    }
  }

  /** @returns Whether the two are of kinds that can be compared further. */
  #parts(before: Part, after: Part, sides: Sides, scope: Scope): boolean {
    const [old, now] = [before.shape, after.shape];
    if (before.id !== undefined && after.id !== undefined) {
      // A named variant is its own subject. What a discriminator says of its tag is compared besides.
      const own = this.#definitions(before.id, after.id, sides, scope);
      if (own !== undefined && old.kind === "object" && now.kind === "object")
        this.#objects(old, now, sides, own);
      return true;
    }
    if (old.kind === "literals" || now.kind === "literals") return this.#listed(old, now, scope);
    if (old.kind !== now.kind) return false;
    if (old.kind === "object" && now.kind === "object") this.#objects(old, now, sides, scope);
    if (old.kind === "array" && now.kind === "array") return this.#arrays(old, now, sides, scope);
    if (old.kind === "number" && now.kind === "number" && old.integer !== now.integer) {
      if (now.integer) this.#add("limit-tightened", scope, "any number", "integers");
      else this.#add("limit-loosened", scope, "integers", "any number");
    }
    if (old.kind === "string" && now.kind === "string" && scope.direction === "input") {
      if (old.dateTime && !now.dateTime) this.#add("type-narrowed", scope, "Date or string", "string");
      if (!old.dateTime && now.dateTime) this.#add("type-widened", scope, "string", "Date or string");
    }
    return true;
  }

  #listed(old: Part["shape"], now: Part["shape"], scope: Scope): boolean {
    const direction = scope.direction ?? "input";
    const listed = (shape: Part["shape"]): shape is Literals => shape.kind === "literals";
    if (listed(old) && listed(now)) {
      const texts = (shape: Literals): string => [...new Set(shape.values.map((each) => typeof each))].join();
      if (texts(old) !== texts(now)) return false;
      compareLiterals(this.#recorder, scope, old, now, isOpen(old, direction), isOpen(now, direction));
      return true;
    }
    const literals = listed(old) ? old : listed(now) ? now : undefined;
    const other = listed(old) ? now : old;
    if (literals === undefined || !literals.values.every((value) => typeof value === other.kind))
      return false;
    compareWithScalar(this.#recorder, scope, literals, isOpen(literals, direction), listed(old));
    return true;
  }

  #arrays(old: ArraySchema, now: ArraySchema, sides: Sides, scope: Scope): boolean {
    const isTuple = ({ prefix, items }: ArraySchema): boolean => prefix.length > 0 || items.kind === "never";
    if (isTuple(old) !== isTuple(now) || old.prefix.length !== now.prefix.length) return false;
    if (old.required !== now.required) return false;
    if ((old.items.kind === "never") !== (now.items.kind === "never")) return false;
    for (const [index, schema] of old.prefix.entries()) {
      const other = now.prefix[index];
      const at = inside(scope, { kind: "element", index });
      if (other !== undefined) this.#described(schema, other, sides, at);
    }
    const at = inside(scope, { kind: "items" });
    this.#described(old.items, now.items, sides, at);
    return true;
  }

  #objects(old: ObjectSchema, now: ObjectSchema, sides: Sides, scope: Scope): void {
    const before = sides.old.shapes.properties(old);
    const after = sides.new.shapes.properties(now);
    for (const [name, property] of before) {
      const at = inside(scope, { kind: "property", name });
      const other = after.get(name);
      if (other === undefined) {
        this.#recorder.add("property-removed", at, { on: "old" });
        continue;
      }
      const [was, is] = [isRequired(property, sides.direction), isRequired(other, sides.direction)];
      if (!was && is) this.#add("property-required", at);
      if (was && !is) this.#add("property-optional", at);
      this.#described(property.schema, other.schema, sides, at);
    }
    for (const [name, property] of after) {
      if (before.has(name)) continue;
      const required = isRequired(property, sides.direction);
      this.#add(
        required ? "property-added-required" : "property-added",
        inside(scope, { kind: "property", name }),
      );
    }
    const at = inside(scope, { kind: "additional" });
    if (old.additional !== undefined && now.additional !== undefined)
      this.#described(old.additional, now.additional, sides, at);
    else if (old.additional !== undefined) this.#recorder.add("additional-removed", at, { on: "old" });
    else if (now.additional !== undefined) this.#add("additional-added", at);
  }

  #add(id: Parameters<Recorder["add"]>[0], scope: Scope, before?: string, after?: string): void {
    this.#recorder.add(id, scope, {
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
  }
}

/** Whether plain values of this kind are allowed by another part anyhow: text beside text adds nothing. */
function isCovered({ shape }: Part, parts: readonly Part[]): boolean {
  const kind = shape.kind === "literals" ? typeof shape.values[0] : shape.kind;
  return kind !== "object" && kind !== "array" && parts.some((other) => other.shape.kind === kind);
}

function typeText(view: View): string {
  return [...new Set(view.parts.map(partText)), ...(view.nullable ? ["null"] : [])].join(" or ") || "nothing";
}

function partText({ shape }: Part): string {
  if (shape.kind === "literals") return shape.values.map((value) => JSON.stringify(value)).join(" or ");
  return shape.kind;
}
