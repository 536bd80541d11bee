import { relative } from "node:path";
import type { GenerateReport } from "../generate.ts";
import type { Action } from "../write/plan.ts";
import { type Output, style } from "./style.ts";

const actions: readonly Action[] = ["created", "changed", "deleted", "unchanged"];

/** How a run went: each file that is not what it was, counts by package, and where the time went. */
export function renderSummary(
  report: GenerateReport,
  mode: { readonly wrote: boolean; readonly check: boolean },
  output: Output,
): string {
  const paint = style(output);
  const lines: string[] = [];
  if (report.recovered > 0) {
    lines.push(`An earlier run had died while writing; ${report.recovered} files were put back first.`);
  }
  for (const { name, files } of report.packages) {
    const count = (action: Action): number => files.filter((file) => file.action === action).length;
    lines.push(`${paint("bold", name)}: ${actions.map((action) => `${count(action)} ${action}`).join(", ")}`);
    for (const file of files) {
      if (file.action !== "unchanged")
        lines.push(`  ${file.action.padEnd(7)} ${relative(process.cwd(), file.path)}`);
    }
  }
  const changed = report.packages.some((each) => each.files.some((file) => file.action !== "unchanged"));
  const times = Object.entries(report.timings).map(([stage, time]) => `${stage} ${Math.round(time)} ms`);
  lines.push(paint("dim", times.join(", ")));
  if (mode.check) {
    lines.push(
      changed
        ? "The packages are not what generate would write: run `clientwright generate` and commit."
        : "The packages are what generate would write.",
    );
  } else if (!mode.wrote) lines.push("Nothing was written.");
  return `${lines.join("\n")}\n`;
}
