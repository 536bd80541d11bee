// The code that texts show: `ts` blocks of the README files and the examples of the generated documentation comments.
import { existsSync, globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { workspaceFolder, type WorkspacePackage } from "./workspace-packages.ts";

export interface ShownCode {
  /** A file name that says where the code is shown. */
  readonly file: string;
  /** A module. */
  readonly text: string;
}

/**
 * All shown code as modules. A block of a README is whole; an example of a comment gets the package's exports, and a
 * `client` if it makes none.
 *
 * @param project - Where the packages are installed.
 */
export async function shownCode(
  packages: readonly WorkspacePackage[],
  project: string,
): Promise<ShownCode[]> {
  const generated = packages.filter((one) => one.generated);
  const examples = await Promise.all(generated.map((one) => examplesOf(one, project)));
  const readmes = [workspaceFolder, ...generated.map(({ folder }) => folder)].map((folder) =>
    join(folder, "README.md"),
  );
  return [...readmes.filter((file) => existsSync(file)).flatMap(blocksOf), ...examples.flat()];
}

function blocksOf(file: string): ShownCode[] {
  const owner = file === join(workspaceFolder, "README.md") ? "workspace" : basename(join(file, ".."));
  return fenced(readFileSync(file, "utf8")).map((code, index) => ({
    file: `${owner}/README.${index + 1}.ts`,
    text: `${code}\nexport {};\n`,
  }));
}

async function examplesOf({ name, folder }: WorkspacePackage, project: string): Promise<ShownCode[]> {
  const entry = createRequire(join(project, "package.json")).resolve(name);
  const exported: object = await import(pathToFileURL(entry).href);
  const preamble = `import { ${Object.keys(exported).join(", ")} } from "${name}";\n`;
  return globSync("src/**/*.ts", { cwd: folder })
    .sort()
    .flatMap((file) =>
      exampleTexts(readFileSync(join(folder, file), "utf8")).map((code, index) => ({
        file: `${basename(folder)}/${basename(file, ".ts")}.${index + 1}.ts`,
        text: `${preamble}${/\bclient =/.test(code) ? "" : "const client = createClient();\n"}${code}\nexport {};\n`,
      })),
    );
}

/** The fenced examples in the documentation comments of a source text. */
export function exampleTexts(source: string): string[] {
  return [...source.matchAll(/\/\*\*.*?\*\//gs)]
    .map(([comment]) => comment.replaceAll(/^\s*\* ?/gm, ""))
    .flatMap((comment) => comment.split(/^@/m))
    .filter((part) => part.startsWith("example"))
    .flatMap(fenced);
}

/** The texts between fences that are marked as TypeScript. */
export function fenced(text: string): string[] {
  return [...text.matchAll(/^```(?:ts|typescript)\n(.*?)^```$/gms)].map(([, code = ""]) => code);
}
