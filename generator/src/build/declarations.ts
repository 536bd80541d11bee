import { posix } from "node:path";
import { isolatedDeclarationSync } from "rolldown/experimental";
import { parseSync } from "rolldown/utils";
import { BuildError, type BuildProblem } from "./problem.ts";
import { escapeHidden } from "./hidden.ts";

type Statement = ReturnType<typeof parseSync>["program"]["body"][number];

/** What `index.ts` says: the public names of each module of the package, and what it passes on from others. */
interface Index {
  readonly modules: ReadonlyMap<string, ReadonlySet<string>>;
  readonly passedOn: readonly string[];
}

/**
 * One declaration file of a generated package. Every public name of a package means one thing in all its modules, and each
 * is exported by `index.ts`: so nothing has to be renamed, and what is not exported is needed by nobody. A compiler reads
 * one such file in half the time of one for each operation.
 *
 * @param read - Gives the text of a file of the package; undefined where there is none.
 * @throws BuildError with all that stops it.
 */
export function joinDeclarations(read: (file: string) => string | undefined): string {
  const problems: BuildProblem[] = [];
  const { modules, passedOn } = readIndex(read, problems);
  const names = new Set([...modules.values()].flatMap((own) => [...own]));
  const imports = new Imports(names);
  const declarations: string[] = [];
  for (const [file, own] of modules) {
    const text = read(file);
    if (text === undefined) problems.push({ file, message: `is not there, and ${index} names it` });
    else declarations.push(...declarationsOf({ file, text, own, names }, imports, problems));
  }
  if (problems.length > 0) throw new BuildError(problems);
  return escapeHidden(`${[...imports.statements, ...passedOn, ...declarations].join("\n")}\n`);
}

const index = "src/index.ts";

function readIndex(read: (file: string) => string | undefined, problems: BuildProblem[]): Index {
  const text = read(index);
  if (text === undefined) {
    throw new BuildError([
      { file: index, message: "is not there: build runs in the folder of a package that generate wrote" },
    ]);
  }
  const { program, errors } = parseSync(index, text);
  problems.push(...told(index, errors));
  const modules = new Map<string, Set<string>>();
  const passedOn: string[] = [];
  for (const statement of program.body) {
    if (statement.type !== "ExportNamedDeclaration" || statement.source === null) {
      const message = `re-exports by name, and does nothing else; this does not: ${text.slice(statement.start, statement.end)}`;
      problems.push({ file: index, message });
    } else if (statement.source.value.startsWith(".")) {
      const file = posix.join("src", statement.source.value.replace(/\.js$/, ".ts"));
      const own = modules.get(file) ?? new Set();
      modules.set(file, own);
      for (const { start, end } of statement.specifiers) own.add(text.slice(start, end));
    } else passedOn.push(text.slice(statement.start, statement.end));
  }
  return { modules, passedOn };
}

interface Module {
  readonly file: string;
  readonly text: string;
  /** Its public names. */
  readonly own: ReadonlySet<string>;
  /** Those of the whole package. */
  readonly names: ReadonlySet<string>;
}

/** The public declarations of one module, made from it alone, with their comments. */
function declarationsOf(
  { file, text, own, names }: Module,
  imports: Imports,
  problems: BuildProblem[],
): readonly string[] {
  const { code, errors } = isolatedDeclarationSync(file, text);
  if (errors.length > 0) {
    problems.push(...told(file, errors));
    return [];
  }
  const found = new Set<string>();
  const kept: string[] = [];
  let end = 0;
  for (const statement of parseSync(file.replace(/\.ts$/, ".d.ts"), code).program.body) {
    const declaration = withComment(code.slice(end, statement.end));
    end = statement.end;
    if (statement.type === "ImportDeclaration") {
      const from = statement.source.value;
      for (const specifier of statement.specifiers) {
        const local = specifier.local.name;
        const said = code.slice(specifier.start, specifier.end).replace(/^type /, "");
        if (!from.startsWith(".")) problems.push(...imports.add(file, from, said, local));
        else if (said !== local || !names.has(local))
          problems.push({ file, message: `needs ${said} of ${from}, which ${index} does not export` });
      }
    } else {
      const declared = declaredBy(statement);
      for (const name of declared) found.add(name);
      if (declared.some((name) => own.has(name))) kept.push(declaration);
    }
  }
  for (const name of own)
    if (!found.has(name)) problems.push({ file, message: `does not export ${name}, which ${index} names` });
  return kept;
}

/** The names that a statement declares and exports. */
function declaredBy(statement: Statement): readonly string[] {
  if (statement.type !== "ExportNamedDeclaration" || statement.declaration === null) return [];
  const { declaration } = statement;
  if (declaration.type === "VariableDeclaration")
    return declaration.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
  return "id" in declaration && declaration.id?.type === "Identifier" ? [declaration.id.name] : [];
}

/** A declaration as the sources are laid out: two spaces a level, and the asterisks of a comment below each other. */
function withComment(text: string): string {
  return text
    .trim()
    .replaceAll(/^(\t*)(\*(?=[\s/]))?/gm, (_line, tabs: string, asterisk: string | undefined) => {
      return `${"  ".repeat(tabs.length)}${asterisk === undefined ? "" : " *"}`;
    });
}

/** What the declarations need of other packages. */
class Imports {
  readonly #names: ReadonlySet<string>;
  readonly #all = new Map<string, { readonly from: string; readonly said: string }>();

  /** @param names - What the package itself declares. */
  constructor(names: ReadonlySet<string>) {
    this.#names = names;
  }

  /** @param said - `Client`, or `Client as RuntimeClient` */
  add(file: string, from: string, said: string, local: string): readonly BuildProblem[] {
    const before = this.#all.get(local);
    if (this.#names.has(local) || (before !== undefined && (before.from !== from || before.said !== said)))
      return [
        { file, message: `takes ${said} from ${from}, and another module means something else by ${local}` },
      ];
    this.#all.set(local, { from, said });
    return [];
  }

  get statements(): readonly string[] {
    const packages = new Map<string, string[]>();
    for (const { from, said } of this.#all.values())
      packages.set(from, [...(packages.get(from) ?? []), said]);
    return [...packages]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([from, all]) => `import type { ${all.toSorted().join(", ")} } from ${JSON.stringify(from)};`);
  }
}

interface Told {
  readonly message: string;
  readonly codeframe: string | null;
}

function told(file: string, errors: readonly Told[]): readonly BuildProblem[] {
  return errors.map(({ message, codeframe }) => ({
    file,
    message: codeframe === null ? message : `${message}\n${codeframe}`,
  }));
}
