import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { type LoadedPackage, versionIn } from "../packages.ts";
import { archive, commitOf, commitOfVersion, topLevel } from "./git.ts";
import { isPackage, type PackageVersion, readPackage } from "./package-version.ts";
import type { Side, Surroundings } from "./sides.ts";

/** The packages as they were last released, and those that never were. */
export interface ReleaseBase extends Side {
  /** Names of packages without a release that holds their document: their next one is their first. */
  readonly unreleased: ReadonlySet<string>;
}

/**
 * The last release of each package, from git: at the tag of its present version (`<name>@<version>`, as changesets
 * makes it), else at the commit that gave it this version, else, while the release tool has just set it, as it stands.
 * The document compared with is the one that the package shipped, its `openapi.json`.
 */
export function openReleaseBase(packages: readonly LoadedPackage[], surroundings: Surroundings): ReleaseBase {
  const found = packages.map(({ api, folder, kept }) => ({
    name: api.package.name,
    versions: releasedVersion(api.package.name, kept.version, folder, surroundings),
  }));
  return {
    label: "the last release",
    packages: found.flatMap(({ versions }) => versions ?? []),
    single: false,
    unreleased: new Set(found.flatMap(({ name, versions }) => (versions === undefined ? [name] : []))),
  };
}

function releasedVersion(
  name: string,
  version: string,
  folder: string,
  { cwd, diagnostics, scratch }: Surroundings,
): readonly PackageVersion[] | undefined {
  const root = topLevel(cwd);
  if (root === undefined) return undefined;
  const path = relative(root, folder).replaceAll("\\", "/");
  const tagged = commitOf(root, `refs/tags/${name}@${version}`);
  const commit = tagged ?? commitOfVersion(root, `${path}/package.json`);
  const tar = commit === undefined ? undefined : archive(root, commit, path);
  if (tar === undefined) return undefined;
  const tree = scratch.unpack(tar);
  const then = join(tree, path);
  if (!existsSync(join(then, "openapi.json"))) return undefined;
  // A version that no commit has is being released: what changed since an older one is in its changelog already.
  if (tagged === undefined && versionIn(then) !== version && isPackage(folder))
    return readPackage(folder, { cwd, diagnostics });
  return readPackage(then, { cwd: join(tree, relative(root, cwd)), diagnostics });
}
