// How a generated package is built, run in its folder: one module to load and one declaration file to read, in place of
// one of each an operation. What a program does not use still stays out of its bundle.
import { defineConfig, type RolldownOptions } from "rolldown";
import { dts } from "rolldown-plugin-dts";

const options = { input: "src/index.ts", external: ["@clientwright/runtime"] } satisfies RolldownOptions;

export default defineConfig([
  { ...options, output: { dir: "dist", cleanDir: true, format: "esm", sourcemap: true } },
  {
    ...options,
    // Each module's declarations are made from it alone (isolatedDeclarations): only `typecheck` needs a compiler.
    plugins: [dts({ generator: "oxc", emitDtsOnly: true })],
    output: { dir: "dist", format: "esm" },
  },
]);
