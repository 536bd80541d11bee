import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config, DocumentConfig } from "./config.ts";
import type { Diagnostics } from "./diagnostics.ts";
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

/** Loads the documents that a run needs and builds the models of its packages. */
export function loadPackages(
  config: Config,
  where: Place,
  only: readonly string[] | undefined,
  diagnostics: Diagnostics,
): { readonly packages: readonly LoadedPackage[]; readonly inputs: readonly string[] } {
  const inputs = new Set<string>([where.configFile]);
  const packages = config.documents
    .filter((entry) => mayBeWanted(entry, config, only))
    .flatMap((entry): readonly LoadedPackage[] => {
      const path = documentPath(where, entry.document);
      inputs.add(path);
      const document = loadDocument(path, where.cwd, diagnostics);
      if (document === undefined) return [];
      for (const source of document.sources) inputs.add(source.path);
      const options = {
        config: entry,
        source: fromRoot(where, path),
        ...(config.scope === undefined ? {} : { scope: config.scope }),
      };
      return buildApis(document, options, diagnostics)
        .filter((api) => isWanted([api.package.name, api.package.folder], only))
        .map((api) => {
          const folder = packageFolder(where, api.package.folder);
          return { api, folder, kept: { version: versionIn(folder) } };
        });
    });
  checkFolders(packages, diagnostics, where);
  checkOnly(packages, only, diagnostics);
  return { packages, inputs: [...inputs] };
}

/** A document whose one package has a known name need not be read when another package is wanted. */
function mayBeWanted(entry: DocumentConfig, config: Config, only: readonly string[] | undefined): boolean {
  if (entry.split !== undefined || entry.package === undefined) return true;
  return isWanted([entry.package, `${config.scope}/${entry.package}`], only);
}

function isWanted(names: readonly string[], only: readonly string[] | undefined): boolean {
  return only === undefined || names.some((name) => only.includes(name));
}

function checkFolders(packages: readonly LoadedPackage[], diagnostics: Diagnostics, where: Place): void {
  const seen = new Map<string, LoadedPackage>();
  for (const each of packages) {
    const before = seen.get(each.folder);
    seen.set(each.folder, each);
    if (before === undefined) continue;
    diagnostics.add({
      code: "CW2003",
      message: `two packages would be called ${each.api.package.name}: one of ${before.api.source}, one of ${each.api.source}`,
      hint: "name one of them in the configuration with package",
      file: where.configName,
    });
  }
}

function checkOnly(
  packages: readonly LoadedPackage[],
  only: readonly string[] | undefined,
  diagnostics: Diagnostics,
): void {
  const names = new Set(packages.flatMap(({ api }) => [api.package.name, api.package.folder]));
  for (const name of only ?? []) {
    if (names.has(name) || diagnostics.hasErrors) continue;
    diagnostics.add({
      code: "CW3002",
      message: `no package is called ${JSON.stringify(name)}`,
      hint: `the configuration makes ${packages.map(({ api }) => api.package.name).join(", ") || "none that --only names"}`,
    });
  }
}

/** The version belongs to the release tool: what it wrote is kept. */
function versionIn(folder: string): string {
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
