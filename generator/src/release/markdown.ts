import type { Change } from "../diff/change.ts";
import { codeSpan, markdown } from "../emit/doors.ts";
import type { PackageChanges } from "./comparison.ts";

/** Changes of words alone are counted: a changelog that repeats each of them hides the others. */
const wordsOnly = new Set<Change["rule"]>([
  "answer-text-changed",
  "operation-text-changed",
  "package-text-changed",
  "text-changed",
]);

const groups: readonly (readonly [title: string, has: (change: Change) => boolean])[] = [
  ["Breaking", ({ level }) => level === "major"],
  ["Breaking in previews", ({ preview }) => preview === true],
  ["Added or changed", ({ level, preview }) => level === "minor" && preview !== true],
  ["Documentation and limits", ({ level, preview }) => level === "patch" && preview !== true],
];

/** The lines of one package for a changelog: what can break first, with what to do about it. */
export function changelogLines({ changes }: Pick<PackageChanges, "changes">): string {
  const parts = groups.flatMap(([title, has]) => {
    const own = changes.filter(has);
    const spoken = own.filter(({ rule }) => !wordsOnly.has(rule));
    const silent = own.length - spoken.length;
    const lines = [
      ...spoken.map(bullet),
      ...(silent === 0
        ? []
        : [`- ${silent} ${silent === 1 ? "text" : "texts"} of the documentation changed.`]),
    ];
    return lines.length === 0 ? [] : [`${title}:\n\n${[...new Set(lines)].join("\n")}`];
  });
  return parts.join("\n\n");
}

/** All packages, for a comment on a pull request. */
export function changesMarkdown(packages: readonly PackageChanges[]): string {
  const changed = packages.filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return "No package changes.\n";
  return `${changed
    .map((each) => `## ${codeSpan(each.name)}: ${each.level ?? "patch"}\n\n${changelogLines(each)}`)
    .join("\n\n")}\n`;
}

function bullet(change: Change): string {
  const { message, migration } = change;
  const parts = [
    `${subject(change)}: ${markdown(message)}${detail(change)}.`,
    ...(migration === undefined || change.level === "patch" ? [] : [markdown(migration)]),
  ];
  return `- ${parts.join(" ")}`;
}

/** Names and paths are text of the document: nothing of them is markup. */
function subject({ subject: name, place }: Change): string {
  return place === "" ? codeSpan(name) : `${codeSpan(name)} ${codeSpan(place)}`;
}

/** What was and what is, unless the subject says it already. */
function detail({ before, after, subject: name }: Change): string {
  if (before !== undefined && after !== undefined) return `, from ${short(before)} to ${short(after)}`;
  const one = before ?? after;
  return one === undefined || one === name ? "" : `: ${short(one)}`;
}

/** Longer texts are for the machine's report. */
function short(text: string): string {
  return codeSpan(text.length > 100 ? `${text.slice(0, 99)}…` : text);
}
