// How much a user downloads, and how much of it reaches a browser.
import { gzipSync } from "node:zlib";
import { load } from "../../everywhere/tools.ts";
import type { Kind } from "../published.ts";
import type { Tarball } from "../tarball.ts";
import type { Problem } from "./problem.ts";

interface Esbuild {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly contents: Uint8Array }[] }>;
}

/** In bytes. */
export interface Limits {
  /** What is downloaded: the `.tgz`. */
  readonly packed: number;
  /** What it takes on the disk. */
  readonly unpacked: number;
  /** All that the main entry point exports, with all that it imports, minified and compressed with gzip. */
  readonly bundled: number;
}

/** Some way above today's figures, so that growth is a decision. `test/bench` measures what single calls cost. */
export const limits: Readonly<Record<Kind, Limits>> = {
  generated: { packed: 60_000, unpacked: 350_000, bundled: 20_000 },
  runtime: { packed: 130_000, unpacked: 450_000, bundled: 17_500 },
  // A tool never reaches a browser.
  tool: { packed: 700_000, unpacked: 2_800_000, bundled: Infinity },
};

/**
 * @param folder - Where the packages are installed: see `install.ts`.
 */
export async function checkSize(
  { kind, files, bytes, manifest }: Tarball,
  folder: string,
  limit: Limits = limits[kind],
): Promise<Problem[]> {
  const sizes: Limits = {
    packed: bytes.length,
    unpacked: [...files.values()].reduce((sum, data) => sum + data.length, 0),
    bundled: limit.bundled === Infinity ? 0 : await bundledSize(manifest.name, folder),
  };
  return (["packed", "unpacked", "bundled"] as const)
    .filter((what) => sizes[what] > limit[what])
    .map((what) => ({
      check: "size",
      message: `${sizes[what]} bytes ${what}, more than ${limit[what]}: make it smaller, or raise the limit in test/release/checks/size.ts`,
    }));
}

async function bundledSize(name: string, folder: string): Promise<number> {
  const esbuild: Esbuild = (await load("esbuild", "0.28.2"))("esbuild");
  const { outputFiles } = await esbuild.build({
    stdin: { contents: `export * from ${JSON.stringify(name)};`, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}
