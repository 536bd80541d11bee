import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Config } from "./config.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Place } from "./place.ts";
import type { PackagePlan } from "./write/plan.ts";
import { readManifest } from "./write/manifest.ts";

/** What is remembered of a run: enough to know, by hashes alone, that the next would change nothing. */
interface Memory {
  /** Of the generator itself, the configuration's value and the packages asked for. */
  readonly key: string;
  /** Absolute path -> hash of its content. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly packages: readonly {
    readonly name: string;
    readonly folder: string;
    readonly files: Readonly<Record<string, string>>;
  }[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Known {
  readonly diagnostics: readonly Diagnostic[];
  readonly packages: readonly {
    readonly name: string;
    readonly folder: string;
    readonly files: readonly { readonly action: "unchanged"; readonly path: string }[];
  }[];
  readonly inputs: readonly string[];
}

/** The last run's result, when neither its inputs nor its outputs nor the generator have changed since. */
export function isUpToDate(
  where: Place,
  config: Config,
  only: readonly string[] | undefined,
): Known | undefined {
  const memory = readMemory(where);
  if (memory === undefined || memory.key !== keyOf(where, config, only)) return undefined;
  const files = [
    ...Object.entries(memory.inputs),
    ...memory.packages.flatMap((each) => Object.entries(each.files)),
  ];
  if (!files.every(([path, before]) => hashFile(path) === before)) return undefined;
  if (only === undefined && hasOrphans(where, memory)) return undefined;
  return {
    diagnostics: memory.diagnostics,
    inputs: Object.keys(memory.inputs),
    packages: memory.packages.map(({ name, folder, files: own }) => ({
      name,
      folder,
      files: Object.keys(own).map((path) => ({ action: "unchanged", path })),
    })),
  };
}

/** Remembers a run that succeeded. Where there is no place for it, the next run just works again. */
export function remember(
  where: Place,
  config: Config,
  only: readonly string[] | undefined,
  run: {
    readonly inputs: readonly string[];
    readonly plans: readonly PackagePlan[];
    readonly diagnostics: readonly Diagnostic[];
  },
): void {
  const memory: Memory = {
    key: keyOf(where, config, only),
    inputs: Object.fromEntries(run.inputs.map((path) => [path, hashFile(path) ?? ""])),
    packages: run.plans.map(({ name, folder, changes }) => ({
      name,
      folder,
      files: Object.fromEntries(
        changes.flatMap(({ path, after }) => (after === undefined ? [] : [[path, hash(after)]])),
      ),
    })),
    diagnostics: run.diagnostics,
  };
  const file = memoryFile(where);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(memory));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A read-only disk costs time, not correctness.
  }
}

function memoryFile(where: Place): string {
  return join(
    where.root,
    "node_modules",
    ".cache",
    "clientwright",
    `${hash(where.configName).slice(0, 16)}.json`,
  );
}

function readMemory(where: Place): Memory | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(memoryFile(where), "utf8"));
    return typeof found === "object" && found !== null && "key" in found ? (found as Memory) : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(where: Place, config: Config, only: readonly string[] | undefined): string {
  return hash(
    JSON.stringify([
      generatorHash(),
      libraryVersions(),
      process.version,
      where.configName,
      where.output,
      where.cwd,
      config,
      only ?? null,
    ]),
  );
}

/** A changed generator has changed output: its own files count as input. */
function generatorHash(): string {
  const root = import.meta.dirname;
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?<!\.test)\.[jt]s$/.test(file),
  );
  return hash(
    files
      .sort()
      .map((file) => `${file} ${hashFile(join(root, file))}`)
      .join("\n"),
  );
}

/** Another version of a library that prints or formats has other output. */
function libraryVersions(): readonly string[] {
  const require = createRequire(import.meta.url);
  return ["openapi-typescript", "oxfmt", "ts-morph", "typescript", "yaml"].map((name) => {
    try {
      const found: unknown = require(`${name}/package.json`);
      return typeof found === "object" && found !== null && "version" in found
        ? `${name} ${String(found.version)}`
        : name;
    } catch {
      return name;
    }
  });
}

function hasOrphans(where: Place, memory: Memory): boolean {
  const known = new Set(memory.packages.map((each) => each.folder));
  return readdirSync(where.output, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(where.output, entry.name))
    .some((folder) => !known.has(folder) && readManifest(folder)?.config === where.configName);
}

function hashFile(path: string): string | undefined {
  try {
    return hash(readFileSync(path));
  } catch {
    return undefined;
  }
}

function hash(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
