import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { configTemplate } from "../init/config-template.ts";
import { documentTemplate } from "../init/document-template.ts";
import { missingIn } from "../init/missing.ts";
import { nextSteps } from "../init/next-steps.ts";
import { packageManagerOf } from "../init/package-manager.ts";
import { changesetsTemplate, ignored, packageTemplate, pnpmTemplate } from "../init/package-template.ts";
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
  const manager = packageManagerOf(root);
  const files: readonly (readonly [path: string, text: string])[] = [
    ["clientwright.config.ts", configTemplate(name)],
    ["openapi.yaml", documentTemplate()],
    ["package.json", packageTemplate(name, manager)],
    ...(manager.name === "pnpm" ? [["pnpm-workspace.yaml", pnpmTemplate] as const] : []),
    [".gitignore", ignored.map((line) => `${line}\n`).join("")],
    // A repository that releases other things too has one already, further up.
    ...(changesetFolder(root) === undefined
      ? [[".changeset/config.json", changesetsTemplate()] as const]
      : []),
  ];
  const there = configCandidates(undefined, root).find((candidate) => existsSync(candidate));
  const refuse = (what: string): number => {
    process.stderr.write(`clientwright: ${what}; nothing was written\n`);
    return exitCodes.input;
  };
  if (existsSync(root) && !statSync(root).isDirectory())
    return refuse(
      `${folder} is a file, and init takes a folder. To begin with a document of yours, run clientwright init in its folder and name the document in clientwright.config.ts: document: "${basename(root)}"`,
    );
  if (there !== undefined) return refuse(`${relative(process.cwd(), there)} is already there`);
  const missing = missingIn(root, manager);
  for (const [path, text] of files) {
    const kept = existsSync(join(root, path));
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (!kept) writeFileSync(join(root, path), text, { flag: "wx" });
    process.stdout.write(`${kept ? "kept   " : "created"} ${join(folder, path)}\n`);
  }
  process.stdout.write(nextSteps(folder, name, missing, manager));
  return exitCodes.ok;
}
