import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { configTemplate } from "../init/config-template.ts";
import { documentTemplate } from "../init/document-template.ts";
import { changesetsTemplate, missingFrom, packageTemplate } from "../init/package-template.ts";
import { configCandidates } from "../load-config.ts";
import { toKebabCase } from "../model/naming.ts";
import { changesetFolder } from "../release/changeset-files.ts";
import { exitCodes } from "./exit-codes.ts";

/**
 * `clientwright init`: a commented configuration, a first document and what npm and changesets need to build and release
 * its package. A file that is already there is kept; an existing configuration means that there is nothing to begin.
 */
export function initCommand(folder: string): number {
  const root = resolve(folder);
  const name = toKebabCase(basename(root)) || "my-api";
  const files: readonly (readonly [path: string, text: string])[] = [
    ["clientwright.config.ts", configTemplate(name)],
    ["openapi.yaml", documentTemplate()],
    ["package.json", packageTemplate(name)],
    [".gitignore", "node_modules/\ndist/\n"],
    // A repository that releases other things too has one already, further up.
    ...(changesetFolder(root) === undefined
      ? [[".changeset/config.json", changesetsTemplate()] as const]
      : []),
  ];
  const there = configCandidates(undefined, root).find((candidate) => existsSync(candidate));
  if (there !== undefined || (existsSync(root) && !statSync(root).isDirectory())) {
    const what =
      there === undefined ? `${folder} is a file` : `${relative(process.cwd(), there)} is already there`;
    process.stderr.write(`clientwright: ${what}; nothing was written\n`);
    return exitCodes.input;
  }
  const manifest = join(root, "package.json");
  const lacking = existsSync(manifest) ? missingFrom(readFileSync(manifest, "utf8")) : [];
  for (const [path, text] of files) {
    const kept = existsSync(join(root, path));
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (!kept) writeFileSync(join(root, path), text, { flag: "wx" });
    process.stdout.write(`${kept ? "kept   " : "created"} ${join(folder, path)}\n`);
  }
  process.stdout.write(nextSteps(folder, name, lacking));
  return exitCodes.ok;
}

function nextSteps(folder: string, name: string, lacking: readonly string[]): string {
  const begin = [
    ...(folder === "." ? [] : [`cd ${/\s/.test(folder) ? `"${folder}"` : folder}`]),
    ...lacking,
    ...(lacking.some((command) => command.startsWith("npm install")) ? [] : ["npm install"]),
  ];
  return `
Next${lacking.length === 0 ? "" : ": package.json was kept, and lacks what the first of these commands give it"}:
${begin.map((command) => `  ${command}\n`).join("")}\
  npx clientwright generate           writes packages/${name}
  npm install                         links it
  npm run build --workspaces          builds it
Then put your own document in openapi.yaml, or name it in clientwright.config.ts, and generate again.

In CI, npm run check fails when packages/ is not what generate writes, or when a change has no changeset.
Later, to release what a document changed:
  npx clientwright changeset          writes down what users will see of it, and the level
  npm run release:version             makes versions and changelogs of that; commit them
  npm run release                     publishes every version that the registry does not have
`;
}
