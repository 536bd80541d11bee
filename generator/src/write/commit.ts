import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import {
  hasJournal,
  newFile,
  oldFile,
  putBack,
  readJournal,
  removeEmptyFolders,
  removeJournal,
  type Step,
  writeJournal,
} from "./journal.ts";
import type { Change } from "./plan.ts";
import { undisturbed } from "./undisturbed.ts";

/** Folders that hold a run's files until all of them are complete start with this, followed by the process id. */
const stagingPrefix = ".clientwright-staging-";

/**
 * Carries out changes as one: either all of them happen or, once {@link recover} has run, none.
 *
 * New contents and links to the old ones are put into a folder beside the packages first, with a journal. The visible
 * part is a row of renames that no signal interrupts. One that the system refuses is the end of it: what came before is
 * put back at once. A process that dies between two of them leaves the journal, by which the next run puts everything
 * back.
 *
 * @param onStep - Is told before the first visible step, with 0, and after each.
 * @throws Error that names the file and says what became of the others, when the system refuses something.
 */
export function commit(
  changes: readonly Change[],
  outputFolder: string,
  onStep: (done: number) => void = () => {},
): void {
  const pending = changes.filter((change) => change.action !== "unchanged");
  if (pending.length === 0) return;
  const staging = join(outputFolder, `${stagingPrefix}${process.pid}`);
  // These changes were planned for files of which some are not what they were.
  if (hasJournal(staging))
    throw new Error(
      `${shown(staging)} holds what an earlier run had replaced; generate again to put it back`,
    );
  const steps = stage(pending, staging, outputFolder);
  undisturbed(() => carryOut(steps, staging, outputFolder, onStep));
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
    try {
      restored += putBack(readJournal(staging), staging, outputFolder);
      removeJournal(staging);
    } catch (error) {
      throw halfDone("an earlier run had died while writing", staging, error);
    }
    rmSync(staging, { recursive: true, force: true });
  }
  return restored;
}

/** Prepares everything where nobody sees it: a full disk shows here, and not in the middle of what follows. */
function stage(pending: readonly Change[], staging: string, outputFolder: string): readonly Step[] {
  let made: string | undefined;
  let at = staging;
  try {
    rmSync(staging, { recursive: true, force: true });
    made = mkdirSync(staging, { recursive: true });
    const steps = pending.map((change, index): Step => {
      at = change.path;
      const existed = existsSync(change.path);
      if (existed) keep(change.path, oldFile(staging, index));
      if (change.after !== undefined) writeFileSync(newFile(staging, index), change.after);
      return { path: change.path, existed, writes: change.after !== undefined };
    });
    writeJournal(staging, steps);
    return steps;
  } catch (error) {
    const why = `${shown(at)} could not be written: ${reason(error)}; nothing was changed`;
    discard(staging);
    if (made !== undefined) removeEmptyFolders(outputFolder, dirname(made));
    throw new Error(why, { cause: error });
  }
}

function carryOut(
  steps: readonly Step[],
  staging: string,
  outputFolder: string,
  onStep: (done: number) => void,
): void {
  let done = 0;
  try {
    onStep(done);
    for (const step of steps) {
      mkdirSync(dirname(step.path), { recursive: true });
      if (step.writes) renameSync(newFile(staging, done), step.path);
      else rmSync(step.path, { force: true });
      onStep(++done);
    }
    removeJournal(staging);
  } catch (error) {
    const refused = steps[done];
    const why = `${shown(refused?.path ?? staging)} could not be ${refused?.writes === false ? "deleted" : "written"}: ${reason(error)}`;
    try {
      putBack(steps.slice(0, done), staging, outputFolder);
      if (refused !== undefined) removeEmptyFolders(dirname(refused.path), outputFolder);
      removeJournal(staging);
    } catch (second) {
      throw halfDone(why, staging, second);
    }
    discard(staging);
    const before = done === 0 ? "" : `: the ${done} ${done === 1 ? "file" : "files"} before it were put back`;
    throw new Error(`${why}; nothing was changed${before}`, { cause: error });
  }
}

/** The journal stays, and what it needs: somebody has to make way first. */
function halfDone(why: string, staging: string, error: unknown): Error {
  return new Error(
    `${why}. What had been replaced could not be put back: ${String(error)}. ${shown(staging)} keeps it: make way for those files and generate again, which puts them back first`,
    { cause: error },
  );
}

/** What the system says, such as "EACCES: permission denied"; what follows names its own call and files nobody knows of. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Error && "syscall" in error ? (message.split(",", 1)[0] ?? message) : message;
}

function shown(path: string): string {
  return relative(process.cwd(), path) || path;
}

/** What cannot be removed now is removed by the next run: without a journal, it has no other meaning. */
function discard(staging: string): void {
  try {
    rmSync(staging, { recursive: true, force: true });
  } catch {
    // The error that led here is the one to tell.
  }
}

/** A second name for the old content; a copy where the file system has no links. */
function keep(path: string, link: string): void {
  try {
    linkSync(path, link);
  } catch {
    copyFileSync(path, link);
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
