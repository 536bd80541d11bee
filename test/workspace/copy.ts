import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Copies what git knows of the workspace, and what it would take up, into a folder: no build, no installed package. */
export function copyWorkspace(workspace: string, target: string): void {
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: workspace,
    encoding: "utf8",
  });
  // A file that git lists and somebody has just deleted is no part of the workspace.
  for (const file of files.split("\0").filter((name) => name !== "" && existsSync(join(workspace, name)))) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(workspace, file), join(target, file));
  }
}
