// What a package exports, as a text that a person reviews: committed, and compared with what is about to be published.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import type { Manifest } from "./tarball.ts";

/** The exported API of one entry point. */
export interface ExportedApi {
  /** `runtime.api.md`, or `runtime.opentelemetry.api.md` for an entry point beside the main one. */
  readonly file: string;
  readonly text: string;
}

/**
 * Reads the declarations of every entry point of an installed package.
 *
 * @param project - A folder whose `node_modules` has the package and what it depends on.
 * @throws Error when the declarations do not compile.
 */
export function exportedApis({ name, exports }: Manifest, project: string): ExportedApi[] {
  const folder = join(project, "node_modules", name);
  const short = name.slice(name.indexOf("/") + 1);
  return Object.entries(exports ?? {}).flatMap(
    ([entry, target]: [string, { readonly types?: string } | string]) => {
      if (typeof target === "string" || target.types === undefined) return [];
      const file = `${[short, ...entry.split("/").slice(1)].join(".")}.api.md`;
      return [{ file, text: describe(folder, join(folder, target.types), file) }];
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
};

function describe(folder: string, declarations: string, file: string): string {
  const reports = mkdtempSync(join(tmpdir(), "clientwright-api-"));
  try {
    const nothing = { default: { logLevel: ExtractorLogLevel.None } };
    const config = ExtractorConfig.prepare({
      configObjectFullPath: undefined,
      packageJsonFullPath: join(folder, "package.json"),
      configObject: {
        projectFolder: folder,
        mainEntryPointFilePath: declarations,
        compiler: { overrideTsconfig: { compilerOptions, files: [declarations] } },
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
          extractorMessageReporting: nothing,
          tsdocMessageReporting: nothing,
        },
      },
    });
    mkdirSync(config.reportFolder, { recursive: true });
    mkdirSync(config.reportTempFolder, { recursive: true });
    const errors: string[] = [];
    Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        message.handled = true;
        if (message.logLevel === ExtractorLogLevel.Error) errors.push(message.text);
      },
    });
    if (errors.length > 0) throw new Error(`${declarations} does not compile:\n${errors.join("\n")}`);
    return readFileSync(join(config.reportTempFolder, file), "utf8");
  } finally {
    rmSync(reports, { recursive: true });
  }
}
