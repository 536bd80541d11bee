// `pnpm release:check`: packs the built packages and says whether they may be published. Exit code 1: they may not.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkRelease, pack } from "./check.ts";
import { publishedPackages } from "./published.ts";
import { report } from "./report.ts";

const { values } = parseArgs({
  options: {
    /** Writes the reviewed texts of the exported APIs anew. */
    update: { type: "boolean", default: false },
  },
});

const workspace = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "clientwright-check-"));
try {
  const tarballs = join(folder, "packages");
  await pack(publishedPackages(workspace), workspace, tarballs);
  const checked = await checkRelease({
    workspace,
    tarballs,
    bills: join(folder, "sbom"),
    update: values.update,
    repository: undefined,
  });
  process.exitCode = report(checked) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
