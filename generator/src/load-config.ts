import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Config } from "./config.ts";
import { checkConfig } from "./config-check.ts";
import type { Diagnostics } from "./diagnostics.ts";

const names = ["ts", "mts", "js", "mjs"].map((ending) => `clientwright.config.${ending}`);
const self = "@clientwright/generator";

/** A configuration and where it was found. */
export interface LoadedConfig {
  readonly config: Config;
  /** Absolute path of the file. */
  readonly file: string;
  /** Absolute paths of the files that it imports, packages left out. */
  readonly imports: readonly string[];
}

/** Where a configuration is looked for, the first place first. */
export function configCandidates(named: string | undefined, cwd: string): readonly string[] {
  if (named !== undefined) return [resolve(cwd, named)];
  return [cwd, join(cwd, "spec")].flatMap((folder) => names.map((name) => join(folder, name)));
}

/** The folder and all above it. */
function upwards(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

/**
 * Finds the configuration in a folder or its `spec` folder, else in one above, as npm finds a `package.json`; or takes
 * the one that is named. And reads it.
 */
export async function loadConfig(
  named: string | undefined,
  cwd: string,
  diagnostics: Diagnostics,
): Promise<LoadedConfig | undefined> {
  const file = upwards(cwd)
    .flatMap((folder) => configCandidates(named, named === undefined ? folder : cwd))
    .find((candidate) => existsSync(candidate));
  if (file === undefined) {
    diagnostics.add({
      code: "CW3001",
      message:
        named === undefined
          ? "there is no clientwright.config.ts here or in spec/, or in a folder above"
          : `there is no ${named}`,
      hint:
        named === undefined
          ? "run `clientwright init` to write one, or name it with --config"
          : "check the path that --config gives",
    });
    return undefined;
  }
  const name = relative(cwd, file);
  try {
    const { module: loaded, imports } = await importConfig(file);
    if (typeof loaded !== "object" || loaded === null || !("default" in loaded)) {
      throw new Error("it has no default export");
    }
    const config = loaded.default;
    return checkConfig(config, name, diagnostics) ? { config, file, imports } : undefined;
  } catch (error) {
    diagnostics.add({
      code: "CW3001",
      message: `the configuration cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      hint: "mend the file; it is a module whose default export is the configuration",
      file: name,
    });
    return undefined;
  }
}

/**
 * Imports a configuration, written in TypeScript or not, on any supported Node. Its import of this package leads to
 * the copy that is running, so that a project without an install of its own works too.
 */
async function importConfig(
  file: string,
): Promise<{ readonly module: unknown; readonly imports: readonly string[] }> {
  const index = fileURLToPath(
    new URL(import.meta.url.endsWith(".ts") ? "./index.ts" : "./index.js", import.meta.url),
  );
  const imports = new Set<string>();
  if (process.features.typescript && typeof module.registerHooks === "function") {
    const url = pathToFileURL(file).href;
    // Watching imports the same files again: without a new address the old modules would come back.
    const stamp = `?clientwright=${Date.now()}`;
    const hooks = module.registerHooks({
      resolve: (specifier, context, next) => {
        if (specifier === self) return { url: pathToFileURL(index).href, shortCircuit: true };
        const found = next(specifier, context);
        if (context.parentURL?.endsWith(stamp) !== true || !isOwn(found.url)) return found;
        imports.add(fileURLToPath(found.url));
        return { ...found, url: `${found.url}${stamp}` };
      },
      // `npm init` writes "type": "commonjs", which is said of the project's programs and not of this file.
      load: (address, context, next) =>
        address === `${url}${stamp}` && file.endsWith(".ts")
          ? next(address, { ...context, format: "module-typescript" })
          : next(address, context),
    });
    try {
      return { module: await import(`${url}${stamp}`), imports: [...imports] };
    } finally {
      hooks.deregister();
    }
  }
  const { createJiti } = await import("jiti");
  const jiti = createJiti(pathToFileURL(join(dirname(file), "_")).href, {
    alias: { [self]: index },
    moduleCache: false,
  });
  return { module: await jiti.import(file), imports: [] };
}

/** A file of the project, and none of a package that it uses. */
function isOwn(url: string): boolean {
  return url.startsWith("file:") && !url.includes("/node_modules/");
}
