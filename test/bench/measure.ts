import { spawnSync } from "node:child_process";

/** A command whose wall time counts, and what puts the disk back to where it can be run again. */
export interface Contestant {
  readonly name: string;
  readonly run: readonly (readonly [command: string, ...args: string[]])[];
  readonly cwd: string;
  readonly before?: () => void;
}

/**
 * Runs contestants in turn, round after round, so that what else the machine does falls on all of them alike.
 *
 * @returns the median of each, in milliseconds
 */
export function race(contestants: readonly Contestant[], rounds: number): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const { name, run, cwd, before } of contestants) {
      before?.();
      const began = performance.now();
      for (const [command, ...args] of run) {
        const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
        if (status !== 0)
          throw new Error(`${name}: ${command} ${args.join(" ")} ended with ${status}\n${stderr}`);
      }
      times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
