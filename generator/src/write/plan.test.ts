import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../diagnostics.ts";
import { temporaryFolder, type Tree, writeTree } from "../testing/folder.ts";
import { manifestName, manifestText, readManifest } from "./manifest.ts";
import { type Change, planOrphans, planPackage } from "./plan.ts";

const config = "spec/clientwright.config.ts";
const header =
  "// Generated from spec/a.yaml by clientwright. Do not edit: change the document and generate again.\n";

function manifest(files: readonly string[], of = config): Tree {
  return { [manifestName]: manifestText({ config: of, files }) };
}

/** `action path` of every change, and the problems. */
function plan(
  onDisk: Tree,
  files: Tree,
): { readonly changes: readonly string[]; readonly found: readonly string[] } {
  const folder = temporaryFolder(onDisk);
  const diagnostics = new Diagnostics();
  const wanted = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { changes } = planPackage({ name: "p", folder, files: wanted }, config, folder, diagnostics);
  return {
    changes: brief(changes, folder),
    found: diagnostics.all.map(({ code, file }) => `${code} ${file}`),
  };
}

function brief(changes: readonly Change[], folder: string): readonly string[] {
  return changes.map(({ action, path }) => `${action} ${path.slice(folder.length + 1)}`);
}

describe("planPackage", () => {
  it("creates what is not there, its list included", () => {
    expect(plan({}, { "src/a.ts": "a" })).toEqual({
      changes: ["created src/a.ts", `created ${manifestName}`],
      found: [],
    });
  });

  it("changes what is different and leaves what is the same", () => {
    const disk = { "a.ts": "old", "b.ts": "b", ...manifest(["a.ts", "b.ts"]) };
    expect(plan(disk, { "a.ts": "new", "b.ts": "b" })).toEqual({
      changes: ["changed a.ts", "unchanged b.ts", `unchanged ${manifestName}`],
      found: [],
    });
  });

  it("deletes what it owned and no longer writes, and nothing else", () => {
    const disk = {
      "a.ts": "a",
      "old.ts": "o",
      "mine.ts": "m",
      "src/mine.ts": header,
      ...manifest(["a.ts", "old.ts", "lost.ts"]),
    };
    expect(plan(disk, { "a.ts": "a" })).toEqual({
      changes: ["unchanged a.ts", `changed ${manifestName}`, "deleted old.ts"],
      found: [],
    });
  });

  it("adopts a file without a list when its first line says that it is generated", () => {
    expect(plan({ "a.ts": `${header}old` }, { "a.ts": "new" })).toMatchObject({
      changes: ["changed a.ts", `created ${manifestName}`],
      found: [],
    });
  });

  it("adopts a file without a list when it is the same", () => {
    expect(plan({ "a.ts": "a" }, { "a.ts": "a" }).found).toEqual([]);
  });

  it.each([
    ["without a word of it", "mine"],
    ["with the words further down", `import x;\n${header}`],
    ["that is empty", ""],
  ])("refuses to overwrite a file %s", (_what, text) => {
    expect(plan({ "a.ts": text, "b.ts": "mine" }, { "a.ts": "new", "b.ts": "new" }).found).toEqual([
      "CW4001 a.ts",
      "CW4001 b.ts",
    ]);
  });

  it("refuses a file that another list owns, not this one", () => {
    expect(plan({ "a.ts": "x", ...manifest(["b.ts"]) }, { "a.ts": "new" }).found).toEqual(["CW4001 a.ts"]);
  });

  it("throws the system's error when a file cannot be read", () => {
    expect(() => plan({ "a.ts/x": "a folder in the way" }, { "a.ts": "new" })).toThrow("EISDIR");
  });
});

describe("the list of owned files", () => {
  it("names them in order, the same for any order", () => {
    expect(manifestText({ config, files: ["b", "a"] })).toBe(manifestText({ config, files: ["a", "b"] }));
    expect(JSON.parse(manifestText({ config, files: ["b", "a"] }))).toEqual({ config, files: ["a", "b"] });
  });

  it.each([
    "../outside.ts",
    "src/../../outside.ts",
    "/etc/passwd",
    "C:\\windows",
    "..\\outside.ts",
    "",
    "c:/x",
    "a/..",
  ])("cannot name %j", (path) => {
    const folder = temporaryFolder({
      [manifestName]: JSON.stringify({ config, files: ["a.ts", path, 7, null] }),
    });
    expect(readManifest(folder)?.files).toEqual(["a.ts"]);
  });

  it("never makes a run delete what is outside of the package", () => {
    const root = temporaryFolder({
      "outside.ts": "mine",
      "p/a.ts": "a",
      [`p/${manifestName}`]: JSON.stringify({ config, files: ["../outside.ts", "a.ts"] }),
    });
    const { changes } = planPackage(
      { name: "p", folder: join(root, "p"), files: [] },
      config,
      root,
      new Diagnostics(),
    );
    expect(brief(changes, root)).toEqual([`changed p/${manifestName}`, "deleted p/a.ts"]);
  });

  it.each(["", "{", "[]", "null", "7", "{}", '{"config": 1, "files": []}', '{"config": "c", "files": {}}'])(
    "that reads %j is none",
    (text) => {
      expect(readManifest(temporaryFolder({ [manifestName]: text }))).toBeUndefined();
    },
  );
});

describe("planOrphans", () => {
  it("deletes what is owned in packages that are no longer wanted, of this configuration alone", () => {
    const output = temporaryFolder({ "stray.txt": "a file beside the packages" });
    const add = (folder: string, files: Tree): void => writeTree(join(output, folder), files);
    add("kept", { "a.ts": "a", ...manifest(["a.ts"]) });
    add("gone", { "a.ts": "a", "mine.txt": "m", ...manifest(["a.ts", "lost.ts"]) });
    add("other", { "a.ts": "a", ...manifest(["a.ts"], "elsewhere/clientwright.config.ts") });
    add("by-hand", { "a.ts": header });
    const plans = planOrphans(output, config, new Set([join(output, "kept")]));
    expect(plans.map(({ name, changes }) => [name, brief(changes, output)])).toEqual([
      ["gone", ["deleted gone/a.ts", `deleted gone/${manifestName}`]],
    ]);
  });

  it("finds none where there is no folder", () => {
    expect(planOrphans(join(temporaryFolder(), "nowhere"), config, new Set())).toEqual([]);
  });

  it("does not follow a link out of the output folder", () => {
    const elsewhere = temporaryFolder({ "a.ts": "a", ...manifest(["a.ts"]) });
    const output = temporaryFolder();
    symlinkSync(elsewhere, join(output, "linked"));
    expect(planOrphans(output, config, new Set())).toEqual([]);
  });
});
