import { dirname, join, relative, resolve, sep } from "node:path";
import type { LoadedConfig } from "./load-config.ts";

/** Where a run takes place: every path that is written anywhere is relative to {@link root}, so that no machine's path is. */
export interface Place {
  readonly cwd: string;
  /** The folder that holds both the configuration and the output. */
  readonly root: string;
  /** Absolute path of the folder of packages. */
  readonly output: string;
  readonly configFile: string;
  /** Path of the configuration from {@link root}, with `/`. */
  readonly configName: string;
}

export function place({ config, file }: LoadedConfig, cwd: string): Place {
  const output = resolve(dirname(file), config.output ?? "packages");
  const root = commonFolder(dirname(file), dirname(output));
  return { cwd, root, output, configFile: file, configName: slashed(relative(root, file)) };
}

/** A path from the root of the project, the same on every machine. */
export function fromRoot({ root }: Place, path: string): string {
  return slashed(relative(root, path));
}

export function documentPath({ configFile }: Place, document: string): string {
  return resolve(dirname(configFile), document);
}

export function packageFolder({ output }: Place, folder: string): string {
  return join(output, folder);
}

function commonFolder(a: string, b: string): string {
  const left = a.split(sep);
  const right = b.split(sep);
  const shared = left.findIndex((part, index) => right[index] !== part);
  return (shared < 0 ? left : left.slice(0, shared)).join(sep) || sep;
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}
