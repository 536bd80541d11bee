import { toFunctionName, toTitle } from "./naming.ts";
import type { Scalar, Schema, SchemaId } from "./schema.ts";
import { isTold, type UnionModel, type UnionVariant } from "./union.ts";
import type { Test } from "./union-decision.ts";

/** The public functions that handle a package's unions, with their names settled. */
export interface UnionSurface {
  readonly guards: readonly Guard[];
  readonly matches: readonly Match[];
  readonly builders: readonly Builder[];
}

/** `isJob(value)`. */
export interface Guard {
  readonly name: string;
  readonly union: UnionModel;
  readonly variant: UnionVariant;
  /** Of every union that the variant is in: all of them hold. */
  readonly tests: readonly (readonly (readonly Test[])[])[];
}

/** `matchResource(value, { job: …, step: … })` and `isKnownResource(value)`. */
export interface Match {
  readonly matchName: string;
  readonly isKnownName: string;
  readonly union: UnionModel;
  readonly arms: readonly { readonly title: string; readonly schema: Schema; readonly guard: string }[];
}

/** `job({ … })`, which fills in the tags. */
export interface Builder {
  readonly name: string;
  readonly union: UnionModel;
  readonly variant: UnionVariant;
  readonly fixed: ReadonlyMap<string, Scalar>;
}

/**
 * Names the functions. A variant with a type of its own is called by its title alone; one that is plain text, a number
 * or a list, and one whose title another type has too, by its union's name as well.
 *
 * @param sent - What requests hold: only that has builders.
 * @param taken - Names that the package has already.
 */
export function unionSurface(
  unions: readonly UnionModel[],
  sent: ReadonlySet<SchemaId>,
  taken: ReadonlySet<string>,
): UnionSurface {
  // Where requests and answers have types of their own, guards are for answers: what is sent is known to who sends it.
  const names = new Set(unions.filter((union) => union.direction === "output").map((union) => union.id));
  const told = unions.filter((union) => isTold(union));
  const guarded = told.filter((union) => union.direction === "output" || !names.has(union.id));
  const ambiguous = ambiguousTitles(guarded);
  const claims = new NameClaims(new Set([...taken, ...runtimeFunctions]));
  const stems = new NameClaims(new Set());
  const named = guarded.map((union) => {
    const stem = stems.claim(union.typeName, [capital(union.name), union.typeName]);
    const whole = [stem, union.typeName];
    return {
      union,
      stem,
      matchName: claims.claim(
        `match ${union.typeName}`,
        whole.map((name) => `match${name}`),
      ),
      isKnownName: claims.claim(
        `known ${union.typeName}`,
        whole.map((name) => `isKnown${name}`),
      ),
    };
  });
  const guards = new Map<string, Guard>();
  const matches = named.map(({ union, stem, ...rest }): Match => {
    const arms = union.variants.map((variant) => {
      const title = capital(variant.title);
      const plain = isNamed(union, variant) && !ambiguous.has(variant.title);
      const owner = plain ? variantId(union, variant) : `${union.typeName} ${variant.title}`;
      const qualified = [`is${stem}${title}`, `is${union.typeName}${title}`];
      const name = claims.claim(`is ${owner}`, plain ? [`is${title}`, ...qualified] : qualified);
      const before = guards.get(name);
      guards.set(name, {
        name,
        union: before?.union ?? union,
        variant: before?.variant ?? variant,
        tests: [...(before?.tests ?? []), variant.tests],
      });
      return { title: variant.title, schema: variant.schema, guard: name };
    });
    return { ...rest, union, arms };
  });
  const built = told.filter(
    (union) => union.direction === "input" || (sent.has(union.id) && !sentApart(union, unions)),
  );
  return { guards: [...guards.values()], matches, builders: builders(built, ambiguous, claims) };
}

/** Whether requests have a type of their own for a union that answers hold too. */
function sentApart({ id }: UnionModel, unions: readonly UnionModel[]): boolean {
  return unions.some((union) => union.id === id && union.direction === "input");
}

function builders(
  unions: readonly UnionModel[],
  ambiguous: ReadonlySet<string>,
  claims: NameClaims,
): readonly Builder[] {
  const found = new Map<string, Builder>();
  for (const union of unions) {
    for (const variant of union.variants) {
      if (variant.fixed.size === 0) continue;
      const plain = isNamed(union, variant) && !ambiguous.has(variant.title);
      const owner = plain ? variantId(union, variant) : `${union.typeName} ${variant.title}`;
      const titles = [
        ...(plain ? [variant.title] : []),
        toTitle(`${union.name} ${variant.title}`),
        toTitle(`${union.typeName} ${variant.title}`),
      ];
      const name = claims.claim(`build ${owner}`, [
        ...titles.map(toFunctionName),
        ...titles.map((title) => `build${capital(title)}`),
      ]);
      if (!found.has(name)) found.set(name, { name, union, variant, fixed: variant.fixed });
    }
  }
  return [...found.values()];
}

/** What the emitted functions call: in their module these names are taken. */
const runtimeFunctions = ["hasKey", "hasTag", "hasType", "isOneOf", "unmatched"];

/** Gives names away, each to one owner only: who comes later gets what is left. */
class NameClaims {
  readonly #owners: Map<string, string>;

  constructor(taken: ReadonlySet<string>) {
    this.#owners = new Map([...taken].map((name) => [name, "the package"]));
  }

  /** The first of some names that nobody else has; the same owner gets the same name again. */
  claim(owner: string, wanted: readonly string[]): string {
    const last = wanted.at(-1) ?? owner;
    for (let count = 0; ; count++) {
      const names = count === 0 ? wanted : [`${last}${"_".repeat(count)}`];
      const free = names.find((name) => (this.#owners.get(name) ?? owner) === owner);
      if (free === undefined) continue;
      this.#owners.set(free, owner);
      return free;
    }
  }
}

/** Titles that stand for different types in different unions. */
function ambiguousTitles(unions: readonly UnionModel[]): ReadonlySet<string> {
  const owners = new Map<string, Set<string>>();
  for (const union of unions) {
    for (const variant of union.variants) {
      const id = variantId(union, variant);
      owners.set(variant.title, new Set([...(owners.get(variant.title) ?? []), id]));
    }
  }
  return new Set([...owners].filter(([, ids]) => ids.size > 1).map(([title]) => title));
}

function variantId(union: UnionModel, { schema, title }: UnionVariant): string {
  return schema.kind === "reference" ? schema.id : `${union.typeName} ${title}`;
}

/**
 * Whether the variant is an object with a type of its own, told by more than being an object. It then means the same
 * wherever it stands, and its guard asks what all its unions ask: true in one, it is not wrong in another.
 */
function isNamed(union: UnionModel, variant: UnionVariant): boolean {
  if (union.around !== undefined || variant.schema.kind !== "reference") return false;
  return variant.tests.every((row) => row.some((test) => test.kind === "tag" || test.kind === "key"));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
