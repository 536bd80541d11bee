// The cases that both judges are asked about: random edits of real documents, and the examples of the rules.
import type { Change } from "../../generator/src/diff/change.ts";
import { diffApi } from "../../generator/src/diff/diff.ts";
import { ruleIds, rules } from "../../generator/src/diff/rules.ts";
import type { Api } from "../../generator/src/model/api.ts";
import { exampleDocuments } from "../../generator/src/testing/example-documents.ts";
import { models, withFile } from "./models.ts";
import { mutate } from "./mutations.ts";
import { Random } from "./random.ts";
import { type JsonObject, type Unit, units } from "./units.ts";

/** Two documents of one operation each, as texts and as models. */
export interface Case {
  readonly name: string;
  readonly documents: readonly [old: string, now: string];
  readonly old: Api;
  readonly new: Api;
  readonly changes: readonly Change[];
}

const seed = 20261122;

/** Edits that leave a document from which a package can be made; those that do not are no cases. */
export function editCases(count: number): readonly Case[] {
  const random = new Random(seed);
  const all = units();
  const own = all.filter(({ name }) => !name.startsWith("github-"));
  const originals = new Map(all.map((unit) => [unit, modelOf(JSON.stringify(unit.document))]));
  const cases: Case[] = [];
  while (cases.length < count) {
    // The documents of this workspace are few: they get two edits of five.
    const mutation = mutate(random.pick(random.next() < 0.4 ? own : all), random);
    const found = mutation && caseOf(mutation.unit, mutation.document, originals);
    if (mutation === undefined || found === undefined) continue;
    cases.push({ ...found, name: `${mutation.edit}, ${mutation.unit.name} ${mutation.pointer}` });
  }
  return cases;
}

function caseOf(
  unit: Unit,
  document: JsonObject,
  originals: ReadonlyMap<Unit, Api>,
): Omit<Case, "name"> | undefined {
  const old = originals.get(unit);
  const documents = [JSON.stringify(unit.document), JSON.stringify(document)] as const;
  try {
    const now = modelOf(documents[1]);
    return old === undefined ? undefined : { documents, old, new: now, changes: diffApi(old, now) };
  } catch {
    // The generator refuses it with errors of its own: no package comes of it that anybody could upgrade to.
    return undefined;
  }
}

/** The examples of the rules that are about one operation. */
export function exampleCases(): readonly Case[] {
  return ruleIds.flatMap((id) => {
    const { example, input, output } = rules[id];
    if (example.of === "document") return [];
    const frames = [
      ...(input === undefined ? [] : (["sent"] as const)),
      ...(output === undefined || example.of !== "schema" ? [] : (["answered"] as const)),
    ];
    return frames.map((frame): Case => {
      const documents = exampleDocuments(example, frame);
      const [old, now] = [modelOf(documents[0]), modelOf(documents[1])];
      return { name: `${id}, ${frame}`, documents, old, new: now, changes: diffApi(old, now) };
    });
  });
}

function modelOf(text: string): Api {
  const [api] = withFile(text, (path) => models(path));
  if (api === undefined) throw new Error("a unit makes one package");
  return api;
}
