import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { configTemplate } from "../init/config-template.ts";
import { documentTemplate } from "../init/document-template.ts";
import { packageTemplate } from "../init/package-template.ts";
import { configCandidates } from "../load-config.ts";
import { toKebabCase } from "../model/naming.ts";
import { exitCodes } from "./exit-codes.ts";

/**
 * `clientwright init`: a commented configuration, a first document and what npm needs to build its package. A file
 * that is already there is kept; an existing configuration means that there is nothing to begin.
 */
export function initCommand(folder: string): number {
  const root = resolve(folder);
  const name = toKebabCase(basename(root)) || "my-api";
  const files: readonly (readonly [path: string, text: string])[] = [
    ["clientwright.config.ts", configTemplate(name)],
    ["openapi.yaml", documentTemplate()],
    ["package.json", packageTemplate(name)],
    [".gitignore", "node_modules/\ndist/\n"],
  ];
  const there = configCandidates(undefined, root).find((candidate) => existsSync(candidate));
  if (there !== undefined || (existsSync(root) && !statSync(root).isDirectory())) {
    const what =
      there === undefined ? `${folder} is a file` : `${relative(process.cwd(), there)} is already there`;
    process.stderr.write(`clientwright: ${what}; nothing was written\n`);
    return exitCodes.input;
  }
  mkdirSync(root, { recursive: true });
  for (const [path, text] of files) {
    const kept = existsSync(join(root, path));
    if (!kept) writeFileSync(join(root, path), text, { flag: "wx" });
    process.stdout.write(`${kept ? "kept   " : "created"} ${join(folder, path)}\n`);
  }
  process.stdout.write(`
Next:
  1. ${folder === "." ? "" : `cd ${folder}, then `}npm install
  2. npx clientwright generate        writes packages/${name}
  3. npm install && npm run build     builds it
Then put your own document in openapi.yaml, or name it in clientwright.config.ts, and generate again.
`);
  return exitCodes.ok;
}
