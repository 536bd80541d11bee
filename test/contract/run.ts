// The `test` script of a generated package: packs it, installs the tarball elsewhere, and proves what is installed, and
// nothing else, against its document. It runs in the package's folder, so that a build tool can see the test as the
// package's own and repeat it only when it changed.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installPacked } from "./install.ts";
import { runSuite } from "./run-suite.ts";

const folder = process.cwd();
const manifest: { name?: unknown } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
if (typeof manifest.name !== "string") throw new Error(`${folder} is not the folder of a package`);
const { name } = manifest;

const reports = join(folder, "reports");

// A run that starts no test sets no exit code.
process.exitCode = 1;
const project = await installPacked(name);
try {
  // First the suite, then what proves the suite: another judge of its traffic, mutants, the table of traps.
  const suite = await runSuite("suite", { name, project, reports }, process.argv.slice(2));
  const proof = suite && (await runSuite("proof", { name, project, reports }, []));
  process.exitCode = suite && proof ? 0 : 1;
} finally {
  rmSync(project, { recursive: true, force: true });
}
