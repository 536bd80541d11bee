import { relative } from "node:path";
import { createTwoFilesPatch } from "diff";
import type { GenerateReport } from "../generate.ts";
import { type Output, printable, style } from "./style.ts";

/** More lines than this of one file say no more than its name. */
const maxLines = 200;

/** What generate would change, as a unified diff from what is on disk. */
export function renderDiff(report: GenerateReport, output: Output): string {
  const paint = style(output);
  const colour = { "+": "green", "-": "red", "@": "cyan" } as const;
  const files = report.packages.flatMap((each) => each.files).filter((file) => file.action !== "unchanged");
  return files
    .map((file) => {
      const name = relative(process.cwd(), file.path);
      const patch = createTwoFilesPatch(
        file.before === undefined ? "/dev/null" : name,
        file.after === undefined ? "/dev/null" : name,
        file.before ?? "",
        file.after ?? "",
        "on disk",
        "generated",
        { context: 3 },
      );
      const lines = printable(patch).split("\n").slice(1);
      const shown = lines.slice(0, maxLines).map((line) => {
        const mark = line.charAt(0);
        return mark === "+" || mark === "-" || mark === "@" ? paint(colour[mark], line) : line;
      });
      if (lines.length > maxLines) shown.push(`… ${lines.length - maxLines} more lines of ${name}`);
      return `${shown.join("\n")}\n`;
    })
    .join("");
}
