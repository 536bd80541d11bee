// A scenario is a page: a title, a sentence, a document, and the fragments of the output that matter.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One page, read. */
export interface Scenario {
  /** The page's file name without its ending; also the name of the package that it makes. */
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly text: string;
  /** The OpenAPI document. */
  readonly document: string;
  /** What the configuration says of the document besides where it is. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Code that uses what is generated, and compiles with it. */
  readonly use: string | undefined;
}

/** A fenced block of a page that holds output. */
export interface Fragment {
  /** File of the output, from the folder of its package; with `split`, from the folder of packages. */
  readonly file: string;
  /** The declarations shown; all of the file when there are none. */
  readonly names: readonly string[];
  readonly text: string;
}

const folder = join(import.meta.dirname, "scenarios");
/** A fence may be longer than three marks, so that what it holds can have fences too (CommonMark, Fenced code blocks). */
const block = /^(`{3,})(\w+)(?: ([^\n]*))?\n([\s\S]*?)^\1$/gm;

export function readScenarios(): readonly Scenario[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => readScenario(file.slice(0, -".md".length), readFileSync(join(folder, file), "utf8")));
}

/** @throws Error when the page has no title or no document. */
export function readScenario(name: string, text: string): Scenario {
  const blocks = [...text.matchAll(block)].map(([, , language = "", info = "", content = ""]) => ({
    language,
    info,
    content,
  }));
  const title = /^# (.+)$/m.exec(text)?.[1];
  const document = blocks.find((each) => each.language === "yaml" && each.info === "")?.content;
  if (title === undefined || document === undefined)
    throw new Error(`${name}: a scenario has a title and a document`);
  const options = blocks.find((each) => each.language === "json" && each.info === "options")?.content;
  return {
    name,
    path: join(folder, `${name}.md`),
    title,
    text,
    document,
    options: JSON.parse(options ?? "{}") as Record<string, unknown>,
    use: blocks.find((each) => each.language === "ts" && each.info === "use")?.content,
  };
}

/** The fragments that a page shows: blocks whose language is followed by a file and names of declarations. */
export function fragments(text: string): readonly Fragment[] {
  return [...text.matchAll(block)].flatMap(([, , language, info = "", content = ""]) => {
    const [file = "", ...names] = info.split(" ");
    return language === "ts" && file.includes(".") ? [{ file, names, text: content }] : [];
  });
}

/** The page with the text of each fragment replaced by what `now` gives for it. */
export function withFragments(text: string, now: (fragment: Fragment) => string): string {
  return text.replaceAll(
    block,
    (before, _marks: string, language: string, info: string | undefined, content: string) => {
      const [file = "", ...names] = (info ?? "").split(" ");
      if (language !== "ts" || !file.includes(".")) return before;
      const after = now({ file, names, text: content });
      const inside = [...after.matchAll(/`{3,}/g)].map((run) => run[0].length);
      const marks = "`".repeat(Math.max(2, ...inside) + 1);
      return `${marks}ts ${info ?? ""}\n${after}${marks}`;
    },
  );
}

/**
 * The declarations of these names, with their comments, in the order of the names.
 *
 * @throws Error when the module does not declare one of them.
 */
export function declarations(module: string, names: readonly string[]): string {
  if (names.length === 0) return module;
  // Only the first line of a declaration, or of its comment, begins at the margin after an empty line.
  const all = module.split(/\n\n(?=\S)/);
  const found = names.map((name) => {
    const start = new RegExp(
      `^(export )?(interface|type|const|function|class) ${name.replaceAll("$", "\\$")}\\b`,
      "m",
    );
    const declaration = all.find((text) => start.test(text));
    if (declaration === undefined) throw new Error(`no declaration of ${name} in:\n${module}`);
    return declaration.trimEnd();
  });
  return `${found.join("\n\n")}\n`;
}
