// `pnpm release:version`: changesets become versions and changelogs, and the code that says its version says the new one.
// Exit code 1: there is nothing to release, or a step failed.
import { join } from "node:path";
import { runCommand, step } from "./step.ts";

const workspace = join(import.meta.dirname, "..", "..");

await runCommand(() => {
  step(workspace, "changeset", "version");
  // Both write the version of package.json into code.
  step(workspace, "node", "packages/runtime/scripts/version.ts");
  step(workspace, "clientwright", "generate");
  process.stdout.write("\nRead the changelogs, commit, and have it reviewed. Merging it publishes.\n");
});
