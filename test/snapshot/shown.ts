// The code that READMEs and documentation comments of the scenarios show, as modules of the project.
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { exampleTexts, fenced } from "../consumer/shown-code.ts";
import { addSource, type Project } from "./project.ts";

/** Where they are put: beside the packages, so that no package is built with them. */
const shownFolder = "packages/shown/src/";

/** @returns how many there are */
export function addShownCode(project: Project): number {
  const packages = join(project.folder, "packages");
  const shown = globSync("*/README.md", { cwd: packages }).flatMap((readme) => {
    const name = readme.slice(0, -"/README.md".length).replaceAll("\\", "/");
    const folder = join(packages, name);
    const index = `../../../${name}/src/index.js`;
    return [
      ...fenced(readFileSync(join(packages, readme), "utf8")).map((code, at) => ({
        file: `${name}/README-${at}.ts`,
        text: code.replaceAll(`from ${JSON.stringify(name)}`, `from "${index}"`),
      })),
      ...globSync("src/operations/*.ts", { cwd: folder }).flatMap((path) => {
        const text = readFileSync(join(folder, path), "utf8");
        const names = [...text.matchAll(/^export function (\w+)/gm)].map(([, exported]) => exported);
        const preamble = `import { createClient, ${names.join(", ")} } from "${index}";\nconst client = createClient();\n`;
        return exampleTexts(text).map((code, at) => ({
          file: `${name}/${basename(path, ".ts")}-${at}.ts`,
          text: preamble + code,
        }));
      }),
    ];
  });
  for (const { file, text } of shown) addSource(project, shownFolder + file, `${text}\nexport {};\n`);
  return shown.length;
}

/** Whether an error is only that an example does nothing with what it gets. */
export function isUnused(error: string): boolean {
  return error.startsWith(shownFolder) && / error TS(6133|6192|6198): /.test(error);
}
