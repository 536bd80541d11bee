import { version } from "../version.ts";
import type { PackageManager } from "./package-manager.ts";

/** The oldest and the newest line of a tool that makes versions and changelogs; which one fits is up to the Node at hand. */
export const releaseTool: readonly [name: string, range: string] = ["@changesets/cli", "^2.31.1 || ^3.0.3"];

/** Where generate puts its packages. */
export const packages = "packages/*";

/** What the scripts of a workspace of generated packages do. */
export function scriptsFor({ run, runEach, lock }: PackageManager): Readonly<Record<string, string>> {
  return {
    generate: "clientwright generate",
    build: runEach("build"),
    typecheck: runEach("typecheck"),
    check: "clientwright generate --check && clientwright changeset --check",
    test: `${run("check")} && ${run("build")} && ${run("typecheck")}`,
    // The packages say their version in code, and the lock file says it too.
    "release:version": `changeset version && clientwright generate && ${lock}`,
    release: `${run("build")} && ${run("typecheck")} && changeset publish`,
  };
}

/** The first `package.json`: a private workspace whose packages npm and yarn find; pnpm has a file of its own for that. */
export function packageTemplate(name: string, manager: PackageManager): string {
  return json({
    name: `${name}-workspace`,
    private: true,
    type: "module",
    ...(manager.name === "pnpm" ? {} : { workspaces: [packages] }),
    scripts: scriptsFor(manager),
    devDependencies: { [releaseTool[0]]: releaseTool[1], "@clientwright/generator": `^${version()}` },
  });
}

/** The first `.changeset/config.json`; who may install a package is said in its `package.json`. */
export function changesetsTemplate(): string {
  return json({ changelog: "@changesets/cli/changelog", commit: false, baseBranch: "main" });
}

/** The first `pnpm-workspace.yaml`, where pnpm looks for the packages. */
export const pnpmTemplate: string = `packages:\n  - ${packages}\n`;

/** The first `.gitignore`: what can be made again. */
export const ignored: readonly string[] = ["node_modules/", "dist/"];

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
