import { resolve } from "node:path";
import { Diagnostics, type Diagnostic } from "./diagnostics.ts";
import { recall, Recollection, remember } from "./cache.ts";
import { configCandidates, loadConfig } from "./load-config.ts";
import { type DocumentOutcome, documentOutcome, type Emitters, loadEmitters, type Run } from "./outcomes.ts";
import { checkPackages, type LoadedDocument, loadDocuments, recallDocuments } from "./packages.ts";
import { Clock, type Timings } from "./clock.ts";
import { place, type Place } from "./place.ts";
import { commit, recover } from "./write/commit.ts";
import { type Action, type PackagePlan, planOrphans } from "./write/plan.ts";

export interface GenerateOptions {
  /** @defaultValue the process's working directory */
  readonly cwd?: string;
  /** Path of the configuration. @defaultValue `clientwright.config.ts` here or in `spec/` */
  readonly config?: string;
  /** Names or folders of the packages to generate; the others are left alone. @defaultValue all */
  readonly only?: readonly string[];
  /** Write nothing: report what would be written. @defaultValue false */
  readonly dryRun?: boolean;
  /** Trust that outputs are still what the same inputs made them. `--check` never does. @defaultValue true */
  readonly cache?: boolean;
  /** Is told what is being done. */
  readonly onProgress?: (step: string) => void;
}

/** What a run found and did. */
export interface GenerateReport {
  /** False when an error kept everything from being written. */
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly packages: readonly PackageReport[];
  /** Milliseconds of each stage. */
  readonly timings: Timings;
  /** Files that a run which died had left half done, and that were put back first. */
  readonly recovered: number;
  /** Absolute paths of every file that was read, for those who watch. */
  readonly inputs: readonly string[];
}

export interface PackageReport {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly {
    readonly action: Action;
    readonly path: string;
    readonly before?: string;
    readonly after?: string;
  }[];
}

/** The whole job: configuration -> documents -> models -> text -> disk. Nothing is written when anything is wrong. */
export async function generate(options: GenerateOptions = {}): Promise<GenerateReport> {
  const { cwd = process.cwd(), onProgress = () => {} } = options;
  const clock = new Clock(onProgress);
  const diagnostics = new Diagnostics();
  const loaded = await clock.time("configuration", () =>
    loadConfig(options.config, resolve(cwd), diagnostics),
  );
  if (loaded === undefined) {
    return report(diagnostics, [], clock, 0, configCandidates(options.config, resolve(cwd)));
  }
  const where = place(loaded, resolve(cwd));
  const recovered = options.dryRun === true ? 0 : recover(where.output);
  const { config } = loaded;
  const recollection = options.cache === false ? new Recollection([]) : recall(where, config);
  const recalled = recallDocuments(config, options.only, recollection);
  const work = (): readonly LoadedDocument[] => loadDocuments(recalled, config, where, options.only);
  // Where every document is known, this is no work at all.
  const documents = recalled.every(({ known }) => known) ? work() : clock.timeSync("load and model", work);
  const inputs = [
    where.configFile,
    ...loaded.imports,
    ...documents.flatMap(({ files }) => Object.keys(files)),
  ];
  for (const { entry, diagnostics: found } of documents) {
    for (const each of found) if (!entry.ignoreWarnings?.includes(each.code)) diagnostics.add(each);
  }
  checkPackages(documents, options.only, diagnostics, where);
  if (diagnostics.hasErrors) return report(diagnostics, [], clock, recovered, inputs);
  let loading: Promise<Emitters> | undefined;
  const run: Run = {
    where,
    config: config.package ?? {},
    only: options.only,
    recollection,
    diagnostics,
    clock,
    emitters: () => (loading ??= clock.time("start", loadEmitters)),
  };
  const outcomes: DocumentOutcome[] = [];
  for (const document of documents) outcomes.push(await documentOutcome(document, run));
  const plans = withOrphans(
    outcomes.flatMap((each) => each.plans),
    where,
    options.only,
  );
  if (diagnostics.hasErrors) return report(diagnostics, [], clock, recovered, inputs);
  const changes = plans.flatMap((each) => each.changes);
  if (options.dryRun !== true) {
    if (changes.some(({ action }) => action !== "unchanged"))
      clock.timeSync("write", () => commit(changes, where.output));
    const others = config.documents
      .filter((entry) => !documents.some((each) => each.entry === entry))
      .flatMap((entry) => recollection.last(entry) ?? []);
    remember(where, config, [...outcomes.map(({ memory }) => memory), ...others]);
  }
  return report(diagnostics, plans, clock, recovered, inputs);
}

/** A run of all packages deletes those that the configuration no longer has. */
function withOrphans(
  plans: readonly PackagePlan[],
  where: Place,
  only: readonly string[] | undefined,
): readonly PackagePlan[] {
  if (only !== undefined) return plans;
  return [
    ...plans,
    ...planOrphans(where.output, where.configName, new Set(plans.map((each) => each.folder))),
  ];
}

function report(
  diagnostics: Diagnostics,
  plans: readonly PackagePlan[],
  clock: Clock,
  recovered: number,
  inputs: readonly string[],
): GenerateReport {
  return {
    ok: !diagnostics.hasErrors,
    diagnostics: diagnostics.all,
    packages: plans.map(({ name, folder, changes }) => ({ name, folder, files: changes })),
    timings: clock.timings,
    recovered,
    inputs,
  };
}
