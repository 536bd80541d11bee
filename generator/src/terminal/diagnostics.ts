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
  const [shown, left] = withoutMany(together(diagnostics));
  const blocks = shown.map(({ first, others }) => {
    const { pointer, severity, code, message, hint } = first;
    const place = placeOf(first);
    const name = paint(severity === "error" ? "red" : "yellow", severity);
    return [
      `${place === "" ? "" : `${paint("bold", printable(place))} `}${name} ${code} ${printable(message)}`,
      ...(pointer === undefined || pointer === "" ? [] : [`  at ${printable(pointer)}`]),
      ...(others.length === 0 ? [] : [`  also ${printable(listed(others.map(placeOf)))}`]),
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

function placeOf({ file, line, column }: Diagnostic): string {
  return file === undefined ? "" : [file, ...(line === undefined ? [] : [line, column ?? 1])].join(":");
}

/** Problems that say the same. */
interface Same {
  readonly first: Diagnostic;
  readonly others: readonly Diagnostic[];
}

/** Warnings that say the same of several places are told once, with all places. Every error has a block of its own. */
function together(diagnostics: readonly Diagnostic[]): readonly Same[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const [at, diagnostic] of diagnostics.entries()) {
    const { code, severity, message, hint, file } = diagnostic;
    const key = JSON.stringify(severity === "error" || file === undefined ? at : [code, message, hint]);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [diagnostic]);
    else same.push(diagnostic);
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : { first, others }));
}

const placesShown = 8;

function listed(places: readonly string[]): string {
  const more = places.length - placesShown;
  return more <= 1
    ? places.join(", ")
    : `${places.slice(0, placesShown).join(", ")} and ${more} more places (--json lists all)`;
}

const enough = 10;

/** Many warnings of one kind would push everything else out of sight. Errors are all shown: each has to be mended. */
function withoutMany(
  groups: readonly Same[],
): readonly [shown: readonly Same[], left: ReadonlyMap<string, number>] {
  const seen = new Map<string, number>();
  const left = new Map<string, number>();
  const shown = groups.filter(({ first: { code, severity }, others }) => {
    const number = (seen.get(code) ?? 0) + 1;
    seen.set(code, number);
    if (severity === "error" || number <= enough) return true;
    left.set(code, (left.get(code) ?? 0) + 1 + others.length);
    return false;
  });
  return [shown, left];
}
