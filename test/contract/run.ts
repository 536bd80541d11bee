// The `test` script of a generated package: proves that package, and no other, against its document. It runs in the
// package's folder, so that a build tool can see the test as the package's own and repeat it only when it changed.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { startVitest } from "vitest/node";

const folder = process.cwd();
const manifest: { name?: unknown } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
if (typeof manifest.name !== "string") throw new Error(`${folder} is not the folder of a package`);

process.env["CLIENTWRIGHT_PACKAGE"] = manifest.name;
process.env["CLIENTWRIGHT_FOLDER"] = folder;
// A run that starts no test sets no exit code.
process.exitCode = 1;
const vitest = await startVitest(
  "test",
  process.argv.slice(2),
  {
    root: resolve(import.meta.dirname, ".."),
    config: join(import.meta.dirname, "vitest.config.ts"),
    run: true,
    watch: false,
    reporters: ["default", "json"],
    outputFile: { json: join(folder, "reports/vitest.json") },
  },
  // Several packages may be tested at the same time.
  { cacheDir: join(folder, "node_modules/.vite") },
);
const modules = vitest.state.getTestModules();
const passed = modules.length > 0 && modules.every((module) => module.ok());
const broken = vitest.state.getUnhandledErrors().length > 0;
await vitest.close();
process.exitCode = passed && !broken ? 0 : 1;
