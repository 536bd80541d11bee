import { type FSWatcher, statSync, watch } from "node:fs";
import { basename } from "node:path";

/** What tells of saves until it is closed. */
export interface FolderWatcher {
  close(): void;
}

/** How often files are looked at where the system does not tell of their saves, in milliseconds. */
const interval = 300;

/**
 * Tells of every save of files in one folder. The folder is watched, not the files: many editors save by renaming a new
 * file over the old one. Where the system gives no watch, because others have all that there are (ENOSPC, EMFILE) or the
 * disk knows of none, the files are looked at now and then.
 *
 * @param files - Their absolute paths at the time of asking.
 */
export function watchFolder(
  folder: string,
  files: () => readonly string[],
  saved: () => void,
  system: typeof watch = watch,
): FolderWatcher {
  let looking: NodeJS.Timeout | undefined;
  const look = (): void => {
    let before = stamps(files());
    looking ??= setInterval(() => {
      const now = stamps(files());
      if (now !== before) saved();
      before = now;
    }, interval);
  };
  const watcher = begin(() =>
    system(folder, (_event, name) => {
      if (name === null || files().some((file) => basename(file) === name)) saved();
    }),
  );
  if (watcher === undefined) look();
  // A folder that goes away ends some systems' watches with an error.
  else watcher.on("error", look);
  return {
    close: () => {
      watcher?.close();
      clearInterval(looking);
    },
  };
}

function begin(start: () => FSWatcher): FSWatcher | undefined {
  try {
    return start();
  } catch {
    return undefined;
  }
}

/** Other text when one of the files was saved. */
function stamps(files: readonly string[]): string {
  return files
    .map((file) => {
      const found = statSync(file, { throwIfNoEntry: false });
      return `${file} ${found?.ino} ${found?.size} ${found?.mtimeMs}`;
    })
    .join("\n");
}

/** Whether a file was saved at this time or later, in milliseconds since 1970. */
export function savedSince(file: string, time: number): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= time;
}
