import type { DocumentMemory, PackageMemory, Recollection } from "./cache.ts";
import type { Clock } from "./clock.ts";
import type { PackageConfig } from "./config.ts";
import type { Diagnostics } from "./diagnostics.ts";
import { documentJson } from "./emit/document.ts";
import type { EmittedFile, emitPackage } from "./emit/package.ts";
import { fingerprint } from "./fingerprint.ts";
import { hash } from "./hash.ts";
import { isWanted, type LoadedDocument, type LoadedPackage } from "./packages.ts";
import { fromRoot, type Place } from "./place.ts";
import type { formatFiles, keepFormatted } from "./write/format.ts";
import { type PackagePlan, planPackage } from "./write/plan.ts";

/** What becomes of a package, and what the next run is to know of it. */
interface Outcome {
  readonly plan: PackagePlan;
  readonly memory: PackageMemory;
}

/** What becomes of a document's packages. */
export interface DocumentOutcome {
  readonly plans: readonly PackagePlan[];
  readonly memory: DocumentMemory;
}

/** Everything that the packages of a run have in common. */
export interface Run {
  readonly where: Place;
  readonly config: PackageConfig;
  readonly only: readonly string[] | undefined;
  readonly recollection: Recollection;
  readonly diagnostics: Diagnostics;
  readonly clock: Clock;
  /** Loads what emits, on its first use: a run that emits nothing does without the libraries that print. */
  readonly emitters: () => Promise<Emitters>;
}

/** The functions that need the libraries that print. */
export interface Emitters {
  readonly emitPackage: typeof emitPackage;
  readonly formatFiles: typeof formatFiles;
  readonly keepFormatted: typeof keepFormatted;
}

export async function loadEmitters(): Promise<Emitters> {
  const [{ emitPackage }, { formatFiles, keepFormatted }] = await Promise.all([
    import("./emit/package.ts"),
    import("./write/format.ts"),
  ]);
  return { emitPackage, formatFiles, keepFormatted };
}

/** Emits, formats and compares the packages of a document, except those that would come out as they are. */
export async function documentOutcome(document: LoadedDocument, run: Run): Promise<DocumentOutcome> {
  const { entry, known, packages, whole, files, diagnostics } = document;
  if (known !== undefined) return { plans: unchanged(known.packages, run.only), memory: known };
  const outcomes: Outcome[] = [];
  for (const each of packages) outcomes.push(await outcome(each, run));
  const done = outcomes.map(({ memory }) => memory);
  const others = (run.recollection.last(entry)?.packages ?? []).filter(
    (before) => !done.some(({ folder }) => folder === before.folder),
  );
  return {
    plans: outcomes.map(({ plan }) => plan),
    memory: {
      entry: JSON.stringify(entry),
      inputs: whole ? files : {},
      packages: whole ? done : [...done, ...others],
      diagnostics,
    },
  };
}

function unchanged(
  packages: readonly PackageMemory[],
  only: readonly string[] | undefined,
): readonly PackagePlan[] {
  return packages
    .filter(({ name, folder }) => isWanted([name, folder.slice(folder.lastIndexOf("/") + 1)], only))
    .map(unchangedPlan);
}

function unchangedPlan({ name, folder, files }: PackageMemory): PackagePlan {
  return { name, folder, changes: Object.keys(files).map((path) => ({ action: "unchanged", path })) };
}

async function outcome(loaded: LoadedPackage, run: Run): Promise<Outcome> {
  // To put the package's document together is a good part of the work, and it is asked for more than once.
  const document = loaded.api.document();
  const each = { ...loaded, api: { ...loaded.api, document: () => document } };
  const before = run.recollection.package(each.folder);
  const print = before && fingerprint(each, run.config, documentJson(each.api));
  // Its files are those that it would have.
  if (before && before.fingerprint === print) return { plan: unchangedPlan(before), memory: before };
  return emitted(each, run, print);
}

/** @param print - The fingerprint, where it is known. */
async function emitted(each: LoadedPackage, run: Run, print: string | undefined): Promise<Outcome> {
  const { where, config, diagnostics, clock } = run;
  const { emitPackage, formatFiles } = await run.emitters();
  const { api, folder } = each;
  const kept = { ...each.kept, directory: fromRoot(where, folder) };
  const { name } = api.package;
  let document = "";
  const watched = function* (files: Iterable<EmittedFile>): Generator<EmittedFile> {
    for (const file of files) {
      if (file.path === "openapi.json") document = file.text;
      yield file;
    }
  };
  const files = await clock.time(
    "emit and format",
    () => formatFiles(watched(emitPackage(api, config, kept)), name),
    name,
  );
  const plan = planPackage({ name, folder, files }, where.configName, where.cwd, diagnostics);
  const hashes = plan.changes.flatMap(({ path, after }) =>
    after === undefined ? [] : [[path, hash(after)]],
  );
  const memory = {
    name,
    folder,
    fingerprint: print ?? fingerprint(each, config, document),
    files: Object.fromEntries(hashes) as Record<string, string>,
  };
  return { plan, memory };
}
