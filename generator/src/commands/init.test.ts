import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { missingFrom, packageTemplate } from "../init/package-template.ts";
import { run } from "../testing/cli.ts";
import { readTree, temporaryFolder } from "../testing/folder.ts";

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
    const folder = temporaryFolder({ "package.json": JSON.stringify({ name: "mine", scripts }) });
    const { stdout } = await run(folder, ["init"]);
    expect(stdout).toContain("package.json was kept, and lacks");
    expect(stdout).toContain("npm install --save-dev @clientwright/generator @changesets/cli\n");
    for (const [, setting = ""] of stdout.matchAll(/^ {2}npm pkg set "(.*)"$/gm))
      execFileSync("npm", ["pkg", "set", setting], { cwd: folder });
    const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    expect(manifest).toMatchObject({
      workspaces: ["packages/*"],
      scripts: { ...scripts, check: "clientwright generate --check && clientwright changeset --check" },
    });
    expect(missingFrom(JSON.stringify(manifest))).toEqual([
      "npm install --save-dev @clientwright/generator @changesets/cli",
    ]);
    expect(missingFrom(packageTemplate("mine"))).toEqual([]);
    const untested = { scripts: { test: 'echo "Error: no test specified" && exit 1' } };
    expect(missingFrom(JSON.stringify(untested)).join("\n")).toContain("scripts.test=");
  });

  it("writes a project whose changes become changesets", async () => {
    const folder = temporaryFolder({});
    await run(folder, ["init"]);
    expect(await run(folder, ["changeset", "--check"])).toMatchObject({ code: 0, stderr: "" });
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
    expect(stderr).toContain("taken is a file");
    expect(readTree(folder)).toEqual({ taken: "mine\n" });
  });
});
