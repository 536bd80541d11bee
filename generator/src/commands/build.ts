import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildPackage } from "../build/build.ts";
import { BuildError } from "../build/problem.ts";
import { printable } from "../terminal/style.ts";
import { exitCodes } from "./exit-codes.ts";

/** `clientwright build`: what the script `build` of a generated package runs. */
export async function buildCommand(folder: string): Promise<number> {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there?.isDirectory() !== true) {
    const what = there === undefined ? `there is no folder ${folder}` : `${folder} is no folder`;
    process.stderr.write(
      `clientwright: ${printable(what)}: build takes the folder of a package that generate wrote; nothing was built\n`,
    );
    return exitCodes.input;
  }
  try {
    for (const { file, bytes } of await buildPackage(resolve(folder)))
      process.stdout.write(`${file} ${(bytes / 1000).toFixed(1)} kB\n`);
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    for (const { file, message } of error.problems)
      process.stderr.write(`clientwright: ${printable(`${join(folder, file)}: ${message}`)}\n`);
    process.stderr.write("clientwright: nothing was built\n");
    return exitCodes.input;
  }
}
