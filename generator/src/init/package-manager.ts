import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** How a package manager says what has to be done in a workspace. */
export interface PackageManager {
  readonly name: "npm" | "pnpm" | "yarn";
  readonly install: string;
  /** Brings the lock file up to date, and nothing else where that can be said. */
  readonly lock: string;
  /** Runs a script of the root. */
  readonly run: (script: string) => string;
  /** Runs a script of every package that has it. */
  readonly runEach: (script: string) => string;
  /** Runs a program of an installed package. */
  readonly execute: (command: string) => string;
  readonly addTools: (tools: readonly string[]) => string;
}

const npm: PackageManager = {
  name: "npm",
  install: "npm install",
  lock: "npm install --package-lock-only",
  run: (script) => `npm run ${script}`,
  runEach: (script) => `npm run ${script} --workspaces --if-present`,
  execute: (command) => `npx ${command}`,
  addTools: (tools) => `npm install --save-dev ${tools.join(" ")}`,
};

const pnpm: PackageManager = {
  name: "pnpm",
  install: "pnpm install",
  lock: "pnpm install --lockfile-only",
  run: (script) => `pnpm run ${script}`,
  runEach: (script) => `pnpm --recursive --if-present run ${script}`,
  execute: (command) => `pnpm exec ${command}`,
  addTools: (tools) => `pnpm add --save-dev --workspace-root ${tools.join(" ")}`,
};

const yarn: PackageManager = {
  name: "yarn",
  install: "yarn install",
  lock: "yarn install --mode=update-lockfile",
  run: (script) => `yarn run ${script}`,
  runEach: (script) => `yarn workspaces foreach --all run ${script}`,
  execute: (command) => `yarn ${command}`,
  addTools: (tools) => `yarn add --dev ${tools.join(" ")}`,
};

/** Yarn 1 has other commands. It stops at a package without the script, which npm does not, and npm reads the same list. */
const classicYarn: PackageManager = {
  ...yarn,
  lock: "yarn install",
  runEach: npm.runEach,
  addTools: (tools) => `yarn add --dev --ignore-workspace-root-check ${tools.join(" ")}`,
};

/** The package manager of a folder, by the files that it has put there or that are for it. */
export function packageManagerOf(root: string): PackageManager {
  const there = (name: string): boolean => existsSync(join(root, name));
  const [, named = "", version = ""] =
    /"packageManager"\s*:\s*"(\w+)@(\d+)/.exec(text(root, "package.json")) ?? [];
  if (named === "npm") return npm;
  if (named === "pnpm" || there("pnpm-workspace.yaml") || there("pnpm-lock.yaml")) return pnpm;
  if (named === "yarn") return version === "1" ? classicYarn : yarn;
  if (!there("yarn.lock")) return npm;
  return there(".yarnrc.yml") || text(root, "yarn.lock").includes("__metadata:") ? yarn : classicYarn;
}

function text(root: string, name: string): string {
  return existsSync(join(root, name)) ? readFileSync(join(root, name), "utf8") : "";
}
