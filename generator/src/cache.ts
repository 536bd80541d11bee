import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Config, DocumentConfig } from "./config.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { hash } from "./hash.ts";
import type { Place } from "./place.ts";

/** Path -> hash of the content. */
export type Hashes = Readonly<Record<string, string>>;

/** What is remembered of a document: enough to know, by hashes alone, that generating again would change nothing. */
export interface DocumentMemory {
  /** The document's entry in the configuration, as JSON. */
  readonly entry: string;
  /** The files it was read from, as they were then; none when not all its packages were generated from them. */
  readonly inputs: Hashes;
  readonly packages: readonly PackageMemory[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is remembered of a package. */
export interface PackageMemory {
  readonly name: string;
  /** Absolute path. */
  readonly folder: string;
  readonly fingerprint: string;
  /** By absolute path. */
  readonly files: Hashes;
}

interface Memory {
  /** Of the generator itself and of what the configuration says of all documents. */
  readonly key: string;
  readonly documents: readonly DocumentMemory[];
}

/** What earlier runs left, as far as it still holds. */
export class Recollection {
  readonly #documents: readonly DocumentMemory[];
  readonly #hashes = new Map<string, string>();

  constructor(documents: readonly DocumentMemory[]) {
    this.#documents = documents;
  }

  /** A document of which neither its entry, nor a file it was read from, nor a file of its packages has changed. */
  document(entry: DocumentConfig): DocumentMemory | undefined {
    const found = this.last(entry);
    const holds =
      found !== undefined &&
      Object.keys(found.inputs).length > 0 &&
      this.#unchanged(found.inputs) &&
      found.packages.every((each) => this.#unchanged(each.files));
    return holds ? found : undefined;
  }

  /** The package of a folder, if none of its files has changed since it was generated. */
  package(folder: string): PackageMemory | undefined {
    const found = this.#documents.flatMap((each) => each.packages).find((each) => each.folder === folder);
    return found !== undefined && this.#unchanged(found.files) ? found : undefined;
  }

  /** What was remembered of an entry, whether it still holds or not. */
  last(entry: DocumentConfig): DocumentMemory | undefined {
    const text = JSON.stringify(entry);
    return this.#documents.find((each) => each.entry === text);
  }

  #unchanged(files: Hashes): boolean {
    return Object.entries(files).every(([path, before]) => this.#hashOf(path) === before);
  }

  #hashOf(path: string): string {
    const known = this.#hashes.get(path);
    if (known !== undefined) return known;
    const found = hashFile(path);
    this.#hashes.set(path, found);
    return found;
  }
}

/** What earlier runs of this generator, with this configuration, left. */
export function recall(where: Place, config: Config): Recollection {
  const memory = readMemory(where);
  return new Recollection(memory?.key === keyOf(where, config) ? memory.documents : []);
}

/** Remembers a run that succeeded. Where there is no place for it, the next run just works again. */
export function remember(where: Place, config: Config, documents: readonly DocumentMemory[]): void {
  const memory: Memory = { key: keyOf(where, config), documents };
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
  const name = `${hash(where.configName).slice(0, 16)}.json`;
  return join(where.root, "node_modules", ".cache", "clientwright", name);
}

function readMemory(where: Place): Memory | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(memoryFile(where), "utf8"));
    const known = typeof found === "object" && found !== null && "key" in found && "documents" in found;
    return known && Array.isArray(found.documents) ? (found as Memory) : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(where: Place, { documents: _documents, ...common }: Config): string {
  return hash(
    JSON.stringify([
      generatorHash(),
      libraryVersions(),
      process.version,
      where.configName,
      where.output,
      where.cwd,
      common,
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

/** Empty for a file that is not there: so it is noticed when it comes. */
function hashFile(path: string): string {
  try {
    return hash(readFileSync(path));
  } catch {
    return "";
  }
}
