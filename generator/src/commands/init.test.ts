import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { missingFrom } from "../init/missing.ts";
import { packageManagerOf } from "../init/package-manager.ts";
import { packageTemplate } from "../init/package-template.ts";
import { run } from "../testing/cli.ts";
import { readTree, temporaryFolder, type Tree } from "../testing/folder.ts";

/** Does what `init` printed to do to a package.json, and reads it. */
function setAsPrinted(folder: string, printed: string): unknown {
  for (const [, setting = ""] of printed.matchAll(/^ {2}npm pkg set "(.*)"$/gm))
    execFileSync("npm", ["pkg", "set", setting], { cwd: folder });
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

const root = join(import.meta.dirname, "..", "..", "..");

describe("clientwright init", () => {
  it("writes a project whose package is generated and compiles", async () => {
    const folder = temporaryFolder({});
    const init = await run(folder, ["init", "my-clients"]);
    expect(init).toMatchObject({ code: 0, stderr: "" });
    const project = join(folder, "my-clients");
    expect(Object.keys(readTree(project)).toSorted()).toEqual([
      ".changeset/config.json",
      ".gitignore",
      "clientwright.config.ts",
      "openapi.yaml",
      "package.json",
    ]);

    const generate = await run(project, ["generate"]);
    expect(generate).toMatchObject({ code: 0, stderr: "" });
    const output = join(project, "packages", "my-clients");
    expect(readFileSync(join(output, "README.md"), "utf8")).toContain("# my-clients");

    // As an install would: the package finds the runtime, and the compiler is this workspace's.
    mkdirSync(join(project, "node_modules", "@clientwright"), { recursive: true });
    symlinkSync(join(root, "packages", "runtime"), join(project, "node_modules", "@clientwright", "runtime"));
    execFileSync(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", output]);
    expect(existsSync(join(output, "dist", "index.js"))).toBe(true);

    expect(await run(project, ["generate", "--check"])).toMatchObject({ code: 0 });
  });

  it("keeps what is there", async () => {
    const files = { "package.json": '{ "name": "mine" }\n', "openapi.yaml": "# mine\n" };
    const folder = temporaryFolder(files);
    const { code, stdout } = await run(folder, ["init"]);
    expect(code).toBe(0);
    expect(stdout).toContain("kept    package.json");
    expect(readTree(folder)).toMatchObject(files);
  });

  it("names the commands that give a package.json which was there what it lacks, and they do", async () => {
    const scripts = { test: "mine", build: "mine too" };
    const npm = packageManagerOf(temporaryFolder());
    const folder = temporaryFolder({ "package.json": JSON.stringify({ name: "mine", scripts }) });
    const { stdout } = await run(folder, ["init"]);
    expect(stdout).toContain("package.json was kept, and lacks");
    expect(stdout).toContain("npm install --save-dev @clientwright/generator @changesets/cli\n");
    const manifest = setAsPrinted(folder, stdout);
    expect(manifest).toMatchObject({
      workspaces: ["packages/*"],
      scripts: { ...scripts, check: "clientwright generate --check && clientwright changeset --check" },
    });
    expect(missingFrom(JSON.stringify(manifest), npm).commands).toEqual([
      "npm install --save-dev @clientwright/generator @changesets/cli",
    ]);
    expect(missingFrom(packageTemplate("mine", npm), npm)).toEqual({ commands: [], notes: [] });
    const untested = { scripts: { test: 'echo "Error: no test specified" && exit 1' } };
    expect(missingFrom(JSON.stringify(untested), npm).commands.join("\n")).toContain("scripts.test=");
  });

  it.each<[workspaces: unknown, after: unknown]>([
    [["apps/*"], ["apps/*", "packages/*"]],
    [["./packages/*/"], ["./packages/*/"]],
    [["**"], ["**"]],
  ])("adds the new packages to the workspaces %j where they are not in them", async (workspaces, after) => {
    const folder = temporaryFolder({ "package.json": JSON.stringify({ name: "mine", workspaces }) });
    const { stdout } = await run(folder, ["init"]);
    expect(setAsPrinted(folder, stdout)).toMatchObject({ workspaces: after });
  });

  it("tells of workspaces that npm does not take", async () => {
    const workspaces = { packages: ["apps/*"], nohoist: [] };
    const folder = temporaryFolder({ "package.json": JSON.stringify({ name: "mine", workspaces }) });
    expect((await run(folder, ["init"])).stdout).toContain('write "workspaces": ["apps/*","packages/*"]\n');
  });

  it("tells what else the files that it keeps lack", async () => {
    const scripts = { build: "tsc", typecheck: "turbo run typecheck", release: "mine" };
    const folder = temporaryFolder({
      "package.json": JSON.stringify({ name: "mine", scripts }),
      ".gitignore": "/node_modules\ncoverage/\n**/dist\n",
    });
    const { stdout } = await run(folder, ["init"]);
    const [, told = ""] = /First, in what was kept:\n((?: {2}- .*\n)*)/.exec(stdout) ?? [];
    expect(told.split("\n").filter((line) => line !== "")).toEqual([
      "  - the script build of package.json is kept, and what follows needs it to do this too: npm run build --workspaces --if-present",
      "  - the script release of package.json is kept, and what follows needs it to do this too: npm run build && npm run typecheck && changeset publish",
      "  - .gitignore was kept: add node_modules/ to it",
    ]);
    expect(
      (await run(temporaryFolder({ ".gitignore": "node_modules\ndist\n" }), ["init"])).stdout,
    ).not.toContain("First");
  });

  it.each<[what: string, files: Tree, said: readonly string[], unsaid: RegExp]>([
    [
      "pnpm",
      { "pnpm-workspace.yaml": "packages:\n  - apps/*\n", "package.json": '{ "name": "mine" }' },
      [
        'pnpm-workspace.yaml does not name the new packages: add "packages/*" to its list packages',
        'npm pkg set "scripts.build=pnpm --recursive --if-present run build"',
        "pnpm add --save-dev --workspace-root @clientwright/generator @changesets/cli\n",
        "pnpm exec clientwright generate ",
        "pnpm install ",
        "pnpm run release:version ",
      ],
      /npx|npm install|npm run|workspaces\[\]/,
    ],
    [
      "yarn",
      { "yarn.lock": "__metadata:\n  version: 8\n" },
      ["yarn clientwright generate ", "yarn workspaces foreach --all run build ", "yarn run release "],
      /npx|npm (?!pkg)/,
    ],
    [
      "yarn 1",
      { "yarn.lock": "# yarn lockfile v1\n", "package.json": '{ "name": "mine" }' },
      ["yarn add --dev --ignore-workspace-root-check ", "yarn install "],
      /npx|npm install/,
    ],
    [
      "npm, where package.json says so",
      { "yarn.lock": "", "package.json": '{ "packageManager": "npm@11.0.0" }' },
      ["npx clientwright generate ", "npm install "],
      /yarn (?!v)/,
    ],
  ])("speaks as %s does, where that is what there is", async (_what, files, said, unsaid) => {
    const { code, stdout } = await run(temporaryFolder(files), ["init"]);
    expect(code).toBe(0);
    for (const each of said) expect(stdout).toContain(each);
    // One name ends with another.
    expect(stdout.replaceAll("pnpm", "PNPM")).not.toMatch(unsaid);
  });

  it("writes the workspace of pnpm where pnpm is and it has none", async () => {
    const folder = temporaryFolder({ "pnpm-lock.yaml": "lockfileVersion: '9.0'\n" });
    expect((await run(folder, ["init"])).stdout).toContain("created pnpm-workspace.yaml");
    const tree = readTree(folder);
    expect(tree["pnpm-workspace.yaml"]).toBe("packages:\n  - packages/*\n");
    expect(tree["package.json"]).not.toContain("workspaces");
    expect(tree["package.json"]).toContain("pnpm install --lockfile-only");
  });

  it("writes a project whose changes become changesets", async () => {
    const folder = temporaryFolder({});
    await run(folder, ["init"]);
    expect(await run(folder, ["changeset", "--check"])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("This is no git repository"),
    });
    await run(folder, ["generate"]);
    for (const args of [
      ["init", "-q"],
      ["add", "-A"],
      ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one"],
    ])
      execFileSync("git", args, { cwd: folder });
    const document = readFileSync(join(folder, "openapi.yaml"), "utf8");
    writeFileSync(
      join(folder, "openapi.yaml"),
      document.replace("operationId: getParcel", "operationId: parcel"),
    );
    expect(await run(folder, ["changeset"])).toMatchObject({ code: 0, stderr: "" });
    expect(Object.keys(readTree(folder)).filter((path) => path.startsWith(".changeset/api-"))).toHaveLength(
      2,
    );
  });

  it("leaves changesets to the one that is there, further up", async () => {
    const folder = temporaryFolder({ ".changeset/config.json": "{}" });
    expect((await run(folder, ["init", "clients"])).code).toBe(0);
    expect(Object.keys(readTree(join(folder, "clients")))).not.toContain(".changeset/config.json");
  });

  it.each(["clientwright.config.ts", "clientwright.config.mjs", "spec/clientwright.config.js"])(
    "does nothing where %s is",
    async (name) => {
      const files = { [name]: "export default {};\n" };
      const folder = temporaryFolder(files);
      const { code, stderr } = await run(folder, ["init"]);
      expect(code).toBe(1);
      expect(stderr).toContain(`${name} is already there`);
      expect(readTree(folder)).toEqual(files);
    },
  );

  it("does nothing to a file of that name", async () => {
    const folder = temporaryFolder({ taken: "mine\n" });
    const { code, stderr } = await run(folder, ["init", "taken"]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      "taken is a file, and init takes a folder. To begin with a document of yours, run",
    );
    expect(stderr).toContain('document: "taken"; nothing was written');
    expect(readTree(folder)).toEqual({ taken: "mine\n" });
  });
});
