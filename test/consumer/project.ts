// Fills the consumer's project: programs to compile, the generated sources, the code shown in texts, tsconfig files.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { shownCode } from "./shown-code.ts";
import type { WorkspacePackage } from "./workspace-packages.ts";

export const programsFolder: string = join(import.meta.dirname, "programs");
export const resolutions = ["nodenext", "bundler"] as const;
export type Resolution = (typeof resolutions)[number];

/**
 * What is compiled together: all that must compile, all that must not, and what each strict flag must refuse. The two
 * for older compilers have what a user has, not our sources, and no flag that came later.
 */
export const groups = {
  good: ["right", "run", "sources", "shown"],
  bad: ["wrong"],
  flags: ["flags"],
  "older-good": ["right", "run", "shown"],
  "older-bad": ["wrong"],
} as const;
export type Group = keyof typeof groups;

const strictest = {
  target: "es2022",
  lib: ["es2023", "dom", "dom.iterable"],
  types: [],
  rootDir: ".",
  noEmit: true,
  // isolatedDeclarations is checked only where declarations would be written.
  declaration: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedDeclarations: true,
  verbatimModuleSyntax: true,
  // The declarations of the packages are checked, those of the compiler itself need not be: they take most of the time.
  skipLibCheck: false,
  skipDefaultLibCheck: true,
};

const resolutionOptions: Record<Resolution, object> = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
};

/** Name of the tsconfig file of a group under a resolution. */
export function configName(group: Group, resolution: Resolution): string {
  return `tsconfig.${group}.${resolution}.json`;
}

export const emitConfig = "tsconfig.emit.json";
/** Of the program that is CommonJS. */
export const requireConfig = "tsconfig.require.json";

/** Writes all files into the project. Gives the names of the snippets that were taken from texts. */
export async function fillProject(folder: string, packages: readonly WorkspacePackage[]): Promise<string[]> {
  cpSync(programsFolder, folder, { recursive: true });
  for (const { folder: source, generated } of packages) {
    const name = source.split(/[\\/]/).at(-1) ?? "";
    if (generated) cpSync(join(source, "src"), join(folder, "sources", name), { recursive: true });
  }
  const shown = await shownCode(packages, folder);
  for (const { file, text } of shown) {
    mkdirSync(dirname(join(folder, "shown", file)), { recursive: true });
    writeFileSync(join(folder, "shown", file), text);
  }
  for (const [group, include] of Object.entries(groups)) {
    for (const resolution of resolutions) {
      const { isolatedDeclarations, ...older } = strictest;
      const options = group.startsWith("older") ? older : { ...older, isolatedDeclarations };
      const compilerOptions = { ...options, ...resolutionOptions[resolution] };
      const name = `tsconfig.${group}.${resolution}.json`;
      writeFileSync(join(folder, name), JSON.stringify({ compilerOptions, include }));
    }
  }
  const emit = {
    ...strictest,
    ...resolutionOptions.nodenext,
    noEmit: false,
    rootDir: "run",
    outDir: "built",
  };
  writeFileSync(join(folder, emitConfig), JSON.stringify({ compilerOptions: emit, include: ["run"] }));
  const { isolatedDeclarations: _, ...options } = emit;
  const required = { ...options, rootDir: "require", outDir: "built-require" };
  writeFileSync(
    join(folder, requireConfig),
    JSON.stringify({ compilerOptions: required, include: ["require"] }),
  );
  return shown.map(({ file }) => file);
}
