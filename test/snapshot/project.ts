// All scenarios generated into one project, and compiled there in one go.
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate, type GenerateReport } from "@clientwright/generator";
import { runOrThrow } from "../consumer/command.ts";
import type { Scenario } from "./scenario.ts";

const workspace = join(import.meta.dirname, "../..");

/** Where the scenarios' packages are, and what the run that made them said. */
export interface Project {
  readonly folder: string;
  readonly report: GenerateReport;
}

/** Generates every scenario, each as a document of one configuration. */
export async function makeProject(scenarios: readonly Scenario[]): Promise<Project> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-snapshot-")));
  const documents = scenarios.map(({ name, options }) => ({
    document: `${name}.yaml`,
    ...(options["split"] === undefined ? { package: name } : {}),
    ...options,
  }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("clientwright.config.mjs", `export default ${JSON.stringify({ documents })};\n`);
  for (const { name, document } of scenarios) write(`${name}.yaml`, document);
  const report = await generate({ cwd: folder });
  for (const { name, use } of scenarios) if (use !== undefined) write(`packages/${name}/src/use.ts`, use);
  return { folder, report };
}

/** What a scenario's page shows of the run: its warnings and errors, one a line. */
export function problems({ report }: Project, scenario: Scenario): readonly string[] {
  return report.diagnostics
    .filter((diagnostic) => diagnostic.file === `${scenario.name}.yaml`)
    .map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
}

/** The text of a generated file. */
export function readOutput({ folder }: Project, scenario: Scenario, file: string): string {
  const base = scenario.options["split"] === undefined ? join("packages", scenario.name) : "packages";
  return readFileSync(join(folder, base, file), "utf8");
}

/** Adds a source to the project that no scenario made. */
export function addSource({ folder }: Project, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/**
 * Compiles everything with the flags of the generated packages against the built runtime.
 *
 * @returns the errors, `file(line,column): error …`, each as one line; none when all is well
 */
export function compile(project: Project, somePackage: string): readonly string[] {
  return runCompiler(project, somePackage, { noEmit: true });
}

/**
 * Compiles everything to JavaScript.
 *
 * @returns the folder that holds `<package>/src/index.js` of each package
 * @throws Error with the compiler's errors.
 */
export function build(project: Project, somePackage: string): string {
  const errors = runCompiler(project, somePackage, { outDir: "built" });
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return join(project.folder, "built", "packages");
}

/**
 * Builds every package as its script `build` does, with the built generator, and compiles the declarations.
 *
 * @returns the compiler's errors; none when all is well
 * @throws Error with what a build said.
 */
export async function compileBuilt(project: Project, somePackage: string): Promise<readonly string[]> {
  const packages = join(project.folder, "packages");
  const folders = readdirSync(packages).filter((name) => existsSync(join(packages, name, "package.json")));
  const cli = pathToFileURL(join(workspace, "generator", "dist", "cli.js")).href;
  const program = `import { main } from ${JSON.stringify(cli)};
for (const folder of ${JSON.stringify(folders)}) process.exitCode ||= await main(["build", folder]);`;
  await runOrThrow(process.execPath, ["--input-type=module", "--eval", program], { cwd: packages });
  return runCompiler(project, somePackage, { noEmit: true }, "packages/*/dist/index.d.ts");
}

function runCompiler(
  { folder }: Project,
  somePackage: string,
  result: object,
  include = "packages/*/src",
): readonly string[] {
  const scope = join(folder, "node_modules", "@clientwright");
  mkdirSync(scope, { recursive: true });
  if (!existsSync(join(scope, "runtime")))
    symlinkSync(join(workspace, "packages", "runtime"), join(scope, "runtime"), "dir");
  const generated = JSON.parse(
    readFileSync(join(folder, "packages", somePackage, "tsconfig.json"), "utf8"),
  ) as {
    compilerOptions: Record<string, unknown>;
  };
  const compilerOptions = { ...generated.compilerOptions, rootDir: ".", ...result };
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: [include] }));
  const compiler = join(workspace, "test", "node_modules", "typescript", "bin", "tsc");
  try {
    execFileSync(process.execPath, [compiler, "-p", folder, "--pretty", "false"], {
      cwd: folder,
      encoding: "utf8",
    });
    return [];
  } catch (error) {
    const output = error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
    return output.split("\n").filter((line) => / error TS\d+: /.test(line) || line.startsWith("error "));
  }
}
