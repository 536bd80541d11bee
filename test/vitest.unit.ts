import { defineConfig } from "vitest/config";

/** Unit tests beside the sources of a package; run with that package as the root. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    reporters: ["default", "json"],
    outputFile: { json: "reports/vitest.json" },
  },
});
