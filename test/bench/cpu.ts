// CPU time of small programs, measured in turn so that what else the machine does falls on all of them.
import { join } from "node:path";
import { runOrThrow } from "../consumer/command.ts";
import { median } from "./project.ts";

/** Node programs that each race takes: what the engine makes of a program differs from one to the next. */
const processes = 4;

/** What a program used. */
export interface Used {
  /** Milliseconds of CPU. */
  readonly cpu: number;
  /** Of that, to what the first program used. */
  readonly ratio: number;
}

/**
 * Runs programs round after round, each in a process of its own. Each prints the milliseconds of CPU, of all its threads,
 * that it used.
 *
 * @param programs - By name, the arguments for Node.
 * @returns the median of each, and of its ratios to the first in the same round
 */
export async function raceCpu(
  programs: Readonly<Record<string, readonly string[]>>,
  folder: string,
  rounds: number,
): Promise<ReadonlyMap<string, Used>> {
  const columns: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++)
    for (const [name, input] of Object.entries(programs))
      (columns[name] ??= []).push(Number(await runOrThrow(process.execPath, input, { cwd: folder })));
  const [first = []] = Object.values(columns);
  return new Map(
    Object.entries(columns).map(([name, column]) => {
      const ratios = column.map((value, round) => value / (first[round] ?? Number.NaN));
      return [name, { cpu: median(column), ratio: median(ratios) }];
    }),
  );
}

/**
 * Races the calls of contestants in one process, in slices: whether V8 takes what a call leaves for long-lived costs up to
 * a quarter, and in processes of their own it was chance who paid for that.
 *
 * @param contestants - By name, files of `programs/` whose `prepare` gives a function that makes one call.
 * @param calls - In one slice.
 * @param slices - Of each contestant in each of four processes.
 * @returns what a call took on average: the collections of garbage fall on some of the slices only
 */
export async function raceCalls(
  folder: string,
  contestants: Readonly<Record<string, string>>,
  url: string,
  calls: number,
  slices: number,
): Promise<ReadonlyMap<string, Used>> {
  const programs = join(folder, "programs");
  const files = Object.values(contestants).map((file) => join(programs, file));
  const input = ["--expose-gc", join(programs, "calls.js"), url, `${calls}`, `${slices}`, ...files];
  const sums = files.map(() => 0);
  for (let run = 0; run < processes; run++) {
    const rows: number[][] = JSON.parse(await runOrThrow(process.execPath, input, { cwd: folder }));
    for (const [at, row] of rows.entries()) for (const slice of row) sums[at] = (sums[at] ?? 0) + slice;
  }
  return new Map(
    Object.keys(contestants).map((name, at) => {
      const sum = sums[at] ?? Number.NaN;
      return [name, { cpu: sum / slices / processes, ratio: sum / (sums[0] ?? Number.NaN) }];
    }),
  );
}

/** Prints each figure, and its ratio to the first one. */
export function report(figures: ReadonlyMap<string, Used>, digits: number, target: string): void {
  for (const [name, { cpu, ratio }] of figures) {
    const time = cpu.toFixed(digits).padStart(8);
    process.stdout.write(`${name.padEnd(28)} ${time} ms CPU   ${ratio.toFixed(2)}\n`);
  }
  process.stdout.write(`${target}\n`);
}
