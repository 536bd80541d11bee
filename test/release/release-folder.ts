// What `changeset pack` wrote: tarballs, and a plan that says which of them go to the registry, under which tag.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ReleaseError } from "./step.ts";

interface PlannedRelease {
  readonly kind: "publish" | "tag-only";
  readonly name: string;
  readonly version: string;
  readonly tarball?: { readonly path: string; readonly integrity: string };
}

interface Plan {
  /** Groups in the order in which they are published: what others depend on comes first. */
  readonly plan: readonly (readonly PlannedRelease[])[];
}

/** The releases that a folder holds, in the order in which they are published. */
export function plannedReleases(folder: string): PlannedRelease[] {
  const { plan } = JSON.parse(readFileSync(join(folder, "publish-plan.json"), "utf8")) as Plan;
  return plan.flat().filter(({ kind }) => kind === "publish");
}

/**
 * Compares the tarballs with what they were when they were packed and checked.
 *
 * @throws ReleaseError naming the first that is another.
 */
export function verifyTarballs(folder: string): void {
  for (const { name, version, tarball } of plannedReleases(folder)) {
    if (tarball === undefined) throw new ReleaseError(`${name}@${version} has no tarball: pack again`);
    const [algorithm = "", ...digest] = tarball.integrity.split("-");
    const bytes = readFileSync(join(folder, tarball.path));
    if (createHash(algorithm).update(bytes).digest("base64") !== digest.join("-")) {
      throw new ReleaseError(`${tarball.path} is not the tarball that was checked: pack again`);
    }
  }
}
