import { existsSync, statSync, watch } from "node:fs";
import { dirname } from "node:path";

/** How often files are looked at where the system does not tell of their saves, in milliseconds. */
const interval = 300;

/** By how much, in milliseconds, the times of files may lag behind the clock. */
const lag = 20;

/** What a file was at some time, by its absolute path. It is another text after every save. */
export type Stamps = ReadonlyMap<string, string>;

/** Looks at files. One that is not there, or cannot be looked at, has a stamp too. */
export function stampsOf(files: Iterable<string>): Stamps {
  return new Map([...files].map((file) => [file, stampOf(file)]));
}

/**
 * What files were when a run began that has read them.
 *
 * @param before - What was known of some of them then.
 * @param began - Milliseconds since 1970. A file that nobody knew of and that was saved since then counts as another.
 */
export function stampsAsRead(files: Iterable<string>, before: Stamps, began: number): Stamps {
  return new Map(
    [...files].map((file) => [file, before.get(file) ?? (isSince(file, began) ? "unknown" : stampOf(file))]),
  );
}

/**
 * Waits until one of the files is another, or until it is told to stop. Folders are watched, not files: many editors save
 * by renaming a new file over the old one. Where the system gives no watch, because others have all that there are (ENOSPC,
 * EMFILE), the disk knows of none or the folder is not there, the files are looked at now and then.
 */
export async function untilSaved(
  files: Stamps,
  signal: AbortSignal,
  system: typeof watch = watch,
): Promise<void> {
  const ends: (() => void)[] = [];
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if ([...files].some(([file, stamp]) => stampOf(file) !== stamp)) resolve();
    };
    let timer: NodeJS.Timeout | undefined;
    const lookAgain = (): void => {
      timer ??= setInterval(look, interval);
    };
    ends.push(() => clearInterval(timer));
    for (const folder of new Set([...files.keys()].map((file) => dirname(file)))) {
      try {
        const watcher = system(folder, () => {
          look();
          // The watch of a folder that is gone says no more, not even when there is one of that name again.
          if (!existsSync(folder)) lookAgain();
        });
        watcher.on("error", lookAgain);
        ends.push(() => watcher.close());
      } catch {
        lookAgain();
      }
    }
    const stop = (): void => resolve();
    signal.addEventListener("abort", stop);
    ends.push(() => signal.removeEventListener("abort", stop));
    // Nobody watched until now.
    look();
    if (signal.aborted) resolve();
  });
  for (const end of ends) end();
}

function stampOf(file: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(file);
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch {
    return "";
  }
}

function isSince(file: string, time: number): boolean {
  try {
    const { mtimeMs, ctimeMs } = statSync(file);
    // A file that is moved to its place keeps the first, and gets the second.
    return Math.max(mtimeMs, ctimeMs) >= time - lag;
  } catch {
    return false;
  }
}
