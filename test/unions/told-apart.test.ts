// What generated guards, matchers and isKnown say of values, for random documents of unions.
import { rmSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tellable, wild } from "./document.ts";
import { generatePackages, type GeneratedPackages, loadUnions, type UnionFunctions } from "./package.ts";
import { valuesOf, withUnknownTags } from "./sample.ts";
import { type KnownVariant, type UnionDocument, unionDocument } from "./schema.ts";

const seed = 20_240_917;
const documentsOfEach = 120;
const valuesOfEach = 6;

const use = (index: number): "answer" | "request" => (index % 2 === 0 ? "answer" : "request");
const documents = [tellable, wild].map((trees) =>
  fc.sample(trees, { seed, numRuns: documentsOfEach }).map((tree, index) => unionDocument(tree, use(index))),
);
const [toldByConstruction = [], random = []] = documents;

let generated: GeneratedPackages | undefined;
let loaded: readonly UnionFunctions[] = [];
beforeAll(async () => {
  const packages = await generatePackages(documents.flat().map(({ text }) => text));
  generated = packages;
  loaded = await Promise.all(documents.flat().map((_, index) => loadUnions(packages, index)));
});
afterAll(() => {
  if (generated) rmSync(generated.folder, { recursive: true });
});

/** The guard of a variant of `It`: by its title, or by the union's name too. */
function guardOf(functions: UnionFunctions, { title }: KnownVariant): (value: unknown) => unknown {
  const guard = functions[`isV${title.slice(1)}`] ?? functions[`isItV${title.slice(1)}`];
  if (guard === undefined) throw new Error(`no guard of ${title} among ${Object.keys(functions).join(", ")}`);
  return guard;
}

/** All that the functions of `It` say of one value. */
function said(functions: UnionFunctions, { variants }: UnionDocument, value: unknown): object {
  const { isKnownIt, matchIt } = functions;
  const arms = Object.fromEntries(variants.map(({ title }) => [title, () => title]));
  let matched: unknown;
  try {
    matched = matchIt?.(value, arms);
  } catch (error) {
    matched = error instanceof TypeError ? "TypeError" : error;
  }
  return {
    guards: variants.filter((variant) => guardOf(functions, variant)(value)).map(({ title }) => title),
    known: isKnownIt?.(value),
    matched,
    unknownArm: wantsUnknown(functions, variants, value),
  };
}

/** What an arm for unknown values makes of a value that it is given for; undefined when it is not. */
function wantsUnknown(
  { matchIt }: UnionFunctions,
  variants: readonly KnownVariant[],
  value: unknown,
): unknown {
  const arms = Object.fromEntries(variants.map(({ title }) => [title, () => undefined]));
  try {
    return matchIt?.(value, { ...arms, unknown: (given) => (given === value ? "given" : "another") });
  } catch {
    return "TypeError";
  }
}

const variant = (title: string): object => ({
  guards: [title],
  known: true,
  matched: title,
  unknownArm: undefined,
});
const nothing = (index: number): object => ({
  guards: [],
  known: false,
  matched: "TypeError",
  unknownArm: use(index) === "answer" ? "given" : "TypeError",
});

function samples(known: KnownVariant): readonly unknown[] {
  return fc.sample(valuesOf(known), { seed, numRuns: valuesOfEach });
}

describe("a union that types, tags or keys tell apart", () => {
  it("has functions in every document", () => {
    const without = toldByConstruction.filter(
      ({ variants }, index) => variants.length > 1 && loaded[index]?.["matchIt"] === undefined,
    );
    expect(without.map(({ text }) => text)).toEqual([]);
  });

  it("knows each value of each variant as that and nothing else", () => {
    let checked = 0;
    toldByConstruction.forEach((document, index) => {
      if (document.variants.length < 2) return;
      for (const known of document.variants) {
        for (const value of samples(known)) {
          expect(said(loaded[index] ?? {}, document, value), told(document, value)).toEqual(
            variant(known.title),
          );
          checked++;
        }
      }
    });
    expect(checked).toBeGreaterThan(documentsOfEach * valuesOfEach * 2);
  });

  it("knows no value whose tags no variant has", () => {
    let checked = 0;
    toldByConstruction.forEach((document, index) => {
      const objects = document.variants.filter(({ leaf }) => leaf.shape === "object");
      for (const known of objects) {
        if (objects.length < 2 || Object.keys(known.tags).length === 0) continue;
        for (const value of samples(known)) {
          const changed = withUnknownTags(value, known);
          expect(said(loaded[index] ?? {}, document, changed), told(document, changed)).toEqual(
            nothing(index),
          );
          checked++;
        }
      }
    });
    expect(checked).toBeGreaterThan(documentsOfEach);
  });

  it("knows no value of a JSON type that no variant has", () => {
    const byShape = { array: [], string: "text", number: 1, boolean: true, null: null };
    let checked = 0;
    toldByConstruction.forEach((document, index) => {
      if (document.variants.length < 2) return;
      const shapes = new Set<string>(document.variants.map(({ leaf }) => leaf.shape));
      for (const [shape, value] of Object.entries(byShape)) {
        if (shapes.has(shape)) continue;
        expect(said(loaded[index] ?? {}, document, value), told(document, value)).toEqual(nothing(index));
        checked++;
      }
    });
    expect(checked).toBeGreaterThan(documentsOfEach);
  });
});

describe("a union at random", () => {
  it("has functions that are right, or a warning and none", () => {
    const warned = new Set(
      generated?.diagnostics.filter(({ code }) => code === "CW2014").map(({ file }) => file),
    );
    const counts = { told: 0, untold: 0 };
    random.forEach((document, at) => {
      const index = documentsOfEach + at;
      const functions = loaded[index] ?? {};
      if (functions["matchIt"] === undefined) {
        expect(warned, document.text).toContain(`spec/p${index}.json`);
        counts.untold++;
        return;
      }
      counts.told++;
      for (const known of document.variants) {
        for (const value of samples(known)) {
          expect(said(functions, document, value), told(document, value)).toEqual(variant(known.title));
        }
      }
    });
    // Both kinds have to occur for either to be proven.
    expect(counts.told).toBeGreaterThan(10);
    expect(counts.untold).toBeGreaterThan(10);
  });
});

describe("the proof", () => {
  it("fails for a guard that takes the values of another variant", () => {
    const index = toldByConstruction.findIndex(({ variants }) => variants.length > 2);
    const document = toldByConstruction[index];
    const [first, second] = document?.variants ?? [];
    if (document === undefined || first === undefined || second === undefined) throw new Error("no document");
    const functions = loaded[index] ?? {};
    const guard = guardOf(functions, second);
    const name = Object.keys(functions).find((each) => functions[each] === guard) ?? "";
    const [value] = samples(first);
    expect(said(functions, document, value)).toEqual(variant(first.title));
    expect(said({ ...functions, [name]: () => true }, document, value)).not.toEqual(variant(first.title));
  });
});

function told({ text }: UnionDocument, value: unknown): string {
  return `${JSON.stringify(value)} in ${text}`;
}
