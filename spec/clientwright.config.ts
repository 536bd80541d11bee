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
    devDependencies: { "@clientwright/generator": "workspace:^", typescript: "catalog:" },
    testInputs: [
      "packages/testing/src/**",
      "test/consumer/*.ts",
      "test/contract/**",
      "test/docs/*.ts",
      "test/docs/facts/**",
      "test/everywhere/tools.ts",
      "test/package.json",
    ],
    scripts: {
      test: "node ../../test/contract/run.ts",
    },
  },
});
