// The rules of the sources, as data and as a program over them.
import { posix } from "node:path";
import { readModule } from "./imports.ts";

/** A source file: its path from the root of the workspace, with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The way of the work: each stage of the generator may import what stands beside it, and itself. */
const stages: Readonly<Record<string, readonly string[]>> = {
  load: ["diagnostics.ts", "hash.ts"],
  model: ["load/", "config.ts", "diagnostics.ts"],
  emit: ["model/", "config.ts", "diagnostics.ts", "version.ts"],
  write: ["emit/package.ts", "emit/header.ts", "diagnostics.ts"],
  diff: ["model/", "diagnostics.ts"],
  build: ["emit/imports.ts"],
};

/** Libraries that one place alone may know, so that replacing one is a change of that place. */
const libraries: readonly { readonly name: string; readonly only: RegExp }[] = [
  { name: "ts-morph", only: /^generator\/src\/emit\/print\.ts$/ },
  { name: "openapi-typescript", only: /^generator\/src\/emit\/schema\/openapi-typescript[^/]*\.ts$/ },
  {
    name: "typescript",
    only: /^generator\/src\/(emit\/schema\/openapi-typescript[^/]*|diff\/api-text)\.ts$/,
  },
  { name: "rolldown", only: /^generator\/src\/build\// },
  { name: "oxfmt", only: /^generator\/src\/write\/format\.ts$/ },
  { name: "yaml", only: /^generator\/src\/load\/yaml\.ts$/ },
  { name: "jsonc-parser", only: /^generator\/src\/load\/json\.ts$/ },
  { name: "openapi-fetch", only: /^packages\/runtime\/src\/transport[^/]*\.ts$/ },
];

/** Of a file that a person wrote. Tests are longer by their tables of cases. */
const maxLines = 300;
const maxTestLines = 400;
const generated = /^\/\/ Generated from /;
const emptyNames = /^(utils?|helpers?|commons?|misc|shared)\b/;

/** Everything that is wrong with a set of sources, one sentence each. */
export function violations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => [...fileRules(file), ...importRules(file)]);
}

/** Tests and what only they use may look at every stage. */
function isTest(path: string): boolean {
  return /\.test\.ts$|\/testing\//.test(path) || path.startsWith("test/");
}

function fileRules({ path, text }: SourceFile): readonly string[] {
  const { exportsAll, exportsDefault } = readModule(text);
  const lines = text.trimEnd().split("\n").length;
  // Programs that a test compiles are data: as long as what they have to show.
  const limit = /\/programs\//.test(path) ? Infinity : isTest(path) ? maxTestLines : maxLines;
  const parts = path.split("/");
  const empty = parts.find((part) => emptyNames.test(part));
  // A configuration of a tool is a default export because the tool asks for one; an ambient one describes a library's.
  const mayExportDefault = /\.config\.ts$|vitest\.unit\.ts$|\.d\.ts$/.test(path);
  return [
    ...(lines > limit && !generated.test(text) ? [`${path} has ${lines} lines, more than ${limit}`] : []),
    ...(empty === undefined ? [] : [`${path}: ${empty} says nothing of what is in it`]),
    ...(exportsAll ? [`${path} exports *, so that nobody sees what is public`] : []),
    ...(exportsDefault && !mayExportDefault ? [`${path} has a default export`] : []),
  ];
}

function importRules({ path, text }: SourceFile): readonly string[] {
  if (isTest(path)) return [];
  return readModule(text).imports.flatMap(({ from }) => [
    ...libraryRule(path, from),
    ...(path.startsWith("generator/src/") && from.startsWith(".") ? stageRule(path, from) : []),
    ...(path.startsWith("packages/") && from.startsWith(".") ? packageRule(path, from) : []),
  ]);
}

function libraryRule(path: string, from: string): readonly string[] {
  const library = libraries.find(({ name }) => from === name || from.startsWith(`${name}/`));
  return library === undefined || library.only.test(path) ? [] : [`${path} imports ${from}`];
}

function stageRule(path: string, from: string): readonly string[] {
  const inside = path.slice("generator/src/".length);
  const target = posix.join(posix.dirname(inside), from);
  const stage = inside.split("/")[0] ?? "";
  const allowed = stages[stage];
  if (target.startsWith("../")) return [`${path} imports ${from}, which is outside of the generator`];
  if (/(^|\/)testing\/|\.test\.ts$/.test(target)) return [`${path} imports ${from}, which is for tests`];
  if (allowed === undefined || target.startsWith(`${stage}/`)) return [];
  return allowed.some((each) => (each.endsWith("/") ? target.startsWith(each) : target === each))
    ? []
    : [`${path} imports ${from}: ${stage} may import ${[`${stage}/`, ...allowed].join(", ")} alone`];
}

/** A package reaches another by its name, never by the way there. */
function packageRule(path: string, from: string): readonly string[] {
  const [, name = ""] = path.split("/");
  const target = posix.join(posix.dirname(path), from);
  return target.startsWith(`packages/${name}/`)
    ? []
    : [`${path} imports ${from}, which is in another package`];
}
