import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Diagnostics } from "../diagnostics.ts";
import { headerStart } from "../emit/header.ts";
import type { EmittedFile } from "../emit/package.ts";
import { manifestName, manifestText, readManifest } from "./manifest.ts";

export type Action = "created" | "changed" | "deleted" | "unchanged";

/** What is to happen to one file. */
export interface Change {
  readonly action: Action;
  /** Absolute path. */
  readonly path: string;
  /** What is on disk; undefined for a file to create. */
  readonly before?: string;
  /** What will be; undefined for a file to delete. */
  readonly after?: string;
}

/** A package to be written: its folder and the files that belong into it, formatted. */
export interface PackageOutput {
  readonly name: string;
  /** Absolute path. */
  readonly folder: string;
  readonly files: readonly EmittedFile[];
}

/** The changes of one package. */
export interface PackagePlan {
  readonly name: string;
  readonly folder: string;
  readonly changes: readonly Change[];
}

/** Compares a package with the disk. A file in the way that generate never wrote is a problem, and is left alone. */
export function planPackage(
  output: PackageOutput,
  config: string,
  cwd: string,
  diagnostics: Diagnostics,
): PackagePlan {
  const owned = new Set(readManifest(output.folder)?.files ?? []);
  const manifest: EmittedFile = {
    path: manifestName,
    text: manifestText({ config, files: output.files.map((file) => file.path) }),
  };
  const changes = [...output.files, manifest].map((file): Change => {
    const path = join(output.folder, file.path);
    const before = readIfThere(path);
    if (before === undefined) return { action: "created", path, after: file.text };
    if (before === file.text) return { action: "unchanged", path, before, after: file.text };
    if (file !== manifest && !owned.has(file.path) && !isGenerated(before)) {
      diagnostics.add({
        code: "CW4001",
        message: `${relative(cwd, path)} stands where a generated file should, and generate did not write it`,
        hint: "move it away or delete it, then generate again",
        file: relative(cwd, path),
      });
    }
    return { action: "changed", path, before, after: file.text };
  });
  const kept = new Set(output.files.map((file) => file.path));
  const orphans = [...owned].filter((file) => !kept.has(file));
  return {
    name: output.name,
    folder: output.folder,
    changes: [...changes, ...deletions(output.folder, orphans)],
  };
}

/** The packages that the configuration no longer has: everything that generate owns in them goes. */
export function planOrphans(
  outputFolder: string,
  config: string,
  kept: ReadonlySet<string>,
): readonly PackagePlan[] {
  if (!existsSync(outputFolder)) return [];
  return readdirSync(outputFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !kept.has(join(outputFolder, entry.name)))
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => {
      const folder = join(outputFolder, name);
      const manifest = readManifest(folder);
      if (manifest?.config !== config) return [];
      return [{ name, folder, changes: deletions(folder, [...manifest.files, manifestName]) }];
    });
}

function deletions(folder: string, files: readonly string[]): readonly Change[] {
  return files.flatMap((file): readonly Change[] => {
    const path = join(folder, file);
    const before = readIfThere(path);
    return before === undefined ? [] : [{ action: "deleted", path, before }];
  });
}

/** Files that were generated before their manifest was lost still say so in their first line. */
function isGenerated(text: string): boolean {
  return text.slice(0, 200).split("\n", 1)[0]?.includes(headerStart) ?? false;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return undefined;
    throw error;
  }
}
