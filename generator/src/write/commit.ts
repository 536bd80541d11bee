import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Change } from "./plan.ts";

/** Folders that hold a run's files until all of them are complete start with this, followed by the process id. */
const stagingPrefix = ".clientwright-staging-";
const journalName = "journal.json";

/** What is about to happen to one file, in the order in which it will. */
interface Step {
  readonly path: string;
  readonly existed: boolean;
  readonly writes: boolean;
}

/**
 * Carries out changes as one: either all of them happen or, once {@link recover} has run, none.
 *
 * New contents and links to the old ones are put into a folder beside the packages first, with a journal. The visible
 * part is a row of renames that no signal interrupts. A process that dies between two of them leaves the journal, by
 * which the next run puts everything back.
 *
 * @param onStep - Is told before the first visible step, with 0, and after each.
 */
export function commit(
  changes: readonly Change[],
  outputFolder: string,
  onStep: (done: number) => void = () => {},
): void {
  const pending = changes.filter((change) => change.action !== "unchanged");
  if (pending.length === 0) return;
  const staging = join(outputFolder, `${stagingPrefix}${process.pid}`);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  const steps = pending.map((change, index): Step => {
    const existed = existsSync(change.path);
    if (existed) keep(change.path, join(staging, `old-${index}`));
    if (change.after !== undefined) writeFileSync(join(staging, `new-${index}`), change.after);
    return { path: change.path, existed, writes: change.after !== undefined };
  });
  // Renamed into place, the journal is there whole or not at all.
  writeFileSync(join(staging, "journal.part"), JSON.stringify(steps));
  renameSync(join(staging, "journal.part"), join(staging, journalName));
  undisturbed(() => {
    onStep(0);
    steps.forEach((step, index) => {
      mkdirSync(dirname(step.path), { recursive: true });
      if (step.writes) renameSync(join(staging, `new-${index}`), step.path);
      else rmSync(step.path, { force: true });
      onStep(index + 1);
    });
    rmSync(join(staging, journalName));
  });
  rmSync(staging, { recursive: true, force: true });
  for (const step of steps) if (!step.writes) removeEmptyFolders(dirname(step.path), outputFolder);
}

/**
 * Puts back what a run that died in the middle had begun to change.
 *
 * @returns the number of files put back
 */
export function recover(outputFolder: string): number {
  if (!existsSync(outputFolder)) return 0;
  let restored = 0;
  for (const name of readdirSync(outputFolder)) {
    const pid = name.startsWith(stagingPrefix) ? name.slice(stagingPrefix.length) : "";
    if (!/^\d+$/.test(pid) || isAlive(Number(pid))) continue;
    const staging = join(outputFolder, name);
    const steps = readJournal(staging);
    steps.forEach((step, index) => {
      const old = join(staging, `old-${index}`);
      if (step.existed && existsSync(old)) {
        mkdirSync(dirname(step.path), { recursive: true });
        renameSync(old, step.path);
        restored++;
      } else if (!step.existed) {
        // Its folder may be there already when the file is not yet.
        if (!existsSync(join(staging, `new-${index}`))) {
          rmSync(step.path, { force: true });
          restored++;
        }
        removeEmptyFolders(dirname(step.path), outputFolder);
      }
    });
    rmSync(staging, { recursive: true, force: true });
  }
  return restored;
}

/** A second name for the old content; a copy where the file system has no links. */
function keep(path: string, link: string): void {
  try {
    linkSync(path, link);
  } catch {
    copyFileSync(path, link);
  }
}

function readJournal(staging: string): readonly Step[] {
  try {
    return JSON.parse(readFileSync(join(staging, journalName), "utf8")) as Step[];
  } catch {
    // Without a journal nothing visible had happened yet, or all of it had.
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Runs synchronous work to its end before a signal that would end the process takes effect. */
function undisturbed(work: () => void): void {
  // A signal that somebody listens to does not end the process; who listens decides what it means.
  const signals = (["SIGINT", "SIGTERM", "SIGHUP"] as const).filter(
    (signal) => process.listenerCount(signal) === 0,
  );
  let caught: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals): void => {
    caught = signal;
  };
  for (const signal of signals) process.on(signal, hold);
  try {
    work();
  } finally {
    // The handlers run when the event loop next asks the system, which may be after the first of these; then the signal
    // is let through.
    setImmediate(() =>
      setImmediate(() => {
        for (const signal of signals) process.off(signal, hold);
        if (caught !== undefined) process.kill(process.pid, caught);
      }),
    );
  }
}

function removeEmptyFolders(folder: string, stop: string): void {
  for (let current = folder; current !== stop && current.startsWith(stop); current = dirname(current)) {
    try {
      rmdirSync(current);
    } catch {
      return;
    }
  }
}
