import type { Diagnostic } from "../diagnostics.ts";
import { type Output, printable, style } from "./style.ts";

/**
 * One block a problem, in the form that editors and terminals make clickable:
 *
 *     spec/openapi.yaml:12:7 error CW1011 the reference "#/…" leads nowhere
 *       at /paths/~1events/get/responses/200
 *       help: check the spelling, or add what it names
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], output: Output): string {
  if (diagnostics.length === 0) return "";
  const paint = style(output);
  const [shown, left] = withoutMany(diagnostics);
  const blocks = shown.map((diagnostic) => {
    const { file, line, column, pointer, severity, code, message, hint } = diagnostic;
    const place =
      file === undefined ? "" : [file, ...(line === undefined ? [] : [line, column ?? 1])].join(":");
    const name = paint(severity === "error" ? "red" : "yellow", severity);
    return [
      `${place === "" ? "" : `${paint("bold", printable(place))} `}${name} ${code} ${printable(message)}`,
      ...(pointer === undefined || pointer === "" ? [] : [`  at ${printable(pointer)}`]),
      `  ${paint("cyan", "help:")} ${printable(hint)}`,
    ].join("\n");
  });
  for (const [code, number] of left) {
    blocks.push(
      `${paint("yellow", "warning")} ${code} ${number} more of this kind\n  ${paint("cyan", "help:")} --json lists all`,
    );
  }
  const count = (severity: string): string => {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return `${number} ${severity}${number === 1 ? "" : "s"}`;
  };
  const failed = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  return `${blocks.join("\n\n")}\n\n${count("error")}, ${count("warning")}${failed ? "; nothing was written" : ""}\n`;
}

const enough = 10;

/** Many warnings of one kind would push everything else out of sight. Errors are all shown: each has to be mended. */
function withoutMany(
  diagnostics: readonly Diagnostic[],
): readonly [shown: readonly Diagnostic[], left: ReadonlyMap<string, number>] {
  const seen = new Map<string, number>();
  const shown = diagnostics.filter(({ code, severity }) => {
    const number = (seen.get(code) ?? 0) + 1;
    seen.set(code, number);
    return severity === "error" || number <= enough;
  });
  const left = [...seen].flatMap(([code, number]) => {
    const more = number - shown.filter((each) => each.code === code).length;
    return more > 0 ? [[code, more] as const] : [];
  });
  return [shown, new Map(left)];
}
