import { resolve } from "node:path";
import { Diagnostics, type Diagnostic } from "./diagnostics.ts";
import { isUpToDate, remember } from "./cache.ts";
import { configCandidates, loadConfig } from "./load-config.ts";
import { type LoadedPackage, loadPackages } from "./packages.ts";
import { Clock, type Timings } from "./clock.ts";
import { place, type Place } from "./place.ts";
import { commit, recover } from "./write/commit.ts";
import type { Action, PackagePlan } from "./write/plan.ts";

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
  const known = options.cache === false ? undefined : isUpToDate(where, loaded.config, options.only);
  if (known !== undefined) return { ok: true, ...known, timings: clock.timings, recovered };

  const { packages, inputs } = clock.timeSync("load and model", () =>
    loadPackages(loaded.config, where, options.only, diagnostics),
  );
  if (diagnostics.hasErrors) return report(diagnostics, [], clock, recovered, inputs);
  const plans = await plan(packages, where, loaded.config, options, diagnostics, clock);
  if (diagnostics.hasErrors) return report(diagnostics, [], clock, recovered, inputs);
  if (options.dryRun !== true) {
    clock.timeSync("write", () =>
      commit(
        plans.flatMap((each) => each.changes),
        where.output,
      ),
    );
    remember(where, loaded.config, options.only, { inputs, plans, diagnostics: diagnostics.all });
  }
  return report(diagnostics, plans, clock, recovered, inputs);
}

/** Emits, formats and compares every package. The libraries that print are loaded only now. */
async function plan(
  packages: readonly LoadedPackage[],
  where: Place,
  config: Parameters<typeof loadPackages>[0],
  options: GenerateOptions,
  diagnostics: Diagnostics,
  clock: Clock,
): Promise<readonly PackagePlan[]> {
  const { emitPackage } = await clock.time("start", () => import("./emit/package.ts"));
  const { formatFiles } = await import("./write/format.ts");
  const { planOrphans, planPackage } = await import("./write/plan.ts");
  const plans: PackagePlan[] = [];
  for (const { api, folder, kept } of packages) {
    const { name } = api.package;
    const emitted = emitPackage(api, config.package ?? {}, kept);
    const files = await clock.time("emit and format", () => formatFiles(emitted), name);
    plans.push(planPackage({ name, folder, files }, where.configName, where.cwd, diagnostics));
  }
  if (options.only !== undefined) return plans;
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
