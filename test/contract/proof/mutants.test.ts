// The suite fails for every known-bad client. Prints the kill table.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../consumer/command.ts";
import { environmentOf } from "../run-suite.ts";
import { setting } from "../subject.ts";
import { further, type Mutant, mutants } from "./mutants.ts";

const name = setting("PACKAGE");
const project = setting("PROJECT");
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

const builtFile = (where: Mutant["where"], root: string = project): string =>
  join(root, "node_modules", where === "runtime" ? "@clientwright/runtime" : name, "dist/index.js");
const built = readFileSync(builtFile("package"), "utf8");
const applying: readonly Mutant[] = [...mutants, ...further.filter(({ needs }) => needs.test(built))];
const table: { readonly mistake: string; readonly killer: string }[] = [];

afterAll(() => {
  const killed = table.filter(({ killer }) => killer !== "");
  const lines = table.map(
    ({ mistake, killer }) => `  ${mistake.padEnd(40)} ${killer === "" ? "SURVIVED" : killer}\n`,
  );
  process.stdout.write(`${name}: ${killed.length} of ${applying.length} mutants killed\n${lines.join("")}`);
});

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs one file of the suite against a copy of the project. */
async function suiteOf(copy: string, file: string): Promise<Report & { readonly status: number | null }> {
  const reports = join(copy, "reports");
  mkdirSync(reports, { recursive: true });
  const output = join(reports, "vitest.json");
  const { status } = await run(
    process.execPath,
    [
      vitest,
      "run",
      "--config",
      join(import.meta.dirname, "../vitest.config.ts"),
      // An iteration that never ends shows as a test that does not.
      "--bail=1",
      "--testTimeout=20000",
      "--reporter=json",
      `--outputFile=${output}`,
      `contract/suite/${file}.test.ts`,
    ],
    {
      cwd: resolve(import.meta.dirname, "../.."),
      env: { ...environmentOf({ name, project: copy, reports }), CLIENTWRIGHT_RUNS: "25" },
    },
  );
  const report: Report = JSON.parse(readFileSync(output, "utf8"));
  return { ...report, status };
}

/** A copy of the project in which something was changed. */
async function inCopy<Result>(
  index: number,
  change: (copy: string) => void,
  use: (copy: string) => Promise<Result>,
): Promise<Result> {
  const copy = join(project, "mutants", String(index));
  for (const part of ["package.json", "node_modules"]) {
    cpSync(join(project, part), join(copy, part), { recursive: true });
  }
  try {
    change(copy);
    return await use(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

describe("the suite", { timeout: 120_000 }, () => {
  it("is large enough a net", () => {
    expect(applying.length).toBeGreaterThanOrEqual(12);
  });

  it.concurrent("passes for a copy in which nothing was changed", async () => {
    const file = name.includes("pipelines") ? "batches" : "secrets";
    const { status, numPassedTests } = await inCopy(
      -1,
      () => undefined,
      (copy) => suiteOf(copy, file),
    );
    expect(status).toBe(0);
    expect(numPassedTests).toBeGreaterThan(0);
  });

  it.concurrent.each(applying.map((mutant, index) => ({ ...mutant, index })))(
    "fails for a client with this mistake: $mistake",
    async ({ mistake, where, from, to, suite, index }) => {
      const change = (copy: string): void => {
        const file = builtFile(where, copy);
        const text = readFileSync(file, "utf8");
        const changed = typeof to === "string" ? text.replace(from, to) : text.replace(from, to);
        if (changed === text) throw new Error(`The mutation applies to nothing: ${mistake}`);
        writeFileSync(file, changed);
      };
      const { status, testResults } = await inCopy(index, change, (copy) => suiteOf(copy, suite));
      const failed = testResults.flatMap(({ assertionResults }) =>
        assertionResults.filter((one) => one.status === "failed"),
      );
      const broken = testResults.find(({ message }) => message !== "");
      const [first] = failed;
      const killer = first
        ? `${suite}: ${first.fullName}`
        : broken
          ? `${suite}: ${broken.message.split("\n")[0]}`
          : "";
      table.push({ mistake, killer: status === 0 ? "" : killer });
      expect(status).not.toBe(0);
      // A test must have failed: a program that does not even load proves nothing.
      expect(first?.fullName).toEqual(expect.any(String));
    },
  );
});
