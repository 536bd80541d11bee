import { type Level, highest, isAtLeast } from "../diff/change.ts";
import { Scratch } from "../release/archive.ts";
import { compareSides, isCalled, type PackageChanges } from "../release/comparison.ts";
import { changesMarkdown } from "../release/markdown.ts";
import { openReleaseBase } from "../release/release-base.ts";
import {
  openConfigured,
  openSide,
  presentPackages,
  type Side,
  type Surroundings,
  surroundings,
} from "../release/sides.ts";
import { renderChanges } from "../terminal/changes.ts";
import { renderDiagnostics } from "../terminal/diagnostics.ts";
import { exitCodes } from "./exit-codes.ts";

export interface DiffCommand {
  /** What to compare: none, the old side, or both; see {@link openSide}. */
  readonly sides: readonly string[];
  readonly config?: string;
  /** Names or folders of packages. */
  readonly only?: readonly string[];
  readonly format: "json" | "markdown" | "text";
  readonly failOn?: Level;
}

/** `clientwright diff`: what users of the packages see of a change, and what kind of release it is. */
export async function diffCommand(command: DiffCommand): Promise<number> {
  using scratch = new Scratch();
  const here = surroundings(command.config, scratch);
  const { diagnostics } = here;
  const [old, now] = await openSides(command.sides, here);
  if (diagnostics.hasErrors || old === undefined || now === undefined) {
    process.stderr.write(renderDiagnostics(diagnostics.all, process.stderr));
    return exitCodes.input;
  }
  const packages = await compareSides(old, now, command.only);
  const unknown = (command.only ?? []).filter((name) => !packages.some((each) => isCalled(each.name, name)));
  if (unknown.length > 0) {
    process.stderr.write(`clientwright: no package is called ${unknown.join(" or ")}\n`);
    return exitCodes.input;
  }
  const level = highest(packages.flatMap((each) => each.level ?? []));
  process.stdout.write(render(command.format, packages, level, old, now));
  return command.failOn !== undefined && level !== undefined && isAtLeast(level, command.failOn)
    ? exitCodes.drift
    : exitCodes.ok;
}

async function openSides(
  [before, after]: readonly string[],
  here: Surroundings,
): Promise<readonly [Side | undefined, Side | undefined]> {
  if (before === undefined) return openSinceRelease(here);
  const now =
    after === undefined ? await openConfigured("the working tree", here) : await openSide(after, here);
  return [await openSide(before, here), now];
}

/** The working tree and what was last released of it; what was never released is not compared. */
async function openSinceRelease(here: Surroundings): Promise<readonly [Side | undefined, Side | undefined]> {
  const packages = await presentPackages(here);
  if (packages === undefined) return [undefined, undefined];
  const base = openReleaseBase(packages, here);
  process.stderr.write(base.note ?? "");
  const now = packages
    .map(({ api }) => ({ api }))
    .filter(({ api }) => !base.unreleased.has(api.package.name));
  return [base, { label: "the working tree", packages: now, single: false }];
}

function render(
  format: DiffCommand["format"],
  packages: readonly PackageChanges[],
  level: Level | undefined,
  old: Side,
  now: Side,
): string {
  if (format === "markdown") return changesMarkdown(packages);
  if (format === "text") return renderChanges(packages, process.stdout);
  const report = { old: old.label, new: now.label, level: level ?? null, packages };
  return `${JSON.stringify(report, null, 2)}\n`;
}
