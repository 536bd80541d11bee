// The table of README.md names, for each trap, tests that exist and that passed in this run.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { setting } from "../subject.ts";

const folder = join(import.meta.dirname, "..");
const domain = setting("PACKAGE").split("/").at(-1) ?? "";

interface Row {
  readonly number: number;
  readonly trap: string;
  readonly tests: readonly { readonly file: string; readonly title: string }[];
}

/** The rows of the table: `| 1. A trap | \`file\` "title", "title"; \`file\` "title" |`. */
function readRows(text: string): Row[] {
  return [...text.matchAll(/^\| (\d+)\. (.*?) *\| (.*?) *\|$/gm)].map(
    ([, number = "", trap = "", shown = ""]) => ({
      number: Number(number),
      trap,
      tests: [...shown.matchAll(/`([^`]+)` ((?:"[^"]*"(?:, )?)+)/g)].flatMap(([, file = "", titles = ""]) =>
        [...titles.matchAll(/"([^"]*)"/g)].map(([, title = ""]) => ({ file, title })),
      ),
    }),
  );
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[];
  }[];
}

const report: Report = JSON.parse(readFileSync(join(setting("REPORTS"), "vitest.json"), "utf8"));

/** Whether a test of that title passed; `%s`, `%j`, `%i` and `$name` in it stand for anything. */
function hasPassed(file: string, title: string): boolean {
  const pattern = title
    .split(/%[sij]|\$\w+/)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join(".*");
  const found = report.testResults.find(({ name }) =>
    name.replaceAll("\\", "/").endsWith(`contract/${file}`),
  );
  const tests =
    found?.assertionResults.filter((one) => new RegExp(`^${pattern}$`, "s").test(one.title)) ?? [];
  return tests.length > 0 && tests.every(({ status }) => status === "passed");
}

/** A trap belongs to a domain by the file of `traps/` that it names; else to that with all operations of its kind. */
function isHere({ tests }: Row): boolean {
  const named = tests
    .map(({ file }) => /^traps\/([^.]*)\..*test\.ts$/.exec(file)?.[1])
    .find((one) => one !== undefined);
  return (named ?? "ci-visibility-pipelines") === domain;
}

const rows = readRows(readFileSync(join(folder, "README.md"), "utf8"));

describe("the table of traps", () => {
  it("has every number once, in order, with a test", () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 45 }, (_, index) => index + 1));
    for (const { tests } of rows) expect(tests.length).toBeGreaterThan(0);
  });

  it.each(rows)("trap $number: $trap: the tests exist", ({ tests }) => {
    for (const { file, title } of tests) {
      const path = join(folder, file);
      expect([file, existsSync(path)]).toEqual([file, true]);
      expect(readFileSync(path, "utf8")).toContain(title);
    }
  });

  it.each(rows.filter(isHere))("trap $number: $trap: the tests passed", ({ tests }) => {
    for (const { file, title } of tests)
      expect([file, title, hasPassed(file, title)]).toEqual([file, title, true]);
  });

  it("would notice a test that does not exist or did not pass", () => {
    expect(hasPassed("suite/commands.test.ts", "no such test")).toBe(false);
    expect(readRows('| 7. A trap | `suite/a.test.ts` "one", "two"; `traps/b.test.ts` "three" |')).toEqual([
      {
        number: 7,
        trap: "A trap",
        tests: [
          { file: "suite/a.test.ts", title: "one" },
          { file: "suite/a.test.ts", title: "two" },
          { file: "traps/b.test.ts", title: "three" },
        ],
      },
    ]);
  });
});
