// Generates packages from documents and loads what they export for unions, with the real runtime behind it.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { createRequire, stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate, type Diagnostic } from "@clientwright/generator";

export interface GeneratedPackages {
  readonly folder: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Generates one package a document, `p0`, `p1`, …, in a new folder. Throws Error when one does not generate. */
export async function generatePackages(documents: readonly string[]): Promise<GeneratedPackages> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-unions-")));
  mkdirSync(join(folder, "spec"));
  documents.forEach((text, index) => writeFileSync(join(folder, "spec", `p${index}.json`), text));
  const config = {
    output: "../packages",
    documents: documents.map((_, index) => ({ document: `p${index}.json`, package: `p${index}` })),
  };
  writeFileSync(
    join(folder, "spec", "clientwright.config.mjs"),
    `export default ${JSON.stringify(config)};\n`,
  );
  const { ok, diagnostics } = await generate({ cwd: folder });
  if (!ok)
    throw new Error(diagnostics.map(({ code, file, message }) => `${code} ${file} ${message}`).join("\n"));
  return { folder, diagnostics };
}

/** The functions of a package's `unions.ts`, by name; none for a package without. */
export type UnionFunctions = Readonly<Record<string, (value: unknown, arms?: Arms) => unknown>>;
export type Arms = Readonly<Record<string, (value: unknown) => unknown>>;

const runtime = pathToFileURL(createRequire(import.meta.url).resolve("@clientwright/runtime")).href;

/** Strips the types of a package's `unions.ts` and imports it. */
export async function loadUnions({ folder }: GeneratedPackages, index: number): Promise<UnionFunctions> {
  const file = join(folder, "packages", `p${index}`, "src", "unions.ts");
  if (!existsSync(file)) return {};
  const code = stripTypeScriptTypes(readFileSync(file, "utf8"));
  const module = join(folder, `unions${index}.mjs`);
  writeFileSync(module, code.replaceAll('"@clientwright/runtime"', JSON.stringify(runtime)));
  const exported: UnionFunctions = await import(pathToFileURL(module).href);
  return exported;
}
