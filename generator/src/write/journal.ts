import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const journalName = "journal.json";

/** What is about to happen to one file, in the order in which it will. */
export interface Step {
  readonly path: string;
  readonly existed: boolean;
  readonly writes: boolean;
}

/** Where the new content of a step waits for its turn. */
export function newFile(staging: string, index: number): string {
  return join(staging, `new-${index}`);
}

/** Where the old content of a step is kept until all steps are done. */
export function oldFile(staging: string, index: number): string {
  return join(staging, `old-${index}`);
}

/** From here on, a process that dies is one that the next run cleans up after. */
export function writeJournal(staging: string, steps: readonly Step[]): void {
  // Renamed into place, the journal is there whole or not at all.
  writeFileSync(join(staging, "journal.part"), JSON.stringify(steps));
  renameSync(join(staging, "journal.part"), join(staging, journalName));
}

/** From here on, everything has happened, or has been put back: what is left of the folder means nothing. */
export function removeJournal(staging: string): void {
  rmSync(join(staging, journalName), { force: true });
}

export function hasJournal(staging: string): boolean {
  return existsSync(join(staging, journalName));
}

export function readJournal(staging: string): readonly Step[] {
  try {
    return JSON.parse(readFileSync(join(staging, journalName), "utf8")) as Step[];
  } catch {
    // Without a journal nothing visible had happened yet, or all of it had.
    return [];
  }
}

/**
 * Puts back what steps have changed. It may be done again when it was interrupted.
 *
 * @returns the number of files put back
 */
export function putBack(steps: readonly Step[], staging: string, outputFolder: string): number {
  let restored = 0;
  // From the last to the first: a folder may stand where a file was.
  for (const [index, step] of [...steps.entries()].reverse()) {
    const old = oldFile(staging, index);
    if (step.existed && existsSync(old)) {
      mkdirSync(dirname(step.path), { recursive: true });
      renameSync(old, step.path);
      restored++;
    } else if (!step.existed) {
      // Its folder may be there already when the file is not yet.
      if (!existsSync(newFile(staging, index))) {
        rmSync(step.path, { force: true });
        restored++;
      }
      removeEmptyFolders(dirname(step.path), outputFolder);
    }
  }
  return restored;
}

export function removeEmptyFolders(folder: string, stop: string): void {
  for (let current = folder; current !== stop && current.startsWith(stop); current = dirname(current)) {
    try {
      rmdirSync(current);
    } catch {
      return;
    }
  }
}
