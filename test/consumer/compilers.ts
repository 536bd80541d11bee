// The TypeScript compilers that users have, and one compilation with one of them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { tool } from "../everywhere/tools.ts";
import { run } from "./command.ts";

export interface Compiler {
  /** `TypeScript 5.9.3` */
  readonly name: string;
  /** Path of its `tsc`, a JavaScript file. */
  readonly tsc: string;
}

export interface Diagnostic {
  /** Relative to the project, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** `TS2322: …`, with the lines that explain it. */
  readonly text: string;
}

const require = createRequire(import.meta.url);

export const compilers: readonly Compiler[] = ["typescript-5.9", "typescript-6", "typescript"].map(
  (alias) => {
    const file = require.resolve(`${alias}/package.json`);
    const { version, bin }: { version: string; bin: { tsc: string } } = JSON.parse(
      readFileSync(file, "utf8"),
    );
    return { name: `TypeScript ${version}`, tsc: join(dirname(file), bin.tsc) };
  },
);

/**
 * Compilers that some users still have, oldest first: the first with `NoInfer` (5.4), with `isolatedDeclarations` (5.5),
 * with iterators of the language itself (5.6), and with `require` of ES modules (5.8).
 */
export function olderCompilers(): Promise<Compiler[]> {
  const versions = ["5.4.5", "5.5.4", "5.6.3", "5.8.3"];
  return Promise.all(
    versions.map(async (version) => ({
      name: `TypeScript ${version}`,
      tsc: join(await tool("typescript", version), "typescript", "bin", "tsc"),
    })),
  );
}

/** The compiler that this workspace itself builds with. */
export function newestCompiler(): Compiler {
  const newest = compilers.at(-1);
  if (!newest) throw new Error("No compiler is installed");
  return newest;
}

/**
 * Compiles one tsconfig file of a project.
 *
 * @returns Every diagnostic. Throws Error for one without a place in a file: then the set-up is wrong, not the code.
 */
export async function compile(compiler: Compiler, folder: string, config: string): Promise<Diagnostic[]> {
  const { status, stdout, stderr } = await run(
    process.execPath,
    [compiler.tsc, "-p", config, "--pretty", "false"],
    { cwd: folder },
  );
  const diagnostics: Diagnostic[] = [];
  for (const line of stdout.split("\n").filter((text) => text.trim() !== "")) {
    const last = diagnostics.at(-1);
    if (line.startsWith(" ") && last !== undefined) {
      diagnostics[diagnostics.length - 1] = { ...last, text: `${last.text}\n${line}` };
      continue;
    }
    const [, file, number, column, text] = /^(.+?)\((\d+),(\d+)\): error (.*)$/.exec(line) ?? [];
    if (file === undefined || text === undefined) throw new Error(`${compiler.name}: ${line}`);
    diagnostics.push({
      file: file.replaceAll("\\", "/"),
      line: Number(number),
      column: Number(column),
      text,
    });
  }
  if ((status === 0) !== (diagnostics.length === 0)) {
    throw new Error(`${compiler.name} ended with ${status} and printed:\n${stdout}${stderr}`);
  }
  return diagnostics;
}
