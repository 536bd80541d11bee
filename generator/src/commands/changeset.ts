import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  const unsettled = [...plans.conflicts.map(conflict), ...plans.left.map(leftOver)];
  for (const problem of unsettled) process.stdout.write(`${printable(problem)}\n`);
  if (plans.conflicts.length > 0) return exitCodes.drift;
  if (command.check) return report(plans, unsettled.length > 0);
  write(folder, plans);
  return exitCodes.ok;
}

async function releasedPackages(
  { since }: ChangesetCommand,
  here: Surroundings,
): Promise<readonly Released[] | undefined> {
  const packages = await presentPackages(here);
  if (packages === undefined) return undefined;
  const released = since === undefined ? openReleaseBase(packages, here) : undefined;
  const base = released ?? (await openSide(since ?? "", here));
  if (base === undefined || here.diagnostics.hasErrors) return undefined;
  process.stderr.write(released?.note ?? "");
  for (const name of released?.note === undefined ? (released?.unreleased ?? []) : [])
    process.stderr.write(
      `${printable(name)} was never released: its first version needs no list of changes.\n`,
    );
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

function conflict(file: string): string {
  return `.changeset/${file} has the marks of a merge in it: settle it, or delete it and run \`clientwright changeset\``;
}

function leftOver(file: string): string {
  return `.changeset/${file} was edited by hand and tells of changes that are no more: delete it, or give what still holds in it another name`;
}

function report({ problems }: ChangesetPlans, isUnsettled: boolean): number {
  for (const problem of problems) process.stdout.write(`${printable(problem)}\n`);
  if (isUnsettled && problems.length === 0) return exitCodes.drift;
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
  const memory: Record<string, string> = {};
  for (const [file, hashes] of Object.entries(readMemory(folder))) memory[file] = hashes.at(-1) ?? "";
  const path = join(folder, memoryName);
  const before = existsSync(path) ? readFileSync(path, "utf8").replaceAll("\r\n", "\n") : memoryText({});
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
  if (memoryText(now) !== before) writeFileSync(path, memoryText(now));
  if (plans.length === 0 && obsolete.length === 0)
    process.stdout.write("No package changed since its release.\n");
}
