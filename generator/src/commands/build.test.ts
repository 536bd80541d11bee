import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../testing/cli.ts";
import { readTree, type Tree, temporaryFolder, writeTree } from "../testing/folder.ts";
import { generatedProject } from "../testing/project.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/** A generated package that finds the runtime, as an install would let it. */
async function generatedPackage(): Promise<string> {
  const folder = await generatedProject();
  mkdirSync(join(folder, "node_modules", "@clientwright"), { recursive: true });
  symlinkSync(join(root, "packages", "runtime"), join(folder, "node_modules", "@clientwright", "runtime"));
  return join(folder, "packages", "one");
}

const built = (folder: string): Tree => readTree(join(folder, "dist"));

describe("clientwright build", () => {
  it("makes one module, its source map and one declaration file, and takes away what an earlier build left", async () => {
    const folder = await generatedPackage();
    writeTree(folder, { "dist/operations/gone.js": "gone\n" });
    const { code, stdout, stderr } = await run(folder, ["build"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^dist\/index\.js \d+\.\d kB\ndist\/index\.d\.ts \d+\.\d kB\n$/);
    const { "index.js": code1, "index.js.map": map, "index.d.ts": types, ...more } = built(folder);
    expect(more).toEqual({});
    expect(code1).toContain("/* @__PURE__ */");
    // Comments are read in the declarations; a program would only load them.
    expect(code1).not.toContain("Lists things.");
    expect(types).toContain("* Lists things.");
    const { sources, sourcesContent } = JSON.parse(map ?? "") as Readonly<Record<string, readonly string[]>>;
    expect(sources).toContain("../src/operations/listThings.ts");
    expect(sourcesContent?.join("\n")).toContain("Lists things.");
  });

  it("makes declarations that compile, and make no compiler parse a comment", async () => {
    const folder = await generatedPackage();
    await run(folder, ["build"]);
    const project = join(folder, "..", "..");
    writeFileSync(
      join(project, "use.mts"),
      `import { createClient, listThings, type Thing } from "./packages/one/dist/index.js";
export const things: readonly Thing[] = await listThings(createClient(), { page: { size: 1 } });
`,
    );
    const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", ""];
    execFileSync(process.execPath, [compiler, ...options, "use.mts"], { cwd: project, stdio: "inherit" });
    expect(built(folder)["index.d.ts"]).not.toMatch(/@(see|link)/i);
  });

  it("makes the same bytes again, from any folder", async () => {
    const folder = await generatedPackage();
    await run(folder, ["build"]);
    const first = built(folder);
    expect((await run(temporaryFolder(), ["build", folder])).code).toBe(0);
    expect(built(folder)).toEqual(first);
  });

  it("builds nothing where something is wrong, says what, and leaves dist/ as it was", async () => {
    const folder = await generatedPackage();
    await run(folder, ["build"]);
    const before = built(folder);
    const operation = join(folder, "src", "operations", "listThings.ts");
    const text = readFileSync(operation, "utf8");
    writeFileSync(operation, text.replace(/\): PagedCall<.*> \{|\): Call<.*> \{/, ") {"));
    const { code, stdout, stderr } = await run(folder, ["build"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("clientwright: src/operations/listThings.ts: ");
    expect(stderr).toContain("--isolatedDeclarations");
    expect(stderr).toContain("clientwright: nothing was built\n");
    writeFileSync(operation, text.replace("../client.js", "../gone.js"));
    const unresolved = await run(folder, ["build"]);
    expect(unresolved).toMatchObject({ code: 1, stdout: "" });
    expect(unresolved.stderr).toContain("../gone.js");
    expect(built(folder)).toEqual(before);
  });

  it("says where it runs, in a folder that is no package", async () => {
    const { code, stderr } = await run(temporaryFolder(), ["build"]);
    expect(code).toBe(1);
    expect(stderr).toContain("build runs in the folder of a package that generate wrote");
  });

  it.each([
    ["nowhere", "there is no folder nowhere: build takes the folder of a package"],
    ["a-file", "a-file is no folder: build takes the folder of a package"],
    ["other", "other/src/index.ts: is not there"],
  ])("names %s, in which there is nothing to build", async (folder, message) => {
    const files = { "a-file": "", "other/README.md": "" };
    const { code, stdout, stderr } = await run(temporaryFolder(files), ["build", folder]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`clientwright: ${message}`);
    expect(stderr).toMatch(/nothing was built\n$/);
  });

  it("takes one folder", async () => {
    expect(await run(temporaryFolder(), ["build", "a", "b"])).toMatchObject({ code: 2 });
    expect((await run(temporaryFolder(), ["build", "--help"])).stdout).toContain(
      "clientwright build [folder]",
    );
  });
});
