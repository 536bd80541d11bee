// What the wrong programs say is wrong with them, and how far a compiler agrees.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../consumer/compilers.ts";

export const programsFolder: string = join(import.meta.dirname, "programs");

/** A comment `// Error: <what is wrong>; names <word>, <word>` above the line that the compiler must name. */
export interface Expectation {
  /** Relative to the programs, such as `wrong/single.ts`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly what: string;
  /** What the message, or the code that it points at, has to say. */
  readonly names: readonly string[];
}

/** Every expectation of the wrong programs. Throws Error for a comment that expects nothing in particular. */
export function expectations(): readonly Expectation[] {
  return programs("wrong").flatMap(({ file, lines }) =>
    lines.flatMap((text, index): readonly Expectation[] => {
      if (!text.trim().startsWith("// Error:")) return [];
      const [, what, names] = /\/\/ Error: (.+); names (.+)$/.exec(text) ?? [];
      if (what === undefined || names === undefined) throw new Error(`${file}:${index + 1}: ${text.trim()}`);
      // Lines count from 1, and the error is one line further.
      return [{ file, line: index + 2, what, names: names.split(", ") }];
    }),
  );
}

/** The comments `// Right: <what is right>` of the right programs. */
export function rightPrograms(): readonly string[] {
  return programs("right").flatMap(({ lines }) =>
    lines.filter((text) => text.trim().startsWith("// Right: ")).map((text) => text.trim().slice(10)),
  );
}

/** Where a compiler found other errors than the programs say, or said too little of one. */
export function disagreements(
  wanted: readonly Expectation[],
  found: readonly Diagnostic[],
): readonly string[] {
  const unexpected = found.filter((error) => !wanted.some((one) => isAt(one, error)));
  return [
    ...wanted.flatMap((one): readonly string[] => {
      const errors = found.filter((error) => isAt(one, error));
      if (errors.length === 0) return [`${one.file}:${one.line} is not refused: ${one.what}`];
      const said = errors.map((error) => `${error.text}\n${codeAt(error)}`).join("\n");
      const missing = one.names.filter((name) => !said.includes(name));
      return missing.length === 0
        ? []
        : [`${one.file}:${one.line} ${one.what}: nothing of ${missing.join(", ")} in\n${said}`];
    }),
    ...unexpected.map(({ file, line, text }) => `${file}:${line} is refused: ${text}`),
  ];
}

function isAt({ file, line }: Expectation, error: Diagnostic): boolean {
  return error.file === file && error.line === line;
}

/** The code that an error points at, to the end of its line. */
function codeAt({ file, line, column }: Diagnostic): string {
  const text = readFileSync(join(programsFolder, file), "utf8").split("\n")[line - 1] ?? "";
  return text.slice(column - 1);
}

function programs(folder: string): readonly { readonly file: string; readonly lines: readonly string[] }[] {
  return readdirSync(join(programsFolder, folder))
    .sort()
    .map((name) => ({
      file: `${folder}/${name}`,
      lines: readFileSync(join(programsFolder, folder, name), "utf8").split("\n"),
    }));
}
