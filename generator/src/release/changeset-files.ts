import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Level, levels } from "../diff/change.ts";
import { parseYaml } from "../load/yaml.ts";

/** One file of `.changeset/`, read. */
export interface ChangesetFile {
  readonly name: string;
  readonly text: string;
  /** The level that it gives to each package. */
  readonly releases: ReadonlyMap<string, Level>;
}

/** Where it is remembered which changesets are ours: by the hash of what was written, so that an edit shows. */
export const memoryName = "api-changesets.json";

/** The closest folder `.changeset` above a folder. */
export function changesetFolder(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, ".changeset");
    if (existsSync(join(found, "config.json"))) return found;
    if (dirname(folder) === folder) return undefined;
  }
}

/** All changesets that wait for a release, with the line ends that we write. */
export function readChangesets(folder: string): readonly ChangesetFile[] {
  const used = usedByPrerelease(folder);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md" && !used.has(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
      return { name, text, releases: readReleases(text) };
    });
}

/** Changesets of which a prerelease has told already: the 2.x line of the release tool leaves them where they are. */
function usedByPrerelease(folder: string): ReadonlySet<string> {
  const { changesets } = Object(readJson(join(folder, "pre.json")));
  return new Set(Array.isArray(changesets) ? changesets.map((name) => `${String(name)}.md`) : []);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** Whether two branches left something in a file that a person has to decide. */
export function isInConflict(text: string): boolean {
  return /^<{7} /m.test(text) && /^>{7} /m.test(text);
}

/** The front matter: package names with their levels. A file that is no changeset gives none. */
function readReleases(text: string): ReadonlyMap<string, Level> {
  const head = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1];
  const value = head === undefined ? undefined : parseYaml(head).value;
  if (typeof value !== "object" || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([name, level]) => {
      const found = levels.find((each) => each === level);
      return found === undefined ? [] : [[name, found] as const];
    }),
  );
}

/** File name -> hash of what was written to it; several where two branches wrote it and nobody has decided yet. */
export type ChangesetMemory = Readonly<Record<string, readonly string[]>>;

/** None where there is no memory: then every file counts as a person's, and is kept. */
export function readMemory(folder: string): ChangesetMemory {
  const path = join(folder, memoryName);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const memory: Record<string, string[]> = Object.create(null);
  // By lines, not as JSON: a merge that nobody has settled leaves markers in it, and both sides are right.
  for (const [, name, hash] of text.matchAll(/^\s*"([^"\\]+)": "([0-9a-f]{64})",?\r?$/gm))
    if (name !== undefined && hash !== undefined) (memory[name] ??= []).push(hash);
  return memory;
}

export function memoryText(memory: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(memory).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
