#!/usr/bin/env node
// In the workspace the sources run as they are (Node strips the types); the published package has only dist/.
import { existsSync } from "node:fs";
import module from "node:module";

module.enableCompileCache?.();
const source = new URL("../src/cli.ts", import.meta.url);
const fromSource = process.features.typescript && existsSync(source);
const built = new URL("../dist/cli.js", import.meta.url);
if (fromSource || existsSync(built)) {
  const { main } = await import(fromSource ? source.href : built.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write(
    "clientwright: this checkout is not built; run it as npx -y pnpm@12 exec clientwright\n",
  );
  process.exitCode = 70;
}
