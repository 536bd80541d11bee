import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
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
