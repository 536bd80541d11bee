// A module worker in workerd, the runtime of Cloudflare Workers, started by Miniflare.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.ts";
import type { Place } from "./place.ts";
import { load, tool } from "./tools.ts";

interface Sandbox {
  dispatchFetch(url: string, init: { method: string; body: string }): Promise<{ json(): Promise<unknown> }>;
  dispose(): Promise<void>;
}

interface Miniflare {
  readonly Miniflare: new (options: object) => Sandbox;
}

const release = "4.20260730.0";

export const worker: Place = {
  name: "Workers (workerd)",
  environment: false,
  userAgent: /^clientwright\/\d[^ ]* [\w-]+\/\d/,
  async find() {
    let miniflare: Miniflare;
    let version: string;
    try {
      miniflare = (await load("miniflare", release))("miniflare");
      const manifest = join(await tool("miniflare", release), "workerd", "package.json");
      ({ version } = JSON.parse(readFileSync(manifest, "utf8")));
    } catch (error) {
      return String(error);
    }
    return {
      version,
      async run({ folder }, baseUrl) {
        const contents = await bundle(folder, "worker.js", "esm");
        const modules = [
          {
            type: "ESModule",
            path: "main.mjs",
            contents: 'export { worker as default } from "./worker.mjs";',
          },
          { type: "ESModule", path: "worker.mjs", contents },
        ];
        const sandbox = new miniflare.Miniflare({ modules, compatibilityDate: "2026-07-01" });
        try {
          const answer = await sandbox.dispatchFetch("http://worker/", { method: "POST", body: baseUrl });
          return await answer.json();
        } finally {
          await sandbox.dispose();
        }
      },
    };
  },
};
