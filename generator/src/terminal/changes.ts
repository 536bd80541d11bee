import type { Change, Level } from "../diff/change.ts";
import type { PackageChanges } from "../release/comparison.ts";
import { type Output, printable, style } from "./style.ts";

const colours = { major: "red", minor: "yellow", patch: "dim" } as const satisfies Record<Level, string>;

/** The changes of all packages as people read them in a terminal, the place of each first, so that it can be clicked. */
export function renderChanges(packages: readonly PackageChanges[], output: Output): string {
  const paint = style(output);
  const blocks = packages.map(({ name, level, changes }) => {
    const head = `${paint("bold", printable(name))}: ${level === undefined ? "no change" : paint(colours[level], level)}`;
    return [head, ...changes.map((change) => entry(change, paint))].join("\n");
  });
  return blocks.length === 0
    ? "Nothing to compare: no package has a release that holds its document.\n"
    : `${blocks.join("\n\n")}\n`;
}

function entry(change: Change, paint: ReturnType<typeof style>): string {
  const { level, rule, subject, place, message, migration, where, preview, reachedBy, before, after } =
    change;
  const name = printable(place === "" ? subject : `${subject} ${place}`);
  const facts =
    before !== undefined && after !== undefined ? `${before} -> ${after}` : (after ?? before ?? "");
  const lines = [
    `  ${paint(colours[level], level.padEnd(5))} ${paint("bold", name)}: ${message} ${paint("dim", `(${rule})`)}`,
    ...(facts === "" || facts === subject ? [] : [`        ${printable(facts)}`]),
    ...(where === undefined
      ? []
      : [
          `        ${printable(`${where.file}:${where.line}:${where.column}`)}${where.side === "old" ? " (before)" : ""} ${printable(where.pointer)}`,
        ]),
    ...(reachedBy === undefined ? [] : [`        used by ${printable(reachedBy)}`]),
    ...(preview === true ? ["        a preview: never more than minor"] : []),
    ...(migration === undefined || level === "patch"
      ? []
      : [`        ${paint("cyan", "to do:")} ${migration}`]),
  ];
  return lines.join("\n");
}
