// Writes one module for each entry point into dist/, beside the declarations that tsc writes: loading ninety small
// modules takes a program longer than all else that this package does for it. Nothing is minified or renamed.
import { globSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "rolldown";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

const { output } = await build({
  cwd: root,
  input: {
    index: "src/index.ts",
    "lossless-json": "src/lossless-json.ts",
    opentelemetry: "src/opentelemetry.ts",
  },
  // Dependencies stay imports, so that a program has one copy of each.
  external: (name) => !name.startsWith(".") && !name.startsWith("/") && !name.startsWith("src/"),
  platform: "neutral",
  output: { dir: dist, format: "esm", sourcemap: true, chunkFileNames: "[name].js" },
});

// What an earlier build wrote and this one did not would be published too.
const written = new Set(output.map(({ fileName }) => fileName));
for (const file of globSync("**/*.{js,js.map}", { cwd: dist })) {
  if (!written.has(file)) rmSync(join(dist, file));
}
