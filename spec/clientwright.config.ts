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
    devDependencies: { typescript: "catalog:" },
    testInputs: ["test/contract/**", "test/docs/*.ts", "test/docs/facts/**", "test/package.json"],
    scripts: { test: "node ../../test/contract/run.ts" },
  },
});
