import { describe, expect, it } from "vitest";
import { checkConfig } from "./config-check.ts";
import { Diagnostics } from "./diagnostics.ts";
import { run } from "./testing/cli.ts";
import { readTree, temporaryFolder } from "./testing/folder.ts";
import { config, document, generateIn, typedConfig } from "./testing/project.ts";

const value = { documents: [{ document: "one.yaml" }] };

describe("a configuration", () => {
  it.each([
    "clientwright.config.ts",
    "clientwright.config.mts",
    "clientwright.config.js",
    "clientwright.config.mjs",
  ])("called %s may import this package, which nobody installed", async (name) => {
    const folder = temporaryFolder({ [name]: typedConfig(value), "one.yaml": document("One") });
    expect(await run(folder, ["generate", "--dry-run"])).toMatchObject({ code: 0, stderr: "" });
  });

  it.each(["commonjs", "module"])("is a module in a project of type %s", async (type) => {
    const files = { "package.json": JSON.stringify({ type }), "one.yaml": document("One") };
    const folder = temporaryFolder({ ...files, "clientwright.config.ts": typedConfig(value) });
    expect(await run(folder, ["generate", "--dry-run"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("is found here first, then in spec/", async () => {
    const folder = temporaryFolder({
      "clientwright.config.mjs": config(value),
      "one.yaml": document("One"),
      "spec/clientwright.config.ts": "not read",
    });
    const { ok, packages } = await generateIn(folder, { dryRun: true });
    expect(ok).toBe(true);
    expect(packages.map((each) => each.folder)).toEqual([`${folder}/packages/one`]);
  });

  it("is found from a folder below, its own first", async () => {
    const folder = temporaryFolder({
      "spec/clientwright.config.mjs": config({ ...value, output: "../packages" }),
      "spec/one.yaml": document("One"),
      "packages/one/src/mine.txt": "",
    });
    const below = await generateIn(`${folder}/packages/one/src`);
    expect(below.diagnostics).toEqual([]);
    expect(below.packages.map((each) => each.folder)).toEqual([`${folder}/packages/one`]);
    const again = await generateIn(folder, { cache: false });
    const changed = again.packages.flatMap(({ files }) =>
      files.filter(({ action }) => action !== "unchanged"),
    );
    expect(changed).toEqual([]);
  });

  it.each([
    ["is not there", {}, {}, "there is no clientwright.config.ts here or in spec/"],
    [
      "has no default export",
      { "clientwright.config.mjs": "export const config = {};" },
      {},
      "cannot be read: it has no default export",
    ],
    ["is named and not there", {}, { config: "x.ts" }, "there is no x.ts"],
    ["throws", { "clientwright.config.mjs": "throw new Error('oh no');" }, {}, "cannot be read: oh no"],
    ["is broken", { "clientwright.config.mjs": "export default {" }, {}, "cannot be read"],
  ])("that %s is CW3001", async (_what, files, options, message) => {
    const folder = temporaryFolder(files);
    const { ok, diagnostics } = await generateIn(folder, options);
    expect(ok).toBe(false);
    expect(diagnostics).toMatchObject([{ code: "CW3001", message: expect.stringContaining(message) }]);
    expect(readTree(folder)).toEqual(files);
  });
});

describe("checkConfig", () => {
  function problems(candidate: unknown): readonly string[] {
    const diagnostics = new Diagnostics();
    expect(checkConfig(candidate, "c.ts", diagnostics)).toBe(diagnostics.all.length === 0);
    return diagnostics.all.map(({ code, file, message }) => `${code} ${file} ${message}`);
  }

  it("takes what the type allows", () => {
    expect(
      problems({
        output: "out",
        scope: "@acme-1.x",
        documents: [
          {
            document: "a.yaml",
            package: "a-b_c1",
            className: "Own",
            names: { operations: { a: "b" }, schemas: { c: "D" } },
            ignoreWarnings: ["CW2012"],
          },
          { document: "b.yaml", split: "tag", tags: { T: { package: "t", className: "T" } } },
        ],
      }),
    ).toEqual([]);
  });

  it.each([
    [undefined, "must be an object"],
    ["x", "must be an object"],
    [{}, "the configuration has no documents"],
    [{ documents: [] }, "must be a list that is not empty"],
    [{ documents: "a.yaml" }, "must be a list that is not empty"],
    [{ documents: ["a.yaml"] }, "documents[0] must be an object"],
    [{ documents: [{}] }, "has no document"],
    [{ ...value, scope: "acme" }, "scope must be an npm scope"],
    [{ ...value, scope: "@a/../b" }, "scope must be an npm scope"],
    [{ documents: [{ document: "https://a.example/openapi.json" }] }, "document must be the path of a file"],
    [{ documents: [{ document: "a", package: "../up" }] }, "must be a name of lower-case letters"],
    [
      { ...value, package: { publishConfig: { access: "all" } } },
      'package.publishConfig.access must be "public" or "restricted", and is "all"',
    ],
    [{ documents: [{ document: "a", package: "A" }] }, "must be a name of lower-case letters"],
    [{ documents: [{ document: "a", package: "node_modules" }] }, "must be a name of lower-case letters"],
    [{ documents: [{ document: "a", package: "" }] }, "must be a name of lower-case letters"],
    [{ documents: [{ document: "a", package: 7 }] }, "must be a name of lower-case letters"],
    [
      { documents: [{ document: "a", tags: { t: { package: "a/b" } } }] },
      "must be a name of lower-case letters",
    ],
    [{ documents: [{ document: "a", className: "a b" }] }, "must be a name in TypeScript"],
    [{ documents: [{ document: "a", tags: { t: { className: "class" } } }] }, "must be a name in TypeScript"],
    [{ documents: [{ document: "a", names: { operations: { a: "b-c" } } }] }, "must be a name in TypeScript"],
    [{ documents: [{ document: "a", names: { schemas: { a: 7 } } }] }, "must be a name in TypeScript"],
    [{ ...value, output: 5 }, "output must be text, and is 5"],
    [{ ...value, outpt: "x" }, 'the configuration has no field "outpt"'],
    [{ documents: [{ document: "a", pakage: "b" }] }, 'has no field "documents[0].pakage"'],
    [{ documents: [{ document: "a", split: "path" }] }, 'must be "tag"'],
    [{ documents: [{ document: "a", ignoreWarnings: ["CW1011"] }] }, "must be the code of a warning"],
    [{ documents: [{ document: "a", ignoreWarnings: ["toString"] }] }, "must be the code of a warning"],
    [{ ...value, package: { keywords: "x" } }, "package.keywords must be a list"],
    [{ documents: [{ document: "a", tags: { T: {} } }] }, "documents[0].tags needs documents[0].split"],
    [
      { documents: [{ document: "a", split: "tag", package: "a" }] },
      "documents[0].package does not go with documents[0].split",
    ],
    [
      { documents: [{ document: "a", split: "tag", className: "A" }] },
      "documents[0].className does not go with documents[0].split",
    ],
  ])("refuses %j", (candidate, message) => {
    expect(problems(candidate)).toEqual([expect.stringContaining(`CW3002 c.ts `)]);
    expect(problems(candidate)[0]).toContain(message);
  });

  it("finds all problems in one run", () => {
    expect(problems({ scope: "x", documents: [{}, { document: "a", package: ".." }] })).toHaveLength(3);
  });
});
