#!/usr/bin/env node
// In the workspace the sources run as they are (Node strips the types); the published package has only dist/.
import { existsSync } from "node:fs";
import module from "node:module";

module.enableCompileCache?.();
const source = new URL("../src/cli.ts", import.meta.url);
const fromSource = process.features.typescript && existsSync(source);
const { main } = await import(fromSource ? source.href : new URL("../dist/cli.js", import.meta.url).href);
process.exitCode = await main(process.argv.slice(2));
