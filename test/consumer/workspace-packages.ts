// The packages of this workspace that users install.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const workspaceFolder: string = resolve(import.meta.dirname, "../..");

export interface WorkspacePackage {
  /** The name in package.json. */
  readonly name: string;
  readonly folder: string;
  /** Written by the generator. */
  readonly generated: boolean;
}

/** All folders of packages/, in order of name. */
export function workspacePackages(): WorkspacePackage[] {
  const parent = join(workspaceFolder, "packages");
  return readdirSync(parent)
    .sort()
    .map((entry) => join(parent, entry))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .map((folder) => {
      const manifest: { name: string } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      return { name: manifest.name, folder, generated: existsSync(join(folder, ".clientwright.json")) };
    });
}
