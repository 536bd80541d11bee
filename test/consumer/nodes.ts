// The Node versions on this machine that the packages promise to run on.
import { existsSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./command.ts";

export interface NodeBinary {
  readonly path: string;
  /** Such as `20.20.2`. */
  readonly version: string;
}

/** The Node that runs this, and each other major version from 20.19 on that is found on the PATH. */
export async function findNodes(): Promise<NodeBinary[]> {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const onPath = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name));
  const paths = new Set(
    [process.execPath, ...onPath].filter((path) => existsSync(path)).map((path) => realpathSync(path)),
  );
  const found = new Map<number, NodeBinary>();
  for (const path of paths) {
    const { stdout } = await run(path, ["--version"], { cwd: process.cwd() });
    const [major = 0, minor = 0] = stdout.replace("v", "").split(".").map(Number);
    const promised = major > 20 || (major === 20 && minor >= 19);
    if (promised && !found.has(major)) found.set(major, { path, version: stdout.trim().slice(1) });
  }
  return [...found.values()];
}
