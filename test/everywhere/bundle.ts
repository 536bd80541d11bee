// One file of the program with all it imports, for platforms without node_modules.
import { join } from "node:path";
import { load } from "./tools.ts";

interface Esbuild {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}

/** Bundles one entry of the compiled program as an application would. */
export async function bundle(folder: string, entry: string, format: "esm" | "iife"): Promise<string> {
  const esbuild: Esbuild = (await load("esbuild", "0.28.2"))("esbuild");
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(folder, "built", entry)],
    bundle: true,
    minify: true,
    format,
    platform: "browser",
    write: false,
    logLevel: "silent",
  });
  const text = outputFiles[0]?.text;
  if (text === undefined) throw new Error(`esbuild wrote nothing for ${entry}`);
  return text;
}
