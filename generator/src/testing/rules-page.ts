import { type RuleId, ruleIds, rules } from "../diff/rules.ts";

const intro = `# Rules of a version

\`clientwright diff\` names one of these rules for every change that it finds, and \`clientwright changeset\` takes the level
from it. A change is **major** when upgrading can break compilation or run time of who uses the package, **minor** when it
adds something or behaves otherwise, **patch** when only words change. Of an operation that was a preview, no change is
more than minor. While a package's version is below 1.0.0, a major change makes a minor version.

Requests and answers differ: who sends is hurt when less is allowed, who reads when more is. Enumerations are open or
closed as the types are: in answers they are open, unless they have one value or the document says otherwise.

This page is made of the table in \`src/diff/rules\`; each example is a test.
`;

const groups: readonly (readonly [title: string, test: (id: RuleId) => boolean])[] = [
  ["Operations, packages and the client", (id) => rules[id].example.of !== "schema"],
  ["Schemas", (id) => rules[id].example.of === "schema"],
];

/** `generator/RULES.md`. */
export function rulesPage(): string {
  const parts = groups.flatMap(([title, test]) => {
    const ids = ruleIds.filter(test);
    return [`## ${title}\n`, table(title, ids), ...ids.map(details)];
  });
  return `${[intro, ...parts].join("\n")}`;
}

function table(title: string, ids: readonly RuleId[]): string {
  const apart = title === "Schemas";
  const rows = ids.map((id) => {
    const { input = "", output = "", title: what } = rules[id];
    return [`[\`${id}\`](#${id})`, what, ...(apart ? [input, output] : [input])];
  });
  const head = ["rule", "what happened", ...(apart ? ["in requests", "in answers"] : ["level"])];
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return `${[line(head), rule, ...rows.map(line)].join("\n")}\n`;
}

function details(id: RuleId): string {
  const { why, migration, example } = rules[id];
  const text = (yaml: string): string => `\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\``;
  const todo =
    migration === undefined ? "" : ` To do: ${migration.charAt(0).toLowerCase()}${migration.slice(1)}`;
  const pair =
    example.before === example.after
      ? []
      : [`${text(example.before)}\n`, `becomes\n`, `${text(example.after)}\n`];
  return [`### ${id}\n`, `${why}${todo}\n`, ...pair].join("\n");
}
