import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The file in each generated package that lists what generate owns there. */
export const manifestName = ".clientwright.json";

/** What generate wrote into one package. Only what stands here is ever changed or deleted. */
export interface Manifest {
  /** Path of the configuration from the root of the project: another configuration's packages are left alone. */
  readonly config: string;
  /** Relative to the package, with `/`, in code-unit order. */
  readonly files: readonly string[];
}

/** The manifest of a package; undefined where there is none, or none that can be understood. */
export function readManifest(folder: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(folder, manifestName), "utf8"));
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || !("config" in value) || !("files" in value))
    return undefined;
  const { config, files } = value;
  if (typeof config !== "string" || !Array.isArray(files)) return undefined;
  // A path that leaves the package is nobody's: the manifest is a file that anybody can edit.
  const own = files.filter((file): file is string => typeof file === "string" && isInside(file));
  return { config, files: own };
}

function isInside(path: string): boolean {
  return path !== "" && !path.startsWith("/") && !/[\\:]/.test(path) && !path.split("/").includes("..");
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify({ config: manifest.config, files: [...manifest.files].sort() }, null, 2)}\n`;
}
