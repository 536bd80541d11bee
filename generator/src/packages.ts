import { readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { DocumentMemory, Hashes, Recollection } from "./cache.ts";
import type { Config, DocumentConfig } from "./config.ts";
import { type Diagnostic, Diagnostics } from "./diagnostics.ts";
import { loadDocument } from "./load/document.ts";
import type { Api } from "./model/api.ts";
import { buildApis } from "./model/build.ts";
import { documentPath, fromRoot, packageFolder, type Place } from "./place.ts";

/** A package's model with what the disk knows of it. */
export interface LoadedPackage {
  readonly api: Api;
  readonly folder: string;
  readonly kept: { readonly version: string };
}

const firstVersion = "0.1.0";

/** One document of a run: read and made into models, or known to be what it was when its packages were generated. */
export interface LoadedDocument {
  readonly entry: DocumentConfig;
  readonly known?: DocumentMemory;
  /** Those that are wanted; none of a document that is known. */
  readonly packages: readonly LoadedPackage[];
  /** Whether every package of the document is wanted. */
  readonly whole: boolean;
  /** Its files as they were read, by absolute path, and those that it refers to though they are not there. */
  readonly files: Hashes;
  readonly diagnostics: readonly Diagnostic[];
}

/** The entries of a configuration that a run needs, with what is known of each. */
export function recallDocuments(
  config: Config,
  only: readonly string[] | undefined,
  recollection: Recollection,
): readonly { readonly entry: DocumentConfig; readonly known: DocumentMemory | undefined }[] {
  return config.documents
    .filter((entry) => mayBeWanted(entry, config, only))
    .map((entry) => ({ entry, known: recollection.document(entry) }));
}

/** Loads the documents that are not known and builds the models of their packages. */
export function loadDocuments(
  recalled: ReturnType<typeof recallDocuments>,
  config: Config,
  where: Place,
  only: readonly string[] | undefined,
): readonly LoadedDocument[] {
  return recalled.map(({ entry, known }) =>
    known === undefined ? load(entry, config, where, only, true) : asLoaded(entry, known),
  );
}

function asLoaded(entry: DocumentConfig, known: DocumentMemory): LoadedDocument {
  const { inputs, diagnostics } = known;
  return { entry, known, packages: [], whole: true, files: inputs, diagnostics };
}

function load(
  entry: DocumentConfig,
  config: Config,
  where: Place,
  only: readonly string[] | undefined,
  isGenerated: boolean,
): LoadedDocument {
  const diagnostics = new Diagnostics();
  const path = documentPath(where, entry.document);
  const asked = new Map<string, string>();
  const document = loadDocument(path, where.cwd, diagnostics, asked);
  // Building the model may follow references further.
  const files = (): Hashes => Object.fromEntries(asked);
  if (document === undefined)
    return { entry, packages: [], whole: false, files: files(), diagnostics: diagnostics.all };
  const options = {
    config: entry,
    source: fromRoot(where, path),
    ...(config.scope === undefined ? {} : { scope: config.scope }),
    ...(isGenerated ? { configName: relative(where.cwd, where.configFile) } : {}),
  };
  const apis = buildApis(document, options, diagnostics);
  const wanted = apis.filter((api) => isWanted([api.package.name, api.package.folder], only));
  const packages = wanted.map((api): LoadedPackage => {
    const folder = packageFolder(where, api.package.folder);
    return { api, folder, kept: { version: versionIn(folder) } };
  });
  const whole = wanted.length === apis.length;
  return { entry, packages, whole, files: files(), diagnostics: diagnostics.all };
}

/** Loads every document of a configuration, whatever is known of it, and builds the models of its packages; of a revision that was released, too. */
export function loadPackages(
  config: Config,
  where: Place,
  diagnostics: Diagnostics,
): readonly LoadedPackage[] {
  const documents = config.documents.map((entry) => load(entry, config, where, undefined, false));
  for (const diagnostic of documents.flatMap((each) => each.diagnostics)) diagnostics.add(diagnostic);
  checkPackages(documents, undefined, diagnostics, where);
  return documents.flatMap((each) => each.packages);
}

/** What is wrong with the packages of several documents taken together. */
export function checkPackages(
  documents: readonly LoadedDocument[],
  only: readonly string[] | undefined,
  diagnostics: Diagnostics,
  where: Place,
): void {
  const packages = documents.flatMap(({ entry, known, packages: loaded }): readonly Named[] => [
    ...(known?.packages ?? []).map((each) => ({
      ...each,
      source: fromRoot(where, documentPath(where, entry.document)),
    })),
    ...loaded.map(({ api, folder }) => ({ name: api.package.name, folder, source: api.source })),
  ]);
  checkFolders(packages, diagnostics, where);
  checkOnly(packages, only, diagnostics);
}

interface Named {
  readonly name: string;
  readonly folder: string;
  /** The document. */
  readonly source: string;
}

/** A document whose one package has a known name need not be read when another package is wanted. */
function mayBeWanted(entry: DocumentConfig, config: Config, only: readonly string[] | undefined): boolean {
  if (entry.split !== undefined || entry.package === undefined) return true;
  return isWanted([entry.package, `${config.scope}/${entry.package}`], only);
}

/** Whether a package is asked for by its name or its folder's. */
export function isWanted(names: readonly string[], only: readonly string[] | undefined): boolean {
  return only === undefined || names.some((name) => only.includes(name));
}

function checkFolders(packages: readonly Named[], diagnostics: Diagnostics, where: Place): void {
  const seen = new Map<string, Named>();
  for (const each of packages) {
    const before = seen.get(each.folder);
    seen.set(each.folder, each);
    if (before === undefined) continue;
    diagnostics.add({
      code: "CW2003",
      message: `two packages would be called ${each.name}: one of ${before.source}, one of ${each.source}`,
      hint: "name one of them in the configuration with package",
      file: where.configName,
    });
  }
}

function checkOnly(
  packages: readonly Named[],
  only: readonly string[] | undefined,
  diagnostics: Diagnostics,
): void {
  const names = new Set(packages.flatMap(({ name, folder }) => [name, basename(folder)]));
  for (const name of only ?? []) {
    if (names.has(name) || diagnostics.hasErrors) continue;
    diagnostics.add({
      code: "CW3002",
      message: `no package is called ${JSON.stringify(name)}`,
      hint: `the configuration makes ${packages.map((each) => each.name).join(", ") || "none that --only names"}`,
    });
  }
}

/** The version belongs to the release tool: what it wrote is kept. */
export function versionIn(folder: string): string {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (
      typeof found === "object" &&
      found !== null &&
      "version" in found &&
      typeof found.version === "string"
    ) {
      return /^\d+\.\d+\.\d+[\w.+-]*$/.test(found.version) ? found.version : firstVersion;
    }
  } catch {
    // None yet, or one that is broken: generate writes a whole one.
  }
  return firstVersion;
}
