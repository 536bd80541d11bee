// CPU of calls against one service: ours and those of a peer, turn by turn.
import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { median } from "./project.ts";

// What chance gave a process at its start stays with it (what is compiled, what is taken for long-lived), so there are
// several of each. A machine is fast and slow for seconds, so the turns are short.
const groups = 9;
const turns = 30;
const warmUp = 10;

/**
 * Prints the CPU of one call, of all threads of its process, against that of a peer's. The peer runs twice, and what its two
 * processes differ by shows what the ratio is worth.
 *
 * @param programs - What `programs/calls.js` is to load.
 * @param turn - How many calls are made before the others have theirs.
 * @param target - What the ratio is to be, in words.
 */
export async function raceCalls(
  peer: string,
  programs: { readonly peer: string; readonly ours: string },
  url: string,
  turn: number,
  target: string,
): Promise<void> {
  const all: { readonly peer: number; readonly ours: number; readonly noise: number }[] = [];
  for (let group = 0; group < groups; group++) {
    const contestants = { before: programs.peer, ours: programs.ours, after: programs.peer };
    const { before, ours, after } = await compete(contestants, url, turn);
    const noise = Math.max(before, after) / Math.min(before, after);
    all.push({ peer: (before + after) / 2, ours, noise });
  }
  const used = { peer: median(all.map((one) => one.peer)), ours: median(all.map((one) => one.ours)) };
  const ratio = median(all.map((one) => one.ours / one.peer));
  const noise = median(all.map((one) => one.noise));
  const line = (name: string, cpu: number, share: number): string =>
    `${name.padEnd(28)} ${cpu.toFixed(3).padStart(8)} ms CPU   ${share.toFixed(2)}\n`;
  process.stdout.write(line(peer, used.peer, 1) + line("clientwright", used.ours, ratio));
  process.stdout.write(`clientwright / ${peer}: ${target}\n`);
  process.stdout.write(`two processes of the peer: ${noise.toFixed(2)}\n`);
}

/** @returns milliseconds of CPU for one call of each program */
async function compete<Name extends string>(
  programs: Readonly<Record<Name, string>>,
  url: string,
  turn: number,
): Promise<Record<Name, number>> {
  const running = Object.entries<string>(programs).map(([name, file]) => {
    const contestant = fork(join(file, "..", "calls.js"), [file, url]);
    return { name, contestant, used: 0 };
  });
  try {
    for (let done = -warmUp; done < turns; done++)
      for (const one of running) {
        const used = await ask(one.contestant, turn);
        if (done >= 0) one.used += used / turn / turns;
      }
  } finally {
    for (const { contestant } of running) contestant.kill();
  }
  return Object.fromEntries(running.map(({ name, used }) => [name, used])) as Record<Name, number>;
}

function ask(contestant: ChildProcess, calls: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void =>
      reject(new Error(`${contestant.spawnargs.join(" ")} ended with ${code}`));
    contestant.once("exit", ended);
    contestant.once("message", (used) => {
      contestant.off("exit", ended);
      resolve(Number(used));
    });
    contestant.send(calls);
  });
}
