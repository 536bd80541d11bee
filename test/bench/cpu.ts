// CPU time of small programs, each in a process of its own, run in turn so that what else the machine does falls on all.
import { join } from "node:path";
import { runOrThrow } from "../consumer/command.ts";
import { median } from "./project.ts";

/**
 * Runs programs round after round. Each prints the milliseconds of CPU, of all its threads, that it used.
 *
 * @param programs - By name, the arguments for Node.
 * @returns The median of each.
 */
export async function raceCpu(
  programs: Readonly<Record<string, readonly string[]>>,
  folder: string,
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const used = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, input] of Object.entries(programs)) {
      const printed = await runOrThrow(process.execPath, input, { cwd: folder });
      used.set(name, [...(used.get(name) ?? []), Number(printed)]);
    }
  }
  return new Map([...used].map(([name, all]) => [name, median(all)]));
}

/** The arguments that make so many calls of one contestant against the service at a URL, after as many to warm up. */
export function calls(folder: string, contestant: string, url: string, count: number): readonly string[] {
  const programs = join(folder, "programs");
  return [join(programs, "calls.js"), join(programs, contestant), url, String(count)];
}

/** Prints each figure, and its ratio to the first one. */
export function report(figures: ReadonlyMap<string, number>, digits: number, target: string): void {
  const [base = Number.NaN] = figures.values();
  for (const [name, milliseconds] of figures) {
    const ratio = (milliseconds / base).toFixed(2);
    process.stdout.write(
      `${name.padEnd(28)} ${milliseconds.toFixed(digits).padStart(8)} ms CPU   ${ratio}\n`,
    );
  }
  process.stdout.write(`${target}\n`);
}
