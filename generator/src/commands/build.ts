import { resolve } from "node:path";
import { buildPackage } from "../build/build.ts";
import { BuildError } from "../build/problem.ts";
import { printable } from "../terminal/style.ts";
import { exitCodes } from "./exit-codes.ts";

/** `clientwright build`: what the script `build` of a generated package runs. */
export async function buildCommand(folder: string): Promise<number> {
  try {
    for (const { file, bytes } of await buildPackage(resolve(folder)))
      process.stdout.write(`${file} ${(bytes / 1000).toFixed(1)} kB\n`);
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    for (const { file, message } of error.problems)
      process.stderr.write(`clientwright: ${printable(`${file}: ${message}`)}\n`);
    process.stderr.write("clientwright: nothing was built\n");
    return exitCodes.input;
  }
}
