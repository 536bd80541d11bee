import { rmSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { Scratch } from "../release/archive.ts";
import {
  changesetFolder,
  hashOf,
  memoryName,
  memoryText,
  readChangesets,
  readMemory,
} from "../release/changeset-files.ts";
import { type ChangesetPlans, planChangesets, type Released } from "../release/changesets.ts";
import { compareSides } from "../release/comparison.ts";
import { openReleaseBase } from "../release/release-base.ts";
import { openSide, presentPackages, type Surroundings, surroundings } from "../release/sides.ts";
import { renderDiagnostics } from "../terminal/diagnostics.ts";
import { printable } from "../terminal/style.ts";
import { exitCodes } from "./exit-codes.ts";

export interface ChangesetCommand {
  /** What was released, as `diff` takes it. Left out: what git says. */
  readonly since?: string;
  readonly config?: string;
  /** Write nothing; say whether every change has a changeset of its level. */
  readonly check: boolean;
}

/** `clientwright changeset`: for each package with changes since its release, a changeset that says so. */
export async function changesetCommand(command: ChangesetCommand): Promise<number> {
  using scratch = new Scratch();
  const here = surroundings(command.config, scratch);
  const { cwd, diagnostics } = here;
  const released = await releasedPackages(command, here);
  const folder = changesetFolder(cwd);
  if (folder === undefined) {
    diagnostics.add({
      code: "CW3003",
      message: "there is no folder .changeset with a config.json here or above",
      hint: "run `npm install --save-dev @changesets/cli`, then `npx changeset init`",
    });
  }
  if (diagnostics.hasErrors || released === undefined || folder === undefined) {
    process.stderr.write(renderDiagnostics(diagnostics.all, process.stderr));
    return exitCodes.input;
  }
  const plans = planChangesets(released, readChangesets(folder), readMemory(folder));
  if (command.check) return report(plans);
  write(folder, plans);
  return exitCodes.ok;
}

async function releasedPackages(
  { since }: ChangesetCommand,
  here: Surroundings,
): Promise<readonly Released[] | undefined> {
  const packages = await presentPackages(here);
  if (packages === undefined) return undefined;
  const base = since === undefined ? openReleaseBase(packages, here) : await openSide(since, here);
  if (base === undefined || here.diagnostics.hasErrors) return undefined;
  const known = new Set(base.packages.map(({ api }) => api.package.name));
  // The first release of a package has nothing to tell; one that is gone has no place for a changeset.
  const kept = packages.filter(({ api }) => base.single || known.has(api.package.name));
  const now = { label: "the working tree", packages: kept.map(({ api }) => ({ api })), single: false };
  const old = base.packages.filter(
    ({ api }) => base.single || kept.some((each) => each.api.package.name === api.package.name),
  );
  const changes = await compareSides({ ...base, packages: old }, now, undefined);
  return changes.flatMap((each): readonly Released[] => {
    const found = packages.find(({ api }) => api.package.name === each.name);
    return found === undefined
      ? []
      : [{ ...each, folder: basename(found.folder), version: found.kept.version }];
  });
}

function report({ problems }: ChangesetPlans): number {
  for (const problem of problems) process.stdout.write(`${printable(problem)}\n`);
  if (problems.length === 0) {
    process.stdout.write("Every change has its changeset.\n");
    return exitCodes.ok;
  }
  process.stdout.write("Run `clientwright changeset` and commit what it writes.\n");
  return exitCodes.drift;
}

function write(folder: string, { plans, obsolete }: ChangesetPlans): void {
  const say = (action: string, file: string): void => {
    process.stdout.write(`${action} ${printable(relative(process.cwd(), join(folder, file)))}\n`);
  };
  const memory = { ...readMemory(folder) };
  const before = memoryText(memory);
  for (const { file, text, action, package: name, level } of plans) {
    if (action === "write") writeFileSync(join(folder, file), text);
    if (action !== "keep") memory[file] = hashOf(text);
    else
      process.stdout.write(
        `${printable(name)} has changes of level ${level}; its changeset was edited by hand:\n`,
      );
    say(action === "keep" ? "kept     " : action === "write" ? "wrote    " : "unchanged", file);
  }
  for (const file of obsolete) {
    rmSync(join(folder, file));
    say("deleted  ", file);
  }
  const left = new Set(readChangesets(folder).map(({ name }) => name));
  const now = Object.fromEntries(Object.entries(memory).filter(([file]) => left.has(file)));
  if (memoryText(now) !== before) writeFileSync(join(folder, memoryName), memoryText(now));
  if (plans.length === 0 && obsolete.length === 0)
    process.stdout.write("No package changed since its release.\n");
}
