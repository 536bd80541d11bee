import { toFunctionName } from "./naming.ts";
import type { Scalar, Schema } from "./schema.ts";
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
 */
export function unionSurface(unions: readonly UnionModel[], taken: ReadonlySet<string>): UnionSurface {
  // Where requests and answers have types of their own, guards are for answers: what is sent is known to who sends it.
  const names = new Set(unions.filter((union) => union.direction === "output").map((union) => union.id));
  const told = unions.filter((union) => isTold(union));
  const guarded = told.filter((union) => union.direction === "output" || !names.has(union.id));
  const shortNames = new Set<string>();
  const ambiguous = ambiguousTitles(guarded);
  const guards = new Map<string, Guard>();
  const matches = guarded.map((union): Match => {
    const stem = unique(capital(union.name), shortNames, union.typeName);
    const arms = union.variants.map((variant) => {
      const plain = isNamed(union, variant) && !ambiguous.has(variant.title);
      const name = free(`is${plain ? "" : stem}${capital(variant.title)}`, taken);
      const before = guards.get(name);
      guards.set(name, {
        name,
        union: before?.union ?? union,
        variant: before?.variant ?? variant,
        tests: [...(before?.tests ?? []), variant.tests],
      });
      return { title: variant.title, schema: variant.schema, guard: name };
    });
    return {
      matchName: free(`match${stem}`, taken),
      isKnownName: free(`isKnown${stem}`, taken),
      union,
      arms,
    };
  });
  return { guards: [...guards.values()], matches, builders: builders(told, ambiguous, taken) };
}

function builders(
  told: readonly UnionModel[],
  ambiguous: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): readonly Builder[] {
  const found = new Map<string, Builder>();
  for (const union of told.filter((each) => each.direction === "input")) {
    for (const variant of union.variants) {
      if (variant.fixed.size === 0 || !isNamed(union, variant)) continue;
      const title = ambiguous.has(variant.title) ? `${union.name}${capital(variant.title)}` : variant.title;
      const name = toFunctionName(title);
      const usable = taken.has(name) ? `build${capital(title)}` : name;
      if (!found.has(usable)) found.set(usable, { name: usable, union, variant, fixed: variant.fixed });
    }
  }
  return [...found.values()];
}

/** Titles that stand for different types in different unions. */
function ambiguousTitles(unions: readonly UnionModel[]): ReadonlySet<string> {
  const owners = new Map<string, Set<string>>();
  for (const union of unions) {
    for (const variant of union.variants) {
      const id =
        variant.schema.kind === "reference" ? variant.schema.id : `${union.typeName} ${variant.title}`;
      owners.set(variant.title, new Set([...(owners.get(variant.title) ?? []), id]));
    }
  }
  return new Set([...owners].filter(([, ids]) => ids.size > 1).map(([title]) => title));
}

/** Whether the variant is an object with a type of its own, which means the same wherever it stands. */
function isNamed(union: UnionModel, variant: UnionVariant): boolean {
  if (union.around !== undefined) return false;
  return (
    variant.schema.kind === "reference" &&
    variant.tests.flat().every((test) => test.kind === "tag" || test.kind === "key")
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function unique(name: string, used: Set<string>, fallback: string): string {
  const found = used.has(name) ? fallback : name;
  used.add(found);
  return found;
}

function free(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? `${name}_` : name;
}
