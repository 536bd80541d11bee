import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../testing/cli.ts";
import { readTree, temporaryFolder } from "../testing/folder.ts";
import { document, generatedProject, project } from "../testing/project.ts";

describe("generate --check and --dry-run", () => {
  it("list what would be written, and write nothing", async () => {
    const folder = temporaryFolder(project());
    const { code, stdout } = await run(folder, ["generate", "--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toContain("created packages/one/src/index.ts");
    expect(stdout).toContain("Nothing was written.");
    expect(existsSync(join(folder, "packages"))).toBe(false);
    expect(existsSync(join(folder, "node_modules"))).toBe(false);
  });

  it("exit 0 when the packages are what generate would write", async () => {
    const folder = await generatedProject();
    const { code, stdout } = await run(folder, ["generate", "--check"]);
    expect(code).toBe(0);
    expect(stdout).toContain("The packages are what generate would write.");
  });

  it("exit 3 with a diff when they are not, whatever an earlier run remembers", async () => {
    const folder = await generatedProject();
    const file = join(folder, "packages/one/src/types.ts");
    writeFileSync(file, readFileSync(file, "utf8").replace("id: string", "id: number"));
    rmSync(join(folder, "packages/two/LICENSE"));
    const before = readTree(folder);
    const { code, stdout } = await run(folder, ["generate", "--check"]);
    expect(code).toBe(3);
    expect(stdout).toContain(
      "--- packages/one/src/types.ts\ton disk\n+++ packages/one/src/types.ts\tgenerated",
    );
    expect(stdout).toMatch(/^- {2}id: number;$/m);
    expect(stdout).toMatch(/^\+ {2}id: string;$/m);
    expect(stdout).toContain("--- /dev/null\ton disk\n+++ packages/two/LICENSE\tgenerated");
    expect(stdout).toContain("run `clientwright generate` and commit");
    expect(readTree(folder)).toEqual(before);
  });

  it("exit 3 when a file should no longer be there", async () => {
    const folder = await generatedProject();
    writeFileSync(join(folder, "spec/one.yaml"), document("One", "listChanged"));
    const { code, stdout } = await run(folder, ["generate", "--check"]);
    expect(code).toBe(3);
    expect(stdout).toContain(
      "--- packages/one/src/operations/listThings.ts\ton disk\n+++ /dev/null\tgenerated",
    );
  });

  it("exit 1 when the input is wrong", async () => {
    const folder = temporaryFolder({ ...project(), "spec/one.yaml": "openapi: [" });
    expect((await run(folder, ["generate", "--check"])).code).toBe(1);
    expect((await run(folder, ["generate", "--dry-run"])).code).toBe(1);
  });
});

describe("generate --json", () => {
  it("prints one object, with the same exit codes", async () => {
    const folder = temporaryFolder(project());
    const first = await run(folder, ["generate", "--json"]);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    const report = JSON.parse(first.stdout) as Record<string, unknown>;
    expect(report).toMatchObject({
      ok: true,
      diagnostics: [],
      recovered: 0,
      packages: [
        { name: "@acme/one", folder: "packages/one" },
        { name: "@acme/two", folder: "packages/two" },
      ],
    });
    expect(first.stdout).toContain('"path": "packages/one/src/index.ts"');
    writeFileSync(join(folder, "spec/one.yaml"), document("One", "listChanged"));
    const check = await run(folder, ["generate", "--json", "--check"]);
    expect(check.code).toBe(3);
    expect(JSON.parse(check.stdout)).toMatchObject({ ok: true });
  });

  it("holds the problems, whole", async () => {
    const folder = temporaryFolder({ ...project(), "spec/one.yaml": "openapi: 9.0.0\n" });
    const { code, stdout } = await run(folder, ["generate", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      packages: [],
      diagnostics: [
        {
          code: "CW1020",
          severity: "error",
          file: "spec/one.yaml",
          line: 1,
          column: 1,
          pointer: "/openapi",
          message: expect.any(String),
          hint: expect.any(String),
        },
      ],
    });
  });
});
