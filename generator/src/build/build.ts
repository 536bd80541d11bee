import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "rolldown";
import { runtimeModule } from "../emit/imports.ts";
import { joinDeclarations } from "./declarations.ts";
import { escapeHidden } from "./hidden.ts";
import { BuildError } from "./problem.ts";

/** A file that was written, from the package's folder. */
export interface BuiltFile {
  readonly file: string;
  readonly bytes: number;
}

/**
 * Builds the generated package of a folder into `dist/`: one module to load and one declaration file to read, in place of
 * one of each an operation. What a program does not use still stays out of its bundle. Only `tsc` proves the types.
 *
 * @throws BuildError when the sources cannot be built. Then `dist/` is what it was.
 */
export async function buildPackage(folder: string): Promise<readonly BuiltFile[]> {
  const declarations = joinDeclarations((file) => {
    const path = join(folder, file);
    return existsSync(path) ? readFileSync(path, "utf8") : undefined;
  });
  await bundle(folder);
  writeFileSync(join(folder, "dist", "index.d.ts"), declarations);
  return ["dist/index.js", "dist/index.d.ts"].map((file) => ({
    file,
    bytes: readFileSync(join(folder, file)).length,
  }));
}

async function bundle(cwd: string): Promise<void> {
  try {
    await build({
      cwd,
      input: "src/index.ts",
      // The runtime stays an import, so that a program has one copy of it.
      external: [runtimeModule],
      platform: "neutral",
      plugins: [
        {
          name: "escape-hidden",
          generateBundle(_options, output) {
            for (const file of Object.values(output))
              if (file.type === "chunk") file.code = escapeHidden(file.code);
          },
        },
      ],
      output: {
        dir: "dist",
        // What an earlier build wrote would be published too.
        cleanDir: true,
        format: "esm",
        sourcemap: true,
        // Every program that loads the package reads them; the declarations and the source map have them.
        comments: { annotation: true, jsdoc: false, legal: false },
      },
    });
  } catch (error) {
    throw new BuildError([
      { file: "src/index.ts", message: error instanceof Error ? error.message : String(error) },
    ]);
  }
}
