import { relative } from "node:path";
import type { GenerateReport } from "../generate.ts";

/** The report as one JSON object, for scripts: the same facts as the text, without the contents of files. */
export function reportJson(report: GenerateReport): string {
  const cwd = process.cwd();
  const packages = report.packages.map(({ name, folder, files }) => ({
    name,
    folder: relative(cwd, folder),
    files: files.map(({ action, path }) => ({ action, path: relative(cwd, path) })),
  }));
  const { ok, diagnostics, recovered, timings } = report;
  const drift = packages.some((each) => each.files.some((file) => file.action !== "unchanged"));
  return `${JSON.stringify({ ok, drift, diagnostics, packages, recovered, timings }, null, 2)}\n`;
}
