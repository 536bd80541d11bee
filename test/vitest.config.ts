import { defineConfig } from "vitest/config";
import { SlowestFirst } from "./slowest-first.ts";

export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    // Each generated package runs the contract for itself: see contract/run.ts.
    exclude: ["**/node_modules/**", "contract/**"],
    // Packing, installing and compiling take their time on a slow machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Compilers that run at the same time take each other's core on a small machine. One file at a time would leave the
    // second core of the smallest idle, for most of what these tests do is wait for one program.
    maxConcurrency: 2,
    maxWorkers: 2,
    sequence: { sequencer: SlowestFirst },
    reporters: ["default", "json"],
    outputFile: { json: "reports/vitest.json" },
  },
});
