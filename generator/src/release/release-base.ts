import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { type LoadedPackage, versionIn } from "../packages.ts";
import { archive, commitOf, commitOfVersion, isShallow, topLevel } from "./git.ts";
import { isPackage, type PackageVersion, readPackage } from "./package-version.ts";
import type { Side, Surroundings } from "./sides.ts";

/** The packages as they were last released, and those that never were. */
export interface ReleaseBase extends Side {
  /** Names of packages without a release that holds their document: their next one is their first. */
  readonly unreleased: ReadonlySet<string>;
  /** Why nothing is known of releases, as a line for people. */
  readonly note?: string;
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
  const isTracked = topLevel(surroundings.cwd) !== undefined;
  return {
    ...(isTracked
      ? {}
      : { note: "This is no git repository, so nothing is known of releases; name one to compare with.\n" }),
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
  if (tagged === undefined && isShallow(root)) {
    // Its oldest commit looks as if it had given every package its version.
    diagnostics.add({
      code: "CW3003",
      message: `what was released of ${name} is not known: this clone has neither the tag ${name}@${version} nor its whole history`,
      hint: "run `git fetch --unshallow --tags`; in GitHub Actions give actions/checkout `fetch-depth: 0`",
    });
    return undefined;
  }
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
