import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { GenerateReport } from "../generate.ts";
import { loadEmitters } from "../outcomes.ts";
import { exitCodes } from "./exit-codes.ts";
import { type FolderWatcher, savedSince, watchFolder } from "./watch-folder.ts";

/** Editors save in several steps; what comes within this time, in milliseconds, is one save. */
const settle = 50;

/** By how much, in milliseconds, the times of files may lag behind the clock. */
const lag = 20;

/**
 * Runs now and again after every save of a file that the last run read, until the process is interrupted.
 *
 * @param onInterrupt - Arranges that a function is called when it is.
 */
export async function watch(
  run: () => Promise<GenerateReport>,
  print: (report: GenerateReport) => void,
  onInterrupt: (stop: () => void) => void = onSignal,
): Promise<number> {
  const watchers = new Map<string, FolderWatcher>();
  let inputs = new Set<string>();
  let wake: (() => void) | undefined;
  let stopped = false;
  let dirty = false;
  const note = (): void => {
    dirty = true;
    wake?.();
  };
  const follow = (report: GenerateReport, began: number): void => {
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
      const files = (): readonly string[] => [...inputs].filter((file) => dirname(file) === folder);
      watchers.set(folder, watchFolder(folder, files, note));
      // Nobody watched while the run that found the folder was at work.
      if (files().some((file) => savedSince(file, began - lag))) note();
    }
  };
  onInterrupt(() => {
    stopped = true;
    wake?.();
  });
  while (!stopped) {
    dirty = false;
    const began = Date.now();
    const report = await run();
    print(report);
    follow(report, began);
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

function onSignal(stop: () => void): void {
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
