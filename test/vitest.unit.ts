import { defineConfig } from "vitest/config";

/** Unit tests beside the sources of a package; run with that package as the root. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // Tests start real processes and compilers; a busy machine must not fail them.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", "json"],
    outputFile: { json: "reports/vitest.json" },
  },
});
