// Writes one module for each entry point into dist/, beside which tsc puts the declarations: loading ninety small
// modules takes a program longer than all else that this package does for it. Nothing is minified or renamed.
import { join } from "node:path";
import { build } from "rolldown";

await build({
  cwd: join(import.meta.dirname, ".."),
  input: {
    index: "src/index.ts",
    "lossless-json": "src/lossless-json.ts",
    opentelemetry: "src/opentelemetry.ts",
  },
  // Dependencies stay imports, so that a program has one copy of each.
  external: ["openapi-fetch", "@opentelemetry/api"],
  platform: "neutral",
  output: {
    dir: "dist",
    // What an earlier build wrote would be published too.
    cleanDir: true,
    format: "esm",
    sourcemap: true,
    // Every program that loads the package reads them; the declarations and the source maps have them.
    comments: { annotation: true, jsdoc: false, legal: false },
  },
});
