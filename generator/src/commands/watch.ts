import { existsSync, type FSWatcher, watch as watchFolder } from "node:fs";
import { basename, dirname } from "node:path";
import type { GenerateReport } from "../generate.ts";
import { loadEmitters } from "../outcomes.ts";
import { exitCodes } from "./exit-codes.ts";

/** Editors save in several steps; what comes within this time, in milliseconds, is one save. */
const settle = 50;

/**
 * Runs now and again after every save of a file that the last run read, until the process is interrupted. Folders are
 * watched, not files: many editors save by renaming a new file over the old one.
 */
export async function watch(
  run: () => Promise<GenerateReport>,
  print: (report: GenerateReport) => void,
): Promise<number> {
  const watchers = new Map<string, FSWatcher>();
  let inputs = new Set<string>();
  let wake: (() => void) | undefined;
  let stopped = false;
  let dirty = false;
  const follow = (report: GenerateReport): void => {
    // A run that failed early may have read less than the one before: keep watching what that one read.
    inputs = new Set([...(report.ok ? [] : inputs), ...report.inputs]);
    const folders = new Set([...inputs].map((file) => dirname(file)).filter((folder) => existsSync(folder)));
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      const watcher = watchFolder(folder, (_event, name) => {
        if (name !== null && ![...inputs].some((file) => dirname(file) === folder && basename(file) === name))
          return;
        dirty = true;
        wake?.();
      });
      watchers.set(folder, watcher);
    }
  };
  const stop = (): void => {
    stopped = true;
    wake?.();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  while (!stopped) {
    dirty = false;
    const report = await run();
    print(report);
    follow(report);
    // What emits takes half a second to load: that is not what somebody who has just saved shall wait for.
    const { keepFormatted } = await loadEmitters();
    keepFormatted();
    process.stdout.write("watching; press Ctrl+C to stop\n");
    if (!dirty && !stopped) await new Promise<void>((resolve) => (wake = resolve));
    wake = undefined;
    if (!stopped) await new Promise((resolve) => setTimeout(resolve, settle));
  }
  for (const watcher of watchers.values()) watcher.close();
  return exitCodes.ok;
}
