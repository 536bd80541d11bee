// `pnpm release`: packs every version that the registry does not have, checks these tarballs, and publishes them, and no
// others. A workflow does the halves in two jobs: `--pack <folder>` in one, `--publish <folder>` in the other, which
// alone may publish. Exit code 1: nothing was published, or not all; what was is not published again.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkRelease } from "./check.ts";
import { keepMissing, markChecked, plannedReleases, verifyTarballs } from "./release-folder.ts";
import { report } from "./report.ts";
import { ReleaseError, runCommand, step } from "./step.ts";

const { values } = parseArgs({ options: { pack: { type: "string" }, publish: { type: "string" } } });
/** Of all that the registry does not have, in the folder of the release. */
const missing = "missing.json";
const workspace = join(import.meta.dirname, "..", "..");

await runCommand(async () => {
  if (values.publish !== undefined) return resume(resolve(values.publish));
  const folder = resolve(values.pack ?? join(workspace, ".release"));
  const found = await pack(folder);
  if (values.pack === undefined && found) publish(folder);
});

/** Says whether there is anything to publish. */
async function pack(folder: string): Promise<boolean> {
  refuseUnfinished();
  emptyFolder(folder);
  if (missingReleases(folder).length === 0) return false;
  step(workspace, "clientwright", "generate", "--check");
  step(workspace, "turbo", "run", "build");
  step(workspace, "changeset", "pack", "--from-publish-plan", join(folder, missing), "--out-dir", folder);
  const checked = await checkRelease({
    workspace,
    tarballs: join(folder, "packages"),
    bills: join(folder, "sbom"),
    update: false,
    // GitHub sets it. Elsewhere there is no provenance, and nothing to compare.
    repository: process.env["GITHUB_REPOSITORY"],
  });
  if (!report(checked)) throw new ReleaseError("Nothing was published.");
  markChecked(folder);
  return true;
}

/** Publishes what an earlier run packed: all of it, or what it did not come to. */
function resume(folder: string): void {
  verifyTarballs(folder);
  if (missingReleases(folder).length === 0) return;
  keepMissing(folder, missing);
  publish(folder);
}

function publish(folder: string): void {
  verifyTarballs(folder);
  step(workspace, "changeset", "publish", "--from-pack-dir", folder);
}

/** Asks the registry what it does not have. The answer is kept in the folder. */
function missingReleases(folder: string): readonly unknown[] {
  step(workspace, "changeset", "publish-plan", "--output", join(folder, missing));
  const releases = plannedReleases(folder, missing);
  if (releases.length === 0) process.stdout.write("\nThe registry has every version: nothing to publish.\n");
  return releases;
}

/** What is published must be what was reviewed. */
function refuseUnfinished(): void {
  const pending = readdirSync(join(workspace, ".changeset")).filter(
    (file) => file.endsWith(".md") && file !== "README.md",
  );
  if (pending.length > 0) {
    throw new ReleaseError(
      `Changesets wait for a version (${pending.join(", ")}): run release:version first.`,
    );
  }
  const { stdout, status } = spawnSync("git", ["status", "--porcelain"], {
    cwd: workspace,
    encoding: "utf8",
  });
  if (status !== 0) throw new ReleaseError("git does not say what is committed: release from a repository.");
  if (stdout !== "") throw new ReleaseError(`Commit first, or take these changes back:\n${stdout.trimEnd()}`);
}

/** Takes away what an earlier release left in the folder, and nothing else. */
function emptyFolder(folder: string): void {
  const held = existsSync(folder) ? readdirSync(folder) : [];
  if (held.length > 0 && !held.includes(missing)) {
    throw new ReleaseError(
      `${folder} holds other things than a release: name a folder that is not there yet.`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
}
