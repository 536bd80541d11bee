import { generate, type GenerateOptions, type GenerateReport } from "../generate.ts";
import { renderDiagnostics } from "../terminal/diagnostics.ts";
import { renderDiff } from "../terminal/diff.ts";
import { reportJson } from "../terminal/json.ts";
import { progress } from "../terminal/progress.ts";
import { renderSummary } from "../terminal/summary.ts";
import { exitCodes } from "./exit-codes.ts";
import { watch } from "./watch.ts";

export interface GenerateCommand {
  readonly config?: string;
  readonly only?: readonly string[];
  readonly check: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly watch: boolean;
}

/** `clientwright generate`: runs, tells what happened, and says by its exit code whether it went well. */
export async function generateCommand(command: GenerateCommand): Promise<number> {
  const options: GenerateOptions = {
    ...(command.config === undefined ? {} : { config: command.config }),
    ...(command.only === undefined ? {} : { only: command.only }),
    dryRun: command.check || command.dryRun,
    // A check that trusted what an earlier run remembered would check nothing.
    cache: !command.check && !command.dryRun,
  };
  const run = async (): Promise<GenerateReport> => {
    const line = progress(process.stderr, !command.json);
    try {
      return await generate({ ...options, onProgress: line.step });
    } finally {
      line.done();
    }
  };
  if (command.watch) return watch(run, print);
  const report = await run();
  const drift = report.packages.some((each) => each.files.some((file) => file.action !== "unchanged"));
  if (command.json) process.stdout.write(reportJson(report));
  else {
    print(report, command);
  }
  if (!report.ok) return exitCodes.input;
  return command.check && drift ? exitCodes.drift : exitCodes.ok;
}

function print(
  report: GenerateReport,
  command: Pick<GenerateCommand, "check" | "dryRun"> = { check: false, dryRun: false },
): void {
  process.stderr.write(renderDiagnostics(report.diagnostics, process.stderr));
  if (!report.ok) return;
  if (command.check) process.stdout.write(renderDiff(report, process.stdout));
  process.stdout.write(
    renderSummary(report, { wrote: !command.check && !command.dryRun, check: command.check }, process.stdout),
  );
}
