// A workspace of its own that a large document fills with one package a tag: GitHub's description from npm.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runOrThrow } from "../consumer/command.ts";
import { pnpm } from "../consumer/pnpm.ts";
import { workspaceFolder } from "../consumer/workspace-packages.ts";
import { tool } from "../everywhere/tools.ts";

interface Operation {
  readonly tags?: readonly string[];
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation | undefined>>>>;
}

const generator = join(workspaceFolder, "generator");
const runtime = join(workspaceFolder, "packages", "runtime");

/**
 * Makes the workspace in an empty folder, generates its packages, installs what they need and commits everything.
 *
 * @param tags - The tags to keep. Default: all.
 */
export async function makeManyPackages(folder: string, tags?: readonly string[]): Promise<void> {
  mkdirSync(join(folder, "spec"));
  mkdirSync(join(folder, "vendor"));
  const [command, ...start] = pnpm();
  // What is written here is not on the registry yet.
  for (const place of [generator, runtime])
    await runOrThrow(command, [...start, "pack", "--pack-destination", join(folder, "vendor")], {
      cwd: place,
    });
  const tarballs = readdirSync(join(folder, "vendor"));
  const vendored = ["generator", "runtime"].map((name) => {
    return `  "@clientwright/${name}": file:vendor/${tarballs.find((file) => file.includes(name)) ?? name}`;
  });
  const files = {
    "spec/openapi.json": JSON.stringify(await githubDocument(tags)),
    "clientwright.config.mjs": `export default {
  scope: "@many",
  documents: [{ document: "spec/openapi.json", split: "tag" }],
  package: { scripts: { test: "node ../../is-callable.mjs" }, testInputs: ["is-callable.mjs"] },
};
`,
    "is-callable.mjs": `// Every operation of the package in this folder is a function.
const operations = Object.entries(await import(\`\${process.cwd()}/dist/index.js\`));
if (!operations.some(([, value]) => typeof value === "function")) throw new Error("nothing to call");
`,
    "package.json": JSON.stringify({ name: "many", private: true, packageManager: "pnpm@12.21.0" }),
    "pnpm-workspace.yaml": `packages: [packages/*]
pmOnFail: ignore
overrides:
${vendored.join("\n")}
`,
    "turbo.json": JSON.stringify({
      tasks: { build: { dependsOn: ["^build"], outputs: ["dist/**"] }, test: { dependsOn: ["build"] } },
    }),
    ".gitignore": "node_modules\ndist\n.turbo\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  await generateIn(folder);
  await runOrThrow(command, [...start, "install", "--prefer-offline"], { cwd: folder });
  await commitAll(folder, "The first generation");
}

/** Regenerates the packages of a workspace. */
export async function generateIn(folder: string): Promise<void> {
  await runOrThrow(process.execPath, [join(generator, "bin", "clientwright.js"), "generate"], {
    cwd: folder,
  });
}

/** Clones a workspace, as another machine would, and installs what its packages need. */
export async function cloneOf(origin: string, folder: string): Promise<void> {
  await runOrThrow("git", ["clone", "--quiet", origin, folder], { cwd: origin });
  const [command, ...start] = pnpm();
  await runOrThrow(command, [...start, "install", "--frozen-lockfile", "--prefer-offline"], { cwd: folder });
}

/** Commits what is in a folder, which becomes a repository. */
async function commitAll(folder: string, message: string): Promise<void> {
  const git = (...input: string[]): Promise<string> => runOrThrow("git", input, { cwd: folder });
  await git("init", "--quiet");
  await git("add", "--all");
  await git(
    "-c",
    "user.name=maintainer",
    "-c",
    "user.email=maintainer@example.com",
    "commit",
    "-qm",
    message,
  );
}

/** GitHub's description with the operations of some tags; what those do not reach stays, as in any document. */
async function githubDocument(tags: readonly string[] | undefined): Promise<Document> {
  const modules = await tool("@octokit/openapi", "23.0.2");
  const file = join(modules, "@octokit", "openapi", "generated", "api.github.com.json");
  const document: Document = JSON.parse(readFileSync(file, "utf8"));
  if (!tags) return document;
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const kept = Object.entries(item).filter(([, operation]) =>
      operation?.tags?.some((tag) => tags.includes(tag)),
    );
    return [path, Object.fromEntries(kept)] as const;
  });
  return {
    ...document,
    paths: Object.fromEntries(paths.filter(([, item]) => Object.keys(item).length > 0)),
  };
}
