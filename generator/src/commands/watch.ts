import type { GenerateReport } from "../generate.ts";
import { loadEmitters } from "../outcomes.ts";
import { exitCodes } from "./exit-codes.ts";
import { stampsAsRead, stampsOf, untilSaved } from "./saves.ts";

/** Editors save in several steps; what comes within this time, in milliseconds, is one save. */
const settle = 50;

/** Runs now and again after every save of a file that the last run read, until the process is interrupted. */
export async function watch(
  run: () => Promise<GenerateReport>,
  print: (report: GenerateReport) => void,
  interruption: AbortSignal = interrupted(),
): Promise<number> {
  let inputs: ReadonlySet<string> = new Set();
  while (!interruption.aborted) {
    const before = stampsOf(inputs);
    const began = Date.now();
    const report = await run();
    print(report);
    // A run that failed early may have read less than the one before: keep watching what that one read.
    inputs = new Set([...(report.ok ? [] : inputs), ...report.inputs]);
    const read = stampsAsRead(inputs, before, began);
    // What emits takes half a second to load: that is not what somebody who has just saved shall wait for.
    const { keepFormatted } = await loadEmitters();
    keepFormatted();
    process.stdout.write("watching; press Ctrl+C to stop\n");
    await untilSaved(read, interruption);
    if (!interruption.aborted) await new Promise((resolve) => setTimeout(resolve, settle));
  }
  return exitCodes.ok;
}

function interrupted(): AbortSignal {
  const controller = new AbortController();
  // Nobody reads what it says any more.
  process.stdout.once("error", () => controller.abort());
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
