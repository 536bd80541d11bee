// Writes one module and one declaration file for each entry point into dist/: loading ninety small modules takes a
// program longer than all else that this package does for it, and reading ninety small declarations a compiler.
// Nothing is minified or renamed.
import { join } from "node:path";
import { build, type BuildOptions } from "rolldown";
import { dts } from "rolldown-plugin-dts";

const options = {
  cwd: join(import.meta.dirname, ".."),
  input: {
    index: "src/index.ts",
    "lossless-json": "src/lossless-json.ts",
    opentelemetry: "src/opentelemetry.ts",
  },
  // Dependencies stay imports, so that a program has one copy of each.
  external: ["openapi-fetch", "@opentelemetry/api"],
  platform: "neutral",
} satisfies BuildOptions;

await build({
  ...options,
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

await build({
  ...options,
  // Each module's declarations are made from it alone (isolatedDeclarations): only `typecheck` needs a compiler.
  plugins: [dts({ generator: "oxc", emitDtsOnly: true })],
  output: {
    dir: "dist",
    format: "esm",
    // What several entry points declare stands in files of their own, whose names an editor shows.
    chunkFileNames: "[name].js",
    minifyInternalExports: false,
  },
});
