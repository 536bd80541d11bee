import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentOf } from "./testing/document.ts";
import { readTree, temporaryFolder, type Tree, writeTree } from "./testing/folder.ts";
import { config, document, generatedProject, generateIn, project } from "./testing/project.ts";

/** What generate wrote, by path below the folder of packages. */
function packages(folder: string, output = "packages"): Tree {
  const start = `${output}/`;
  return Object.fromEntries(
    Object.entries(readTree(folder)).flatMap(([path, text]) =>
      path.startsWith(start) ? [[path.slice(start.length), text]] : [],
    ),
  );
}

const schemas: Readonly<Record<string, string>> = {
  Alpha:
    "{ type: object, properties: { beta: { $ref: '#/components/schemas/Beta' }, at: { type: string, format: date-time } } }",
  Beta: "{ oneOf: [{ $ref: '#/components/schemas/Gamma' }, { $ref: '#/components/schemas/Delta' }] }",
  Delta:
    "{ type: object, required: [kind], properties: { kind: { const: d }, back: { $ref: '#/components/schemas/Alpha' } } }",
  Gamma: "{ type: object, required: [kind], properties: { kind: { const: g } } }",
};

function withSchemas(order: readonly string[]): Tree {
  const operation = `{ operationId: save, requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Alpha" } } } }, responses: { "200": { description: D, content: { application/json: { schema: { $ref: "#/components/schemas/Alpha" } } } } } }`;
  return {
    "clientwright.config.mjs": config({ documents: [{ document: "openapi.yaml" }] }),
    "openapi.yaml": documentOf(
      `paths: { /a: { post: ${operation} } }\ncomponents:\n  schemas:\n${order.map((name) => `    ${name}: ${schemas[name] ?? ""}`).join("\n")}`,
    ),
  };
}

describe("identical bytes", () => {
  it("from two runs", async () => {
    const [one, other] = [await generatedProject(), await generatedProject()];
    expect(packages(one)).toEqual(packages(other));
    await generateIn(one, { cache: false });
    expect(packages(one)).toEqual(packages(other));
  });

  it("whatever the order of the components", async () => {
    const names = Object.keys(schemas);
    const expected = packages(await generatedProject(withSchemas(names)));
    expect(Object.keys(expected)).not.toEqual([]);
    for (const order of [names.toReversed(), ["Gamma", "Alpha", "Delta", "Beta"]]) {
      expect(packages(await generatedProject(withSchemas(order)))).toEqual(expected);
    }
  });

  it("wherever the checkout is and whatever it is called", async () => {
    const expected = packages(await generatedProject());
    for (const name of ["a b", "$&", "ünï", "-x", "{v}", "*"]) {
      const folder = temporaryFolder();
      writeTree(join(folder, name), project());
      const { ok } = await generateIn(join(folder, name));
      expect(ok).toBe(true);
      expect(packages(join(folder, name))).toEqual(expected);
    }
  });

  it("from any working directory", async () => {
    const folder = temporaryFolder({ ...project(), "deep/er/x": "" });
    const { ok } = await generateIn(join(folder, "deep/er"), { config: "../../spec/clientwright.config.ts" });
    expect(ok).toBe(true);
    expect(packages(folder)).toEqual(packages(await generatedProject()));
  });

  it("whatever order the file system gives, and from a document that was moved in", async () => {
    const files = Object.entries(project()).toReversed();
    const folder = temporaryFolder(Object.fromEntries(files));
    mkdirSync(join(folder, "old"));
    renameSync(join(folder, "spec"), join(folder, "old/spec"));
    renameSync(join(folder, "old/spec"), join(folder, "spec"));
    expect((await generateIn(folder)).ok).toBe(true);
    expect(packages(folder)).toEqual(packages(await generatedProject()));
  });

  it("of which none is a path of this machine", async () => {
    const folder = await generatedProject();
    for (const [path, text] of Object.entries(packages(folder))) {
      expect([path, text.includes(folder)]).toEqual([path, false]);
    }
  });
});

describe("where packages go", () => {
  it("follows the configuration, not the working directory", async () => {
    const folder = temporaryFolder({
      "a/clientwright.config.mjs": config({ output: "../b/out", documents: [{ document: "openapi.yaml" }] }),
      "a/openapi.yaml": document("One"),
    });
    await generateIn(folder, { config: "a/clientwright.config.mjs" });
    expect(Object.keys(packages(folder, "b/out"))).toContain("one/src/index.ts");
  });

  it("is one folder for each: two of one name are refused, and nothing is written", async () => {
    const folder = temporaryFolder(
      project({
        documents: [
          { document: "one.yaml", package: "same" },
          { document: "two.yaml", package: "same" },
        ],
      }),
    );
    const { ok, diagnostics } = await generateIn(folder);
    expect(ok).toBe(false);
    expect(diagnostics).toMatchObject([
      { code: "CW2003", message: expect.stringMatching(/one\.yaml.*two\.yaml/) },
    ]);
    expect(packages(folder)).toEqual({});
  });

  it("leaves alone what another configuration owns", async () => {
    const folder = await generatedProject();
    const before = packages(folder);
    writeTree(folder, {
      "other/clientwright.config.mjs": config({
        output: "../packages",
        documents: [{ document: "../spec/one.yaml", package: "third" }],
      }),
    });
    expect((await generateIn(join(folder, "other"))).ok).toBe(true);
    expect(packages(folder)).toMatchObject(before);
    expect((await generateIn(folder)).ok).toBe(true);
    expect(Object.keys(packages(folder))).toContain("third/src/index.ts");
  });

  it("may be a link", async () => {
    const folder = temporaryFolder({ ...project(), "real/x": "" });
    symlinkSync(join(folder, "real"), join(folder, "packages"));
    expect((await generateIn(folder)).ok).toBe(true);
    expect(Object.keys(packages(folder, "real"))).toContain("one/src/index.ts");
  });
});

describe("bad input", () => {
  it("of all documents is reported in one run, and nothing is written", async () => {
    const folder = await generatedProject();
    const before = packages(folder);
    writeFileSync(
      join(folder, "spec/one.yaml"),
      document("One").replace("#/components/schemas/Thing", "#/components/schemas/Gone"),
    );
    writeFileSync(
      join(folder, "spec/two.yaml"),
      document("Two").replace("operationId: listThings", "operationId: [listThings]"),
    );
    const { ok, diagnostics, packages: reported } = await generateIn(folder);
    expect(ok).toBe(false);
    expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
      "CW1011 spec/one.yaml",
      "CW2001 spec/two.yaml",
      "CW1030 spec/two.yaml",
    ]);
    expect(reported).toEqual([]);
    expect(packages(folder)).toEqual(before);
  });

  it("of one document keeps the others from being written too", async () => {
    const folder = temporaryFolder({ ...project(), "spec/two.yaml": "openapi: [" });
    expect((await generateIn(folder)).ok).toBe(false);
    expect(packages(folder)).toEqual({});
  });

  it("in a package that is not wanted does not disturb", async () => {
    const folder = temporaryFolder({ ...project(), "spec/two.yaml": "openapi: [" });
    expect((await generateIn(folder, { only: ["one"] })).ok).toBe(true);
    expect(Object.keys(packages(folder))).toContain("one/src/index.ts");
  });
});

describe("warnings", () => {
  it("that the configuration names are not told, and all others are", async () => {
    const text = documentOf(
      "paths: { /a: { get: { parameters: [{ name: q, in: query, odd: 1 }], responses: {} } } }",
    );
    const codes = async (ignoreWarnings: readonly string[]): Promise<readonly string[]> => {
      const folder = temporaryFolder({
        "clientwright.config.mjs": config({ documents: [{ document: "openapi.yaml", ignoreWarnings }] }),
        "openapi.yaml": text,
      });
      await generateIn(folder);
      // The second run knows the document from the first.
      return (await generateIn(folder)).diagnostics.map(({ code }) => code);
    };
    expect(await codes([])).toEqual(["CW2001", "CW1031"]);
    expect(await codes(["CW2001"])).toEqual(["CW1031"]);
    expect(await codes(["CW2001", "CW1031"])).toEqual([]);
  });
});

describe("progress", () => {
  it("tells of each stage, and times it", async () => {
    const folder = temporaryFolder(project());
    const told: string[] = [];
    const { timings } = await generateIn(folder, { onProgress: (step) => told.push(step) });
    expect(told).toEqual([
      "configuration",
      "load and model",
      "start",
      "emit and format @acme/one",
      "emit and format @acme/two",
      "write",
    ]);
    expect(Object.keys(timings)).toEqual([
      "configuration",
      "load and model",
      "start",
      "emit and format",
      "write",
    ]);
  });
});
