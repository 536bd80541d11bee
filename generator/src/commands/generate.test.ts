import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../testing/cli.ts";
import { readTree, temporaryFolder, writeTree } from "../testing/folder.ts";
import { document, generatedProject, project } from "../testing/project.ts";

/** Everything below the folder but the sources. */
function outputs(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(readTree(folder)).filter(([path]) => path.startsWith("packages/")),
  );
}

describe("generate", () => {
  it("writes the packages, says which files, and finds nothing to do the second time", async () => {
    const folder = temporaryFolder(project());
    const first = await run(folder, ["generate"]);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(/^@acme\/one: \d+ created, 0 changed, 0 deleted, 0 unchanged$/m);
    expect(first.stdout).toMatch(/^ {2}created packages\/two\/src\/operations\/listOthers\.ts$/m);
    const written = outputs(folder);
    expect(Object.keys(written)).toContain("packages/one/src/operations/listThings.ts");
    const second = await run(folder, ["generate"]);
    expect(second.code).toBe(0);
    expect(second.stdout).toMatch(/^@acme\/one: 0 created, 0 changed, 0 deleted, \d+ unchanged$/m);
    expect(outputs(folder)).toEqual(written);
  });

  it("takes a named configuration, from any folder", async () => {
    const folder = temporaryFolder({ ...project(), "elsewhere/x.txt": "" });
    const plain = temporaryFolder(project());
    expect(
      (await run(join(folder, "elsewhere"), ["generate", "-c", "../spec/clientwright.config.ts"])).code,
    ).toBe(0);
    expect((await run(plain, ["generate", "--config", "spec/clientwright.config.ts"])).code).toBe(0);
    expect(outputs(folder)).toEqual(outputs(plain));
  });

  it("writes only the packages that --only names, by name or folder", async () => {
    const folder = temporaryFolder(project());
    expect((await run(folder, ["generate", "--only", "two"])).code).toBe(0);
    expect(existsSync(join(folder, "packages/one"))).toBe(false);
    expect(existsSync(join(folder, "packages/two"))).toBe(true);
    expect((await run(folder, ["generate", "--only", "@acme/one,two"])).code).toBe(0);
    expect(existsSync(join(folder, "packages/one"))).toBe(true);
  });

  it("deletes nothing of the others with --only", async () => {
    const folder = await generatedProject();
    const before = outputs(folder);
    writeFileSync(join(folder, "spec/one.yaml"), document("One", "listChanged"));
    await run(folder, ["generate", "--only", "two"]);
    expect(outputs(folder)).toEqual(before);
  });

  it("refuses a name that --only does not find", async () => {
    const folder = temporaryFolder(project());
    const { code, stderr } = await run(folder, ["generate", "--only", "three"]);
    expect(code).toBe(1);
    expect(stderr).toContain('CW3002 no package is called "three"');
    expect(outputs(folder)).toEqual({});
  });

  it("deletes what a changed document no longer has, and what a changed configuration no longer has", async () => {
    const folder = await generatedProject();
    writeTree(folder, { "packages/two/src/mine.ts": "mine" });
    writeTree(folder, project({ documents: [{ document: "one.yaml", package: "one" }] }));
    writeFileSync(join(folder, "spec/one.yaml"), document("One", "listChanged"));
    const { code, stdout } = await run(folder, ["generate"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}deleted packages\/one\/src\/operations\/listThings\.ts$/m);
    expect(Object.keys(outputs(folder)).filter((path) => path.startsWith("packages/two"))).toEqual([
      "packages/two/src/mine.ts",
    ]);
    expect(existsSync(join(folder, "packages/one/src/operations/listThings.ts"))).toBe(false);
  });

  it("keeps the version of a package", async () => {
    const folder = await generatedProject();
    const file = join(folder, "packages/one/package.json");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace('"version": "0.1.0"', '"version": "2.3.4-beta.1"'),
    );
    expect((await run(folder, ["generate"])).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain('"version": "2.3.4-beta.1"');
    expect(readFileSync(join(folder, "packages/one/src/client.ts"), "utf8")).toContain('"2.3.4-beta.1"');
  });

  it("puts back first what a run that died had left", async () => {
    const folder = await generatedProject();
    const before = outputs(folder);
    const path = join(folder, "packages/one/README.md");
    writeTree(folder, {
      "packages/.clientwright-staging-999999999/old-0": readFileSync(path, "utf8"),
      "packages/.clientwright-staging-999999999/journal.json": JSON.stringify([
        { path, existed: true, writes: true },
      ]),
    });
    writeFileSync(path, "half a");
    const { code, stdout } = await run(folder, ["generate"]);
    expect(code).toBe(0);
    expect(stdout).toContain("An earlier run had died while writing; 1 files were put back first.");
    expect(outputs(folder)).toEqual(before);
  });

  it("refuses a file that it never wrote, and writes nothing", async () => {
    const folder = temporaryFolder({ ...project(), "packages/one/src/index.ts": "mine" });
    const { code, stderr } = await run(folder, ["generate"]);
    expect(code).toBe(1);
    expect(stderr).toContain("packages/one/src/index.ts error CW4001");
    expect(outputs(folder)).toEqual({ "packages/one/src/index.ts": "mine" });
  });
});
