import { format as layOut, type FormatOptions } from "oxfmt";
import type { EmittedFile } from "../emit/package.ts";
import { joinUnions } from "./union-layout.ts";

/** The width of a line of everything that is written. */
export const printWidth = 110;

/** Fixed, so that the same input gives the same bytes everywhere. */
const options: FormatOptions = { printWidth, sortPackageJson: false, endOfLine: "lf" };

const formatted = /\.(ts|md|json)$/;

/** More at once gain nothing and take the formatter a gigabyte for a large document. */
const atOnce = 4;

/** The last text of each file, and what became of it. */
let kept: Map<string, readonly [text: string, result: EmittedFile]> | undefined;

/**
 * From now on what comes as it came before is not formatted again: most files of a package do after an edit. For a process
 * that generates often, since it holds all texts.
 */
export function keepFormatted(): void {
  kept ??= new Map();
}

/**
 * Formats files as they come, a few at once: the formatter has threads of its own, which work while more is emitted.
 *
 * @param owner - The package that they are of.
 */
export async function formatFiles(
  files: Iterable<EmittedFile>,
  owner: string,
): Promise<readonly EmittedFile[]> {
  const results: Promise<EmittedFile>[] = [];
  const open = new Map<EmittedFile, Promise<void>>();
  const format = async (file: EmittedFile): Promise<EmittedFile> => {
    try {
      const result = await formatFile(file);
      kept?.set(`${owner} ${file.path}`, [file.text, result]);
      return result;
    } finally {
      open.delete(file);
    }
  };
  for (const file of files) {
    const [text, before] = kept?.get(`${owner} ${file.path}`) ?? [];
    if (before !== undefined && text === file.text) {
      results.push(Promise.resolve(before));
      continue;
    }
    const result = format(file);
    results.push(result);
    open.set(file, settled(result));
    if (open.size >= atOnce) await Promise.race(open.values());
  }
  return Promise.all(results);
}

/** When a result is there, whichever: who waits for the results themselves is told what went wrong. */
async function settled(result: Promise<unknown>): Promise<void> {
  await Promise.allSettled([result]);
}

/**
 * Formats an emitted file by its ending; files of other endings are written as they are. The layout is prettier's, in
 * which projects check their files; oxfmt writes it many times faster.
 *
 * @throws Error when the text does not parse, which is a fault of the emitter.
 */
export async function formatFile(file: EmittedFile): Promise<EmittedFile> {
  if (!formatted.test(file.path)) return file;
  const { code, errors } = await layOut(file.path, file.text, options);
  const [first] = errors;
  if (first !== undefined) {
    throw new Error(`${file.path} does not parse: ${first.codeframe ?? first.message}`);
  }
  return { path: file.path, text: file.path.endsWith(".ts") ? joinUnions(code, printWidth) : code };
}
