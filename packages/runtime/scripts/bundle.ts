// Writes one module and one declaration file for each entry point into dist/: loading ninety small modules takes a
// program longer than all else that this package does for it, and reading ninety small declarations a compiler.
// Nothing is minified or renamed. What is used of two libraries is built in, so that a program depends on nothing else: one
// function of openapi-fetch, which is not maintained any more, and the parser of events.
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

const libraries = ["openapi-fetch", "eventsource-parser"];
const used = new Set(
  output.flatMap((file) =>
    file.type === "chunk" ? file.moduleIds.flatMap((module) => libraryOf(module) ?? []) : [],
  ),
);
const foreign = [...used].filter((name) => !libraries.includes(name));
if (foreign.length) throw new Error(`No other library may be built in: ${foreign.join(", ")}`);

function libraryOf(module: string): string | undefined {
  return /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/](?!.*[\\/]node_modules[\\/])/.exec(
    module,
  )?.[1];
}

// Their licences (MIT) ask that their texts go along with what is built in.
const licences = libraries.map((library) => {
  const folder = new URL(`../node_modules/${library}/`, import.meta.url);
  const { name, version }: { name: string; version: string } = JSON.parse(
    readFileSync(new URL("package.json", folder), "utf8"),
  );
  return `index.js has parts of ${name} ${version}:\n\n${readFileSync(new URL("LICENSE", folder), "utf8")}`;
});
writeFileSync(new URL("../dist/THIRD-PARTY-LICENSES.txt", import.meta.url), licences.join("\n"));
