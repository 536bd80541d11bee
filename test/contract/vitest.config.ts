import { join } from "node:path";
import { defineConfig } from "vitest/config";

const testing = join(import.meta.dirname, "../../packages/testing/src");

export default defineConfig({
  // From its sources, so that no build has to come first. What is under test comes from tarballs.
  resolve: {
    alias: [
      { find: /^@clientwright\/testing\/server$/, replacement: join(testing, "server/start.ts") },
      { find: /^@clientwright\/testing$/, replacement: join(testing, "index.ts") },
    ],
  },
  test: {
    // No test leaves anything behind that another could see.
    isolate: false,
    // Programs that run at the same time take each other's core on a small machine.
    maxConcurrency: 2,
    // Samples by the hundred take their time on a slow machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
