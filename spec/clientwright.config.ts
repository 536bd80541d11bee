import { defineConfig } from "@clientwright/generator";

export default defineConfig({
  output: "../packages",
  scope: "@clientwright",
  documents: [
    {
      document: "ci-visibility-pipelines/openapi.yaml",
      package: "ci-visibility-pipelines",
      className: "CIVisibilityPipelines",
    },
    { document: "code-coverage/openapi.yaml", package: "code-coverage", className: "CodeCoverage" },
  ],
  package: {
    author: "The Clientwright authors",
    license: "MIT",
    runtime: "workspace:^",
    devDependencies: { rolldown: "catalog:", typescript: "catalog:" },
    testInputs: ["test/contract/**", "test/docs/*.ts", "test/docs/facts/**", "test/package.json"],
    scripts: {
      // One module to load in place of one an operation; what a program does not use still stays out of its bundle.
      build:
        "rolldown src/index.ts --dir dist --clean-dir --format esm --sourcemap --external @clientwright/runtime && tsc -p tsconfig.json --emitDeclarationOnly",
      test: "node ../../test/contract/run.ts",
    },
  },
});
