// Writes one module and one declaration file for each entry point into dist/: loading ninety small modules takes a
// program longer than all else that this package does for it, and reading ninety small declarations a compiler.
// Nothing is minified or renamed. Of openapi-fetch, which is not maintained any more, the one function that is used is built in:
// a program loads nothing else, and depends on nothing else.
import { readFileSync, writeFileSync } from "node:fs";
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
  // A peer stays an import, so that a program has one copy of it.
  external: ["@opentelemetry/api"],
  platform: "neutral",
} satisfies BuildOptions;

const { output } = await build({
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

const foreign = output
  .flatMap((file) => (file.type === "chunk" ? file.moduleIds : []))
  .filter(
    (module) =>
      /[\\/]node_modules[\\/]/.test(module) && !/[\\/]node_modules[\\/]openapi-fetch[\\/]/.test(module),
  );
if (foreign.length) throw new Error(`More than openapi-fetch would be built in: ${foreign.join(", ")}`);

// Its licence (MIT) asks that its text goes along with what is built in.
const builtIn = new URL("../node_modules/openapi-fetch/", import.meta.url);
const { name, version }: { name: string; version: string } = JSON.parse(
  readFileSync(new URL("package.json", builtIn), "utf8"),
);
const licence = readFileSync(new URL("LICENSE", builtIn), "utf8");
writeFileSync(
  new URL("../dist/THIRD-PARTY-LICENSES.txt", import.meta.url),
  `index.js has parts of ${name} ${version}:\n\n${licence}`,
);
