// What packages export, as texts that a person reviews: committed, and compared with what is about to be published.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import type { Manifest } from "./tarball.ts";

/** The exported API of one entry point. */
export interface ExportedApi {
  /** The package's name. */
  readonly name: string;
  /** `runtime.api.md`, or `runtime.opentelemetry.api.md` for an entry point beside the main one. */
  readonly file: string;
  readonly text: string;
}

interface EntryPoint {
  readonly name: string;
  readonly folder: string;
  readonly declarations: string;
  readonly file: string;
}

/**
 * Reads the declarations of every entry point of installed packages.
 *
 * @param project - A folder whose `node_modules` has the packages and what they depend on.
 * @throws Error when the declarations do not compile.
 */
export function exportedApis(manifests: readonly Manifest[], project: string): ExportedApi[] {
  const entries = manifests.flatMap((manifest) => entryPoints(manifest, project));
  const reports = mkdtempSync(join(tmpdir(), "clientwright-api-"));
  try {
    mkdirSync(join(reports, "before"));
    mkdirSync(join(reports, "now"));
    const configs = entries.map((entry) => prepare(entry, entries, reports));
    const [first] = configs;
    if (first === undefined) return [];
    // One program for all of them: most of the time goes into reading the libraries.
    const compilerState = CompilerState.create(first);
    return entries.map(({ name, file, declarations }, index) => {
      const errors: string[] = [];
      Extractor.invoke(configs[index] ?? first, {
        compilerState,
        localBuild: true,
        messageCallback: (message) => {
          message.handled = true;
          if (message.logLevel === ExtractorLogLevel.Error) errors.push(message.text);
        },
      });
      if (errors.length > 0) throw new Error(`${declarations} does not compile:\n${errors.join("\n")}`);
      return { name, file, text: readFileSync(join(reports, "now", file), "utf8") };
    });
  } finally {
    rmSync(reports, { recursive: true });
  }
}

/** The entry points that have declarations. */
function entryPoints({ name, exports }: Manifest, project: string): EntryPoint[] {
  const folder = join(project, "node_modules", name);
  const short = name.slice(name.indexOf("/") + 1);
  return Object.entries(exports ?? {}).flatMap(
    ([entry, target]: [string, { readonly types?: string } | string]) => {
      if (typeof target === "string" || target.types === undefined) return [];
      const file = `${[short, ...entry.split("/").slice(1)].join(".")}.api.md`;
      return [{ name, folder, file, declarations: join(folder, target.types) }];
    },
  );
}

/** Settings of an application in a browser: of the packages' declarations alone, none of Node's. */
const compilerOptions = {
  target: "es2022",
  lib: ["es2023", "dom", "dom.iterable"],
  module: "nodenext",
  moduleResolution: "nodenext",
  types: [],
  strict: true,
  // The compiler's own declarations take most of the time, and are not ours to check.
  skipDefaultLibCheck: true,
};

function prepare(
  { folder, file, declarations }: EntryPoint,
  all: readonly EntryPoint[],
  reports: string,
): ExtractorConfig {
  const unsaid = { default: { logLevel: ExtractorLogLevel.None } };
  const files = all.map((each) => each.declarations);
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, "package.json"),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: declarations,
      compiler: { overrideTsconfig: { compilerOptions, files } },
      apiReport: {
        enabled: true,
        reportFolder: join(reports, "before"),
        reportTempFolder: join(reports, "now"),
        reportFileName: file,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: "lf",
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: unsaid,
        tsdocMessageReporting: unsaid,
      },
    },
  });
}
