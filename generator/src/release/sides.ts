import { existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { DocumentConfig } from "../config.ts";
import { Diagnostics } from "../diagnostics.ts";
import { loadConfig } from "../load-config.ts";
import { type LoadedPackage, loadPackages } from "../packages.ts";
import { documentPath, place } from "../place.ts";
import type { Scratch } from "./archive.ts";
import { archive, commitOf, topLevel } from "./git.ts";
import {
  isPackage,
  packagesIn,
  type PackageVersion,
  readDocument,
  readPackage,
  withSources,
} from "./package-version.ts";

/** What a command compares, and with what. */
export interface Surroundings {
  readonly cwd: string;
  /** Path of the configuration, as it was named. */
  readonly config?: string;
  readonly diagnostics: Diagnostics;
  readonly scratch: Scratch;
}

/** Where a command runs, with nothing found yet. */
export function surroundings(config: string | undefined, scratch: Scratch): Surroundings {
  return {
    cwd: process.cwd(),
    // What a document that was released lacks is not to be mended any more: its warnings are of no use.
    diagnostics: new Diagnostics({ errorsOnly: true }),
    scratch,
    ...(config === undefined ? {} : { config }),
  };
}

/** One of two sides: some packages at one time. */
export interface Side {
  /** How people call it. */
  readonly label: string;
  readonly packages: readonly PackageVersion[];
  /** Whether it is one document by itself, whose package is the other side's whatever it is called. */
  readonly single: boolean;
}

/**
 * Reads what an argument names: a document, a package (folder or tarball), a folder of packages, a git revision (all
 * packages of its configuration), or a document at a revision, `HEAD~1:spec/openapi.yaml`. What there is on disk wins.
 */
export async function openSide(text: string, here: Surroundings): Promise<Side | undefined> {
  const { cwd, diagnostics, scratch } = here;
  const path = resolve(cwd, text);
  if (existsSync(path)) return openPath(text, path, here);
  const colon = text.indexOf(":");
  const revision = colon < 0 ? text : text.slice(0, colon);
  const root = topLevel(cwd);
  const commit = revision === "" ? undefined : commitOf(cwd, revision);
  const tar = root === undefined || commit === undefined ? undefined : archive(root, commit);
  if (root === undefined || tar === undefined) {
    diagnostics.add({
      code: "CW3003",
      message: `${JSON.stringify(text)} is no file, no folder and no git revision`,
      hint: "name a document, a package, a tarball, a revision such as HEAD~1, or HEAD~1:spec/openapi.yaml",
    });
    return undefined;
  }
  const tree = scratch.unpack(tar);
  // A configuration may import what is installed.
  if (existsSync(join(root, "node_modules")) && !existsSync(join(tree, "node_modules")))
    symlinkSync(join(root, "node_modules"), join(tree, "node_modules"), "junction");
  const there = { ...here, cwd: join(tree, relative(root, cwd)) };
  const config = here.config && join(there.cwd, relative(cwd, resolve(cwd, here.config)));
  const then: Surroundings = config === undefined ? there : { ...there, config };
  if (colon < 0) return openConfigured(text, then);
  // As git has it: from the root, unless it begins with a dot.
  const inside = text.slice(colon + 1);
  const file = inside.startsWith(".") ? resolve(then.cwd, inside) : join(tree, inside);
  if (existsSync(file)) return openPath(text, file, then);
  diagnostics.add({
    code: "CW3003",
    message: `there is no ${inside} at ${revision}`,
    hint: "write the path from the root of the repository",
  });
  return undefined;
}

/** The packages that the configuration makes of the documents as they are now. */
export async function presentPackages({
  cwd,
  config,
  diagnostics,
}: Surroundings): Promise<readonly LoadedPackage[] | undefined> {
  const loaded = await loadConfig(config, cwd, diagnostics);
  return loaded && loadPackages(loaded.config, place(loaded, cwd), diagnostics);
}

/** All packages of a configuration, with the sources that stand in their folders. */
export async function openConfigured(label: string, there: Surroundings): Promise<Side | undefined> {
  const packages = await presentPackages(there);
  if (packages === undefined) return undefined;
  return { label, packages: packages.map(({ api, folder }) => withSources(api, folder)), single: false };
}

async function openPath(label: string, path: string, here: Surroundings): Promise<Side | undefined> {
  const { cwd, diagnostics, scratch } = here;
  const reading = { cwd, diagnostics };
  if (statSync(path).isDirectory()) {
    const folders = isPackage(path) ? [path] : packagesIn(path);
    if (folders.length > 0) {
      return { label, packages: folders.flatMap((folder) => readPackage(folder, reading)), single: false };
    }
    diagnostics.add({
      code: "CW3003",
      message: `${label} is no package and holds none`,
      hint: "a package has package.json and openapi.json; name the document itself, or generate first",
    });
    return undefined;
  }
  if (/\.(tgz|tar\.gz|tar)$/.test(path)) {
    const folder = unpackPackage(path, scratch);
    if (folder === undefined) {
      diagnostics.add({
        code: "CW3003",
        message: `${label} is no tarball of a generated package`,
        hint: "name one that `npm pack` or `npm pack <name>@<version>` made, whole",
      });
      return undefined;
    }
    return { label, packages: readPackage(folder, { ...reading, cwd: folder }), single: false };
  }
  const configured = await configuredEntry(path, here);
  const packages =
    configured === undefined
      ? readDocument(path, reading)
      : readDocument(path, reading, configured.entry, configured.scope);
  return { label, packages, single: packages.length === 1 };
}

function unpackPackage(path: string, scratch: Scratch): string | undefined {
  try {
    const folder = join(scratch.unpack(readFileSync(path)), "package");
    return isPackage(folder) ? folder : undefined;
  } catch {
    // What is cut off, or no archive at all.
    return undefined;
  }
}

/** What the configuration says of a document, if there is one and it does. */
async function configuredEntry(
  path: string,
  { cwd, config, diagnostics }: Surroundings,
): Promise<{ readonly entry: DocumentConfig; readonly scope?: string } | undefined> {
  // Without a configuration a document is compared as it is; a wrong one is told only to who names it.
  const loaded = await loadConfig(config, cwd, config === undefined ? new Diagnostics() : diagnostics);
  if (loaded === undefined) return undefined;
  const where = place(loaded, cwd);
  const entry = loaded.config.documents.find((each) => documentPath(where, each.document) === path);
  const { scope } = loaded.config;
  return entry === undefined ? undefined : { entry, ...(scope === undefined ? {} : { scope }) };
}
