import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * The whole proof, in the order in which failures are cheapest to find: what `npx -y pnpm@12 test` runs. The last line
 * counts tests and gates: `N passed, N failed`.
 */
const root = join(import.meta.dirname, "..");

interface Gate {
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
}

const gates: readonly Gate[] = [
  {
    name: "generated packages are what generate writes",
    command: "clientwright",
    arguments: ["generate", "--check"],
  },
  {
    name: "changes since the last release have their changesets",
    command: "clientwright",
    arguments: ["changeset", "--check"],
  },
  { name: "formatting", command: "prettier", arguments: ["--check", "--log-level", "warn", "."] },
  { name: "lint", command: "oxlint", arguments: [] },
  { name: "unused files, exports and dependencies", command: "knip", arguments: [] },
  {
    name: "build, types and tests",
    command: "turbo",
    arguments: [
      "run",
      "build",
      "typecheck",
      "test",
      "--continue=dependencies-successful",
      "--concurrency=2",
      "--log-order=grouped",
    ],
  },
];

const environment = {
  ...process.env,
  PATH: [join(root, "node_modules", ".bin"), process.env["PATH"]].join(
    process.platform === "win32" ? ";" : ":",
  ),
  TURBO_TELEMETRY_DISABLED: "1",
  REDOCLY_TELEMETRY: "off",
};

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly TestFile[];
}

interface TestFile {
  readonly name: string;
  readonly status: string;
  /** Why the file broke before its tests. */
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
}

interface Failure {
  readonly what: string;
  readonly why: string;
}

/** The tests of a file that failed; or the file, when it is what broke around them. */
function failuresOf({ name, status, message, assertionResults }: TestFile): readonly Failure[] {
  const file = relative(root, name);
  const tests = assertionResults
    .filter((test) => test.status === "failed")
    .map((test) => ({ what: `${file}: ${test.fullName}`, why: test.failureMessages.join("\n") }));
  if (tests.length > 0 || status !== "failed") return tests;
  return [{ what: `${file}: broke outside of its tests`, why: message }];
}

/** A failure with the first lines of why. */
function told({ what, why }: Failure): string {
  const lines = why.split("\n").slice(0, 20);
  return [what, ...lines.map((line) => `    ${line}`)].join("\n");
}

const reportPaths = ["generator", "packages/*", "test"].map((folder) => `${folder}/reports/*.json`);
for (const report of globSync(reportPaths, { cwd: root })) rmSync(join(root, report));

let passed = 0;
let failed = 0;
const failures: Failure[] = [];
for (const gate of gates) {
  process.stdout.write(`\n== ${gate.name}\n`);
  const { status } = spawnSync(gate.command, gate.arguments, {
    cwd: root,
    env: environment,
    stdio: "inherit",
  });
  if (status === 0) passed++;
  else {
    failed++;
    process.stdout.write(`== ${gate.name}: failed\n`);
  }
}

for (const path of globSync(reportPaths, { cwd: root }).toSorted()) {
  const report = JSON.parse(readFileSync(join(root, path), "utf8")) as Report;
  const found = report.testResults.flatMap(failuresOf);
  passed += report.numPassedTests;
  failed += found.length;
  failures.push(...found);
  process.stdout.write(`${path}: ${report.numPassedTests} passed, ${found.length} failed\n`);
}

for (const folder of ["generator", "test", ...globSync("packages/*", { cwd: root })]) {
  // A suite that wrote no report ran no test: silence must not look like success.
  if (
    !existsSync(join(root, folder, "package.json")) ||
    existsSync(join(root, folder, "reports", "vitest.json"))
  )
    continue;
  failed++;
  process.stdout.write(`${folder}: no report, so its tests did not run\n`);
}

// Here they are found: in a long output nobody finds them where they happened.
for (const failure of failures) process.stdout.write(`\n${told(failure)}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > gates.length ? 0 : 1;
