// The packages of this workspace that are published.
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * What a package is decides which files it holds and how large it may be: one that the generator wrote, the runtime
 * under it, or a tool that runs under Node and reaches no browser.
 */
export type Kind = "generated" | "runtime" | "tool";

export interface PublishedPackage {
  /** The name in package.json. */
  readonly name: string;
  readonly folder: string;
  readonly kind: Kind;
}

/**
 * Every package of a workspace that is not private, in order of name.
 *
 * @param workspace - The workspace's folder.
 */
export function publishedPackages(workspace: string): PublishedPackage[] {
  return globSync(["generator/package.json", "packages/*/package.json"], { cwd: workspace })
    .map((path) => join(workspace, path, ".."))
    .flatMap((folder): PublishedPackage[] => {
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
        readonly name: string;
        readonly private?: boolean;
      };
      return manifest.private ? [] : [{ name: manifest.name, folder, kind: kindOf(folder) }];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}

function kindOf(folder: string): Kind {
  if (existsSync(join(folder, ".clientwright.json"))) return "generated";
  return basename(folder) === "runtime" ? "runtime" : "tool";
}
