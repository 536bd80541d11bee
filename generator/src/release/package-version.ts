import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostics } from "../diagnostics.ts";
import { loadDocument } from "../load/document.ts";
import type { DocumentConfig } from "../config.ts";
import type { Api } from "../model/api.ts";
import { buildApis } from "../model/build.ts";

/** One package at one time: its model, and the text of its exported declarations where its sources are there. */
export interface PackageVersion {
  readonly api: Api;
  /** Path of each source below `src/` -> its text. */
  readonly sources?: ReadonlyMap<string, string>;
}

/** Where the documents of a side are, and how they are called in messages. */
export interface Reading {
  /** What paths in messages are relative to. */
  readonly cwd: string;
  readonly diagnostics: Diagnostics;
}

/** The packages of one document that no configuration speaks of. */
export function readDocument(
  path: string,
  { cwd, diagnostics }: Reading,
  config: Omit<DocumentConfig, "document"> = {},
  scope?: string,
): readonly PackageVersion[] {
  const document = loadDocument(path, cwd, diagnostics);
  if (document === undefined) return [];
  const options = {
    config: { ...config, document: path },
    source: document.root.source.name,
    ...(scope === undefined ? {} : { scope }),
  };
  // What a document that was released lacks is not to be mended any more: its warnings are of no use.
  return buildApis(document, options, diagnostics).map((api) => ({ api }));
}

/** A folder as npm unpacks it, or as it stands in the workspace: it holds its own document. */
export function readPackage(folder: string, reading: Reading): readonly PackageVersion[] {
  return readDocument(join(folder, "openapi.json"), reading).map(({ api }) => withSources(api, folder));
}

export function withSources(api: Api, folder: string): PackageVersion {
  const root = join(folder, "src");
  if (!existsSync(join(root, "index.ts"))) return { api };
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  return {
    api,
    sources: new Map(
      paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")] as const),
    ),
  };
}

export function isPackage(folder: string): boolean {
  return existsSync(join(folder, "openapi.json")) && existsSync(join(folder, "package.json"));
}

/** A folder whose folders are packages. */
export function packagesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isPackage(join(folder, entry.name)))
    .map((entry) => join(folder, entry.name))
    .sort();
}
