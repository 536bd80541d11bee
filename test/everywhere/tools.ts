// Platforms and their tools, installed from npm when they are first needed: they are large, and only this test uses them.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runOrThrow } from "../consumer/command.ts";
import { workspaceFolder } from "../consumer/workspace-packages.ts";

const cache = join(workspaceFolder, "node_modules", ".cache", "clientwright-everywhere");

/**
 * Gives the `node_modules` folder that has one package of an exact version. No install script is run.
 *
 * @param overrides - Versions of what it depends on that are installed in place of those it asks for.
 * @throws Error when it cannot be installed: there is no such package for this machine, or no registry is reached.
 */
export async function tool(
  name: string,
  version: string,
  overrides: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = join(cache, `${name.replaceAll("/", "+")}@${version}`);
  const modules = join(folder, "node_modules");
  if (existsSync(modules)) return modules;
  // A folder gets its name when it is whole, so a run that was stopped leaves nothing that looks installed.
  const fresh = `${folder}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, "package.json"), JSON.stringify({ private: true, overrides }));
  const install = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"];
  await runOrThrow("npm", [...install, "--save-exact", `${name}@${version}`], { cwd: fresh });
  try {
    renameSync(fresh, folder);
  } catch (error) {
    // Another test installed it meanwhile.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(modules)) throw error;
  }
  return modules;
}

/** Loads one of those packages. What it holds is described by whoever asks. */
export async function load(name: string, version: string): Promise<ReturnType<typeof createRequire>> {
  return createRequire(join(await tool(name, version), "any.cjs"));
}
