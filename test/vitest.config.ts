import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    // Each generated package runs the contract for itself: see contract/run.ts.
    exclude: ["**/node_modules/**", "contract/**"],
    // Packing, installing and compiling take their time on a slow machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Compilers that run at the same time take each other's core on a small machine.
    maxConcurrency: 2,
    reporters: ["default", "json"],
    outputFile: { json: "reports/vitest.json" },
  },
});
