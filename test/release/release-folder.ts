// What `changeset pack` wrote: tarballs, and a plan that says which of them go to the registry, under which tag.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ReleaseError } from "./step.ts";

interface PlannedRelease {
  readonly kind: "publish" | "tag-only";
  readonly name: string;
  readonly version: string;
  readonly tarball?: { readonly path: string };
}

interface Plan {
  /** Groups in the order in which they are published: what others depend on comes first. */
  readonly plan: readonly (readonly PlannedRelease[])[];
}

/** The releases that a folder holds, in the order in which they are published. */
export function plannedReleases(folder: string, file: string = planFile): PlannedRelease[] {
  return readPlan(folder, file)
    .plan.flat()
    .filter(({ kind }) => kind === "publish");
}

/** The file that `changeset publish` reads. */
const planFile = "publish-plan.json";

function readPlan(folder: string, file: string): Plan {
  return JSON.parse(readFileSync(join(folder, file), "utf8")) as Plan;
}

/**
 * Takes out of the plan what the registry has by now: a release that stopped half-way is run again, and a registry
 * refuses what it has.
 *
 * @param missing - Name of the file, in the same folder, of a plan of all that the registry does not have.
 */
export function keepMissing(folder: string, missing: string): void {
  const wanted = new Set(plannedReleases(folder, missing).map(({ name, version }) => `${name}@${version}`));
  const before = readPlan(folder, planFile);
  const plan = before.plan
    .map((group) => group.filter(({ name, version }) => wanted.has(`${name}@${version}`)))
    .filter((group) => group.length > 0);
  writeFileSync(join(folder, planFile), JSON.stringify({ ...before, plan }, undefined, 2));
}

/** The digests of the tarballs that passed, by path. */
const checkedFile = "checked.json";

/** Notes that the tarballs of the plan, as they are now, passed every check. */
export function markChecked(folder: string): void {
  writeFileSync(join(folder, checkedFile), JSON.stringify(digests(folder), undefined, 2));
}

/**
 * Compares the tarballs of the plan with those that passed every check.
 *
 * @throws ReleaseError naming the first that did not, or is another now.
 */
export function verifyTarballs(folder: string): void {
  const file = join(folder, checkedFile);
  if (!existsSync(file)) throw new ReleaseError(`${folder} holds no checked tarballs: pack again`);
  const checked = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, string>>;
  for (const [path, digest] of Object.entries(digests(folder))) {
    if (checked[path] !== digest) {
      throw new ReleaseError(`${path} is not the tarball that was checked: pack again`);
    }
  }
}

function digests(folder: string): Record<string, string> {
  return Object.fromEntries(
    plannedReleases(folder).map(({ name, version, tarball }) => {
      if (tarball === undefined) throw new ReleaseError(`${name}@${version} has no tarball: pack again`);
      const bytes = readFileSync(join(folder, tarball.path));
      return [tarball.path, createHash("sha256").update(bytes).digest("base64")];
    }),
  );
}
