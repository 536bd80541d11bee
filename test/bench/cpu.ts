// CPU time of small programs, each in a process of its own, run in turn so that what else the machine does falls on all.
import { runOrThrow } from "../consumer/command.ts";
import { median } from "./project.ts";

/** What a program used. */
export interface Used {
  /** Median of its rounds, in milliseconds of CPU. */
  readonly cpu: number;
  /** Median of its ratios to the first program in the same round: what slows the machine for a while slows both. */
  readonly ratio: number;
}

/**
 * Runs programs round after round. Each prints the milliseconds of CPU, of all its threads, that it used.
 *
 * @param programs - By name, the arguments for Node.
 */
export async function raceCpu(
  programs: Readonly<Record<string, readonly string[]>>,
  folder: string,
  rounds: number,
): Promise<ReadonlyMap<string, Used>> {
  const names = Object.keys(programs);
  const table: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    const row: number[] = [];
    for (const input of Object.values(programs))
      row.push(Number(await runOrThrow(process.execPath, input, { cwd: folder })));
    table.push(row);
  }
  return new Map(
    names.map((name, at) => {
      const cpu = median(table.map((row) => row[at] ?? Number.NaN));
      const ratio = median(table.map((row) => (row[at] ?? Number.NaN) / (row[0] ?? Number.NaN)));
      return [name, { cpu, ratio }];
    }),
  );
}
