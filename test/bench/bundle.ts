import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { runOrThrow } from "../consumer/command.ts";
import { workspaceFolder } from "../consumer/workspace-packages.ts";
import { load } from "../everywhere/tools.ts";
import { inProject, serviceSdk } from "./project.ts";

/**
 * Size of a page's script that sends one event and iterates a search, minified by esbuild and compressed with gzip: with
 * our packages from their tarballs, with the code that hey-api/openapi-ts writes from the same document (a bare call),
 * and with the service's own SDK.
 */
interface Esbuild {
  build(options: object): Promise<{
    readonly outputFiles: readonly { readonly contents: Uint8Array }[];
    readonly metafile: {
      readonly outputs: Readonly<
        Record<string, { inputs: Readonly<Record<string, { bytesInOutput: number }>> }>
      >;
    };
  }>;
}

const peers = ["@hey-api/openapi-ts@0.99.0", "typescript@5.9.3", serviceSdk];
const esbuild: Esbuild = (await load("esbuild", "0.28.2"))("esbuild");

await inProject(peers, async (folder) => {
  const document = join(workspaceFolder, "spec", "ci-visibility-pipelines", "openapi.yaml");
  const written = join(folder, "programs", "hey-api");
  const generator = join(folder, "node_modules", ".bin", "openapi-ts");
  await runOrThrow(generator, ["-i", document, "-o", written, "--silent"], { cwd: folder });

  const sizes = new Map<string, number>();
  for (const program of ["ours", "hey-api", "service-sdk"]) {
    const { outputFiles, metafile } = await esbuild.build({
      entryPoints: [join(folder, "programs", `bundle-${program}.js`)],
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      write: false,
      metafile: true,
      outdir: folder,
      logLevel: "error",
    });
    const text = outputFiles[0]?.contents ?? new Uint8Array();
    sizes.set(program, gzipSync(text, { level: 9 }).length);
    if (program === "ours" && process.argv.includes("--parts")) {
      const [output] = Object.values(metafile.outputs);
      for (const [file, { bytesInOutput }] of Object.entries(output?.inputs ?? {}))
        process.stdout.write(`${String(bytesInOutput).padStart(7)} ${file}\n`);
    }
    process.stdout.write(
      `${program.padEnd(12)} ${text.length} B minified, ${sizes.get(program)} B with gzip\n`,
    );
  }
  const size = (program: string): number => sizes.get(program) ?? Number.NaN;
  process.stdout.write(`ours / hey-api, a bare call   ${(size("ours") / size("hey-api")).toFixed(2)}\n`);
  process.stdout.write(`ours / the service's SDK      ${(size("ours") / size("service-sdk")).toFixed(3)}\n`);
  process.stdout.write(`ours: ${(size("ours") / 1000).toFixed(2)} kB (at most 6.0 kB)\n`);
});
