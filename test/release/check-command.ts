// `pnpm release:check [package …]`: packs the built packages, or those that are named, and says whether they may be
// published. Exit code 1: they may not.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkRelease, pack } from "./check.ts";
import { publishedPackages, type PublishedPackage } from "./published.ts";
import { report } from "./report.ts";
import { ReleaseError, runCommand } from "./step.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Writes the reviewed texts of the exported APIs anew. */
    update: { type: "boolean", default: false },
  },
});
const workspace = join(import.meta.dirname, "..", "..");

await runCommand(async () => {
  const chosen = choose(publishedPackages(workspace), positionals);
  const folder = mkdtempSync(join(tmpdir(), "clientwright-check-"));
  try {
    const tarballs = join(folder, "packages");
    await pack(chosen, workspace, tarballs);
    const bills = join(folder, "sbom");
    const checked = await checkRelease({
      workspace,
      tarballs,
      bills,
      update: values.update,
      repository: undefined,
    });
    if (!report(checked)) throw new ReleaseError("These packages may not be published.");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The packages of these names; all of them when there is no name. */
function choose(packages: readonly PublishedPackage[], names: readonly string[]): PublishedPackage[] {
  const all = packages.map(({ name }) => name);
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new ReleaseError(`No package is called ${unknown.join(", ")}. There are ${all.join(", ")}.`);
  }
  return packages.filter(({ name }) => names.length === 0 || names.includes(name));
}
