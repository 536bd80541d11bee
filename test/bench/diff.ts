import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { editCases, exampleCases } from "../diff/cases.ts";
import { githubDocument } from "../diff/github.ts";
import { judge } from "../diff/judgement.ts";
import { typeReasons } from "../diff/reasons.ts";
import { askRedocly } from "../diff/redocly-oracle.ts";
import { redoclyReasons } from "../diff/redocly-reasons.ts";
import { askCompiler } from "../diff/type-oracle.ts";
import { race } from "./measure.ts";

/**
 * How long `diff` takes for GitHub's document of 13 MB against an edited copy, beside `redocly diff`, each in a fresh
 * process; and how often the diff agrees with TypeScript and with redocly. Needs the built generator.
 */
const root = join(import.meta.dirname, "..", "..");
const rounds = 3;
const limit = 3000;

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

const folder = mkdtempSync(join(tmpdir(), "clientwright-bench-"));
try {
  const text = readFileSync(githubDocument, "utf8");
  const edited = text
    .replace('"gist_pull_url"', '"renamed_by_bench"')
    .replace('"operationId": "gists/star"', '"operationId": "gists/renamed-by-bench"')
    .replaceAll('"per_page"', '"page_size"');
  if (edited === text) throw new Error("nothing was edited");
  writeFileSync(join(folder, "old.json"), text);
  writeFileSync(join(folder, "new.json"), edited);
  const runner = join(folder, "clientwright.mjs");
  const cli = JSON.stringify(join(root, "generator", "dist", "cli.js"));
  writeFileSync(
    runner,
    `import { main } from ${cli};\nprocess.exitCode = await main(process.argv.slice(2));\n`,
  );
  const redocly = join(root, "test", "node_modules", "@redocly", "cli", "bin", "cli.js");
  const ours = "clientwright diff";
  const results = race(
    [
      { name: ours, run: [[process.execPath, runner, "diff", "old.json", "new.json"]], cwd: folder },
      {
        name: "redocly diff",
        run: [[process.execPath, redocly, "diff", "old.json", "new.json", "--fail-on", "none"]],
        cwd: folder,
      },
    ],
    rounds,
  );
  const time = results.get(ours) ?? Number.NaN;
  for (const [name, median] of results) {
    print(`${name}: ${Math.round(median)} ms, ${(median / time).toFixed(2)} of clientwright's`);
  }
  print(`${time < limit ? "within" : "ABOVE"} ${limit} ms`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const edits = editCases(600);
const all = [...edits, ...exampleCases()];
const judges = [
  { name: "TypeScript", reasons: typeReasons, answers: askCompiler(all) },
  { name: "redocly", reasons: redoclyReasons, answers: askRedocly(all.map(({ documents }) => documents)) },
];
for (const { name, reasons, answers } of judges) {
  const judged = all.map((each, index) => ({
    name: each.name,
    changes: each.changes,
    objections: answers[index] ?? [],
  }));
  const parts = [
    ["random edits", judged.slice(0, edits.length)],
    ["examples of the rules", judged.slice(edits.length)],
  ] as const;
  for (const [what, some] of parts) {
    const { cases, agreed, unexplained } = judge(some, reasons);
    print(
      `${name}, ${what}: ${agreed} of ${cases} agree, ${cases - agreed - unexplained.length} have a written reason, ${unexplained.length} have none`,
    );
  }
}
