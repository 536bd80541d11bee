// Runs the suite of every generated package again and again: `node test/contract/flakes.ts [times]`. Prints each run and the
// number that failed, which must be none.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { workspacePackages } from "../consumer/workspace-packages.ts";
import { installPacked } from "./install.ts";
import { runSuite } from "./run-suite.ts";

const times = Number(process.argv[2] ?? 20);
const packages = workspacePackages().filter(({ generated }) => generated);
let failed = 0;

for (const { name } of packages) {
  const project = await installPacked(name);
  const reports = mkdtempSync(join(tmpdir(), "clientwright-flakes-"));
  for (let run = 1; run <= times; run++) {
    const start = performance.now();
    const passed = await runSuite("suite", { name, project, reports }, []);
    if (!passed) failed += 1;
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    process.stdout.write(`${name}, run ${run} of ${times}: ${passed ? "passed" : "FAILED"}, ${seconds} s\n`);
  }
  rmSync(project, { recursive: true });
  rmSync(reports, { recursive: true });
}
process.stdout.write(`${failed} of ${times * packages.length} runs failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
