import type { Level } from "../diff/change.ts";
import { isAtLeast } from "../diff/change.ts";
import { type ChangesetFile, type ChangesetMemory, hashOf, isInConflict } from "./changeset-files.ts";
import type { PackageChanges } from "./comparison.ts";
import { changelogLines } from "./markdown.ts";

/** A package that is released: what changed since, and the version that it had. */
export interface Released extends PackageChanges {
  /** Its folder's name, which its changeset is called after. */
  readonly folder: string;
  readonly version: string;
}

/** What is to happen to one changeset. */
export interface ChangesetPlan {
  readonly file: string;
  readonly package: string;
  readonly level: Level;
  /** What it says when nobody edited it. */
  readonly text: string;
  /** `keep`: a person edited it. */
  readonly action: "write" | "keep" | "unchanged";
}

export interface ChangesetPlans {
  readonly plans: readonly ChangesetPlan[];
  /** Files of ours that no change needs any more. */
  readonly obsolete: readonly string[];
  /** Files of ours that no change needs any more, and that a person edited: they stay. */
  readonly left: readonly string[];
  /** Files with the marks of a merge in them. Nothing is to be written over or beside them. */
  readonly conflicts: readonly string[];
  /** What a check complains of besides: a sentence each. */
  readonly problems: readonly string[];
}

/** `minor` for a break while the version is below 1.0.0 (Semantic Versioning, 4; npm's `^` agrees). */
export function releaseLevel(level: Level, version: string): Level {
  return level === "major" && version.startsWith("0.") ? "minor" : level;
}

/** Which changesets are to be written, and what is wrong with those that there are. */
export function planChangesets(
  released: readonly Released[],
  files: readonly ChangesetFile[],
  memory: ChangesetMemory,
): ChangesetPlans {
  const plans = released.flatMap((each) => planOne(each, files, memory));
  const needed = new Set(plans.map(({ file }) => file));
  const obsolete = files
    .filter(({ name, text }) => !needed.has(name) && memory[name]?.includes(hashOf(text)))
    .map(({ name }) => name);
  // A person said more in it, and who knows whether that still holds?
  const left = files.filter(
    ({ name, text }) =>
      !needed.has(name) && memory[name] !== undefined && !memory[name].includes(hashOf(text)),
  );
  return {
    plans,
    obsolete,
    conflicts: files.filter(({ text }) => isInConflict(text)).map(({ name }) => name),
    left: left.map(({ name }) => name),
    problems: [...plans.flatMap((plan) => problemsOf(plan, files)), ...obsolete.map(tooMany)],
  };
}

function planOne(
  { name, folder, version, level, changes }: Released,
  files: readonly ChangesetFile[],
  memory: ChangesetMemory,
): readonly ChangesetPlan[] {
  if (level === undefined) return [];
  // What a prerelease told is kept for the release: the next prerelease is not to write over it.
  const [, prerelease] = version.split(/-(.*)/s);
  const file = `api-${folder}${prerelease === undefined ? "" : `-${prerelease}`}.md`;
  const found = files.find((each) => each.name === file);
  const release = releaseLevel(level, version);
  const text = `---\n${JSON.stringify(name)}: ${release}\n---\n\n${changelogLines({ changes })}\n`;
  const edited = found !== undefined && !memory[file]?.includes(hashOf(found.text));
  const action = edited && found.text !== text ? "keep" : found?.text === text ? "unchanged" : "write";
  return [{ file, package: name, level: release, text, action }];
}

/** A changeset of any name counts: people may write their own, and several for one package. */
function problemsOf(plan: ChangesetPlan, files: readonly ChangesetFile[]): readonly string[] {
  const { file, package: name, level, action } = plan;
  const stated = files.flatMap(({ name: from, releases }) => {
    const found = releases.get(name);
    return found === undefined ? [] : [{ from, level: found }];
  });
  if (stated.length === 0) return [`${name} has changes of level ${level} and no changeset`];
  if (!stated.some((each) => isAtLeast(each.level, level))) {
    const [first] = stated;
    return [
      `${name} needs the level ${level}, and .changeset/${first?.from ?? file} says ${first?.level ?? "less"}`,
    ];
  }
  return action === "write" && stated.some(({ from }) => from === file)
    ? [`.changeset/${file} is not what it would be now`]
    : [];
}

function tooMany(file: string): string {
  return `.changeset/${file} tells of changes that are no more`;
}
