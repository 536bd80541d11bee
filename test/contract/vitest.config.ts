import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["contract/**/*.test.ts"],
    // No test leaves anything behind that another could see.
    isolate: false,
    // The built files run as Node loads them for a user, not as a bundler would rewrite them.
    server: { deps: { external: [/\/dist\/.*\.js$/] } },
  },
});
