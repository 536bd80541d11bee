import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs other generators from npm into a folder of their own.
 *
 * @param packages - Each with its exact version.
 * @returns the path of the program that a package brings
 * @throws Error when they cannot be installed.
 */
export function installPeers(folder: string, packages: readonly string[]): (program: string) => string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  const { status, stderr } = spawnSync(
    "npm",
    ["install", "--no-audit", "--no-fund", "--silent", "--ignore-scripts", ...packages],
    { cwd: folder, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`the peers cannot be installed\n${stderr}`);
  return (program) => join(folder, "node_modules", ".bin", program);
}
