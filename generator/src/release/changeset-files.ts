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

/** All changesets that wait for a release. */
export function readChangesets(folder: string): readonly ChangesetFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      return { name, text, releases: readReleases(text) };
    });
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

/** File name -> hash of what was written to it. */
export type ChangesetMemory = Readonly<Record<string, string>>;

export function readMemory(folder: string): ChangesetMemory {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, memoryName), "utf8"));
    if (typeof found !== "object" || found === null) return {};
    return Object.fromEntries(Object.entries(found).filter(([, hash]) => typeof hash === "string"));
  } catch {
    // None yet, or broken: then every file counts as a person's, and is kept.
    return {};
  }
}

export function memoryText(memory: ChangesetMemory): string {
  const sorted = Object.entries(memory).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
}
