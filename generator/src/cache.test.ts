import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { GenerateReport } from "./generate.ts";
import { run } from "./testing/cli.ts";
import { readTree, temporaryFolder, type Tree, writeTree } from "./testing/folder.ts";
import { config, document, generatedProject, generateIn, project } from "./testing/project.ts";

/** A run that trusts what is remembered reads no document, and so has no such stage. */
function worked(report: GenerateReport): boolean {
  expect(report.ok).toBe(true);
  return "load and model" in report.timings;
}

/** A document whose operations go to a package each, by their tags. */
function tagged(summaries: Readonly<Record<string, string>>): string {
  const paths = Object.entries(summaries).map(
    ([tag, summary]) =>
      `  /${tag}: { get: { operationId: ${tag}, tags: [${tag}], summary: ${summary}, responses: { "200": { description: D, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } } } }`,
  );
  return `openapi: 3.1.1\ninfo: { title: T, version: "1" }\npaths:\n${paths.join("\n")}\ncomponents: { schemas: { Thing: { type: object, properties: { id: { type: string } } } } }\n`;
}

function taggedProject(text: string): Tree {
  return {
    "clientwright.config.mjs": config({ documents: [{ document: "api.yaml", split: "tag" }] }),
    "api.yaml": text,
  };
}

/** The files that a run did something to. */
function touched(report: GenerateReport): readonly string[] {
  return report.packages.flatMap((each) =>
    each.files
      .filter((file) => file.action !== "unchanged")
      .map((file) => `${file.action} ${file.path.slice(each.folder.length + 1)}`),
  );
}

function memoryFile(folder: string): string {
  const cache = join(folder, "node_modules/.cache/clientwright");
  const [name, ...others] = readdirSync(cache);
  expect(others).toEqual([]);
  return join(cache, name ?? "");
}

describe("what is remembered of a run", () => {
  it("saves the work when nothing has changed, and reports the same", async () => {
    const folder = await generatedProject();
    const again = await generateIn(folder);
    expect(worked(again)).toBe(false);
    expect(touched(again)).toEqual([]);
    const plain = await generateIn(folder, { cache: false });
    expect(worked(plain)).toBe(true);
    const brief = (report: GenerateReport): unknown =>
      report.packages.map(({ name, files }) => [
        name,
        files.map(({ action, path }) => [action, path]).sort(),
      ]);
    expect(brief(again)).toEqual(brief(plain));
    expect([...again.inputs].sort()).toEqual([...plain.inputs].sort());
  });

  it("keeps the warnings", async () => {
    const files = project({ documents: [{ document: "one.yaml", package: "one" }] });
    const folder = await generatedProject({ ...files, "spec/one.yaml": `typo: {}\n${document("One")}` });
    const again = await generateIn(folder);
    expect(worked(again)).toBe(false);
    expect(again.diagnostics).toMatchObject([{ code: "CW1031" }]);
  });

  it("does not hide a changed document", async () => {
    const folder = await generatedProject();
    writeFileSync(join(folder, "spec/one.yaml"), document("One").replace("Lists things.", "Lists them."));
    expect(touched(await generateIn(folder))).toContain("changed src/operations/listThings.ts");
  });

  it.each([
    ["a document", "spec/one.yaml"],
    ["a file that a document refers to", "spec/shared.yaml"],
  ])("does not hide that %s was saved while it was being generated from", async (_what, path) => {
    const text = "Thing: { type: object, properties: { id: { type: string, description: Its number. } } }\n";
    const files = {
      ...project({ documents: [{ document: "one.yaml", package: "one" }] }),
      "spec/one.yaml": document("One").replace('"#/components/schemas/Thing"', '"shared.yaml#/Thing"'),
      "spec/shared.yaml": text,
    };
    const saved = files[path as "spec/one.yaml"]
      .replace("Lists things.", "Lists them.")
      .replace("number", "name");
    const folder = temporaryFolder(files);
    const save = (step: string): void => {
      if (step.startsWith("emit")) writeTree(folder, { [path]: saved });
    };
    expect((await generateIn(folder, { onProgress: save })).ok).toBe(true);
    expect(touched(await generateIn(folder))).not.toEqual([]);
    expect(touched(await generateIn(folder, { cache: false, dryRun: true }))).toEqual([]);
  });

  it("does not hide a change in a file that the document refers to", async () => {
    const one = document("One").replace('"#/components/schemas/Thing"', '"shared.yaml#/Thing"');
    const folder = await generatedProject({
      ...project(),
      "spec/one.yaml": one,
      "spec/shared.yaml": "Thing: { type: object, properties: { old: { type: string } } }\n",
    });
    writeTree(folder, {
      "spec/shared.yaml": "Thing: { type: object, properties: { new: { type: string } } }\n",
    });
    expect(touched(await generateIn(folder))).toEqual([
      "changed src/types.ts",
      "changed api.md",
      "changed openapi.json",
    ]);
  });

  it("does not hide a file that the document refers to and that was not there", async () => {
    const union =
      "{ oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind, mapping: { cat: cat.yaml } } }";
    const cat = "{ type: object, required: [kind], properties: { kind: { type: string } } }";
    const folder = await generatedProject({
      ...project({ documents: [{ document: "one.yaml", package: "one" }] }),
      "spec/one.yaml": document("One")
        .replace("    Thing: {", `    Pet: ${union}\n    Cat: ${cat}\n    Thing: { x-pet: 1,`)
        .replace(
          'items: { $ref: "#/components/schemas/Thing" }',
          'items: { $ref: "#/components/schemas/Pet" }',
        ),
    });
    expect(worked(await generateIn(folder))).toBe(false);
    writeFileSync(join(folder, "spec/cat.yaml"), cat);
    expect(worked(await generateIn(folder))).toBe(true);
  });

  it("does not hide a changed configuration", async () => {
    const folder = await generatedProject();
    writeTree(folder, project({ package: { license: "Apache-2.0" } }));
    const files = touched(await generateIn(folder));
    expect(files).toContain("changed package.json");
    expect(files).toContain("deleted LICENSE");
  });

  it("does not hide an output that was edited or deleted: it comes back", async () => {
    const folder = await generatedProject();
    const before = readTree(folder);
    const index = join(folder, "packages/one/src/index.ts");
    writeFileSync(index, `${readFileSync(index, "utf8")}// more\n`);
    rmSync(join(folder, "packages/two/api.md"));
    expect(touched(await generateIn(folder))).toEqual(["changed src/index.ts", "created api.md"]);
    expect(readTree(folder)).toEqual(before);
  });

  it("does not hide a package that came back from another branch", async () => {
    const folder = await generatedProject();
    const gone = readFileSync(join(folder, "packages/one/.clientwright.json"), "utf8");
    writeTree(folder, { "packages/gone/.clientwright.json": gone, "packages/gone/src/index.ts": "old" });
    expect(touched(await generateIn(folder))).toContain("deleted src/index.ts");
  });

  it("holds for each document by itself, and so for some of the packages", async () => {
    const folder = await generatedProject();
    const some = await generateIn(folder, { only: ["one"] });
    expect(worked(some)).toBe(false);
    expect(some.packages.map(({ name }) => name)).toEqual(["@acme/one"]);
    writeTree(folder, { "spec/two.yaml": document("Two", "listMore") });
    expect(worked(await generateIn(folder, { only: ["one"] }))).toBe(false);
    const all = await generateIn(folder);
    expect(worked(all)).toBe(true);
    expect(touched(all)).toContain("deleted src/operations/listOthers.ts");
    expect(worked(await generateIn(folder))).toBe(false);
  });

  it("does not keep a wrong name of a package from being told", async () => {
    const folder = await generatedProject();
    const { diagnostics } = await generateIn(folder, { only: ["three"] });
    expect(diagnostics.map(({ code }) => code)).toEqual(["CW3002"]);
  });

  it("does not keep two packages of one name from being told", async () => {
    const folder = await generatedProject();
    writeTree(folder, {
      ...project({
        documents: [
          { document: "one.yaml", package: "one" },
          { document: "three.yaml", package: "one" },
        ],
      }),
      "spec/three.yaml": document("Three"),
    });
    const { diagnostics } = await generateIn(folder);
    expect(diagnostics.map(({ code }) => code)).toEqual(["CW2003"]);
  });

  it("of another generator is not trusted: one edited source of it is enough", async () => {
    const own = join(import.meta.dirname, "..");
    const copy = temporaryFolder();
    for (const name of ["bin", "src", "package.json"]) {
      cpSync(join(own, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(own, "node_modules"), join(copy, "node_modules"));
    const folder = temporaryFolder(project());
    const generate = async (): Promise<boolean> => {
      const program = join(copy, "bin/clientwright.js");
      const { code, stdout } = await run(folder, ["generate", "--json"], {}, program);
      expect(code).toBe(0);
      return "load and model" in (JSON.parse(stdout) as GenerateReport).timings;
    };
    expect(await generate()).toBe(true);
    expect(await generate()).toBe(false);
    appendFileSync(join(copy, "src/emit/header.ts"), "// edited\n");
    expect(await generate()).toBe(true);
    appendFileSync(join(copy, "src/cache.test.ts"), "// a test writes nothing\n");
    expect(await generate()).toBe(false);
  });

  it.each(["", "{", "null", "[]", '{"key": 1}'])("and reads %j is not trusted", async (text) => {
    const folder = await generatedProject();
    const file = memoryFile(folder);
    writeFileSync(file, text);
    expect(worked(await generateIn(folder))).toBe(true);
  });

  it("is not used, nor changed, by a dry run", async () => {
    const folder = await generatedProject();
    expect(worked(await generateIn(folder, { dryRun: true, cache: false }))).toBe(true);
    expect(worked(await generateIn(folder))).toBe(false);
  });
});

describe("an edit of a document that gives many packages", () => {
  /** What a run emitted, and what it did. */
  async function edited(
    folder: string,
    text: string,
  ): Promise<{ emitted: readonly string[]; did: readonly string[] }> {
    writeTree(folder, { "api.yaml": text });
    const told: string[] = [];
    const report = await generateIn(folder, { onProgress: (step) => told.push(step) });
    expect(report.ok).toBe(true);
    const emitted = told.flatMap((step) => /^emit and format (.*)/.exec(step)?.[1] ?? []);
    // What a run without any memory would write is what is there.
    const plain = await generateIn(folder, { cache: false, dryRun: true });
    expect(touched(plain)).toEqual([]);
    const left = report.packages.filter(({ files }) => files.some(({ action }) => action !== "deleted"));
    expect(left.map(({ name }) => name)).toEqual(plain.packages.map(({ name }) => name));
    return { emitted, did: touched(report) };
  }

  const text = tagged({ ants: "Ants.", bees: "Bees.", cats: "Cats." });

  it("emits the packages that it reaches, and no other", async () => {
    const folder = await generatedProject(taggedProject(text));
    const { emitted, did } = await edited(folder, text.replace("Bees.", "More bees."));
    expect(emitted).toEqual(["bees"]);
    expect(did).toContain("changed src/operations/bees.ts");
  });

  it("emits all that share what was edited", async () => {
    const folder = await generatedProject(taggedProject(text));
    const { emitted } = await edited(folder, text.replace("id: { type: string }", "id: { type: integer }"));
    expect(emitted).toEqual(["ants", "bees", "cats"]);
  });

  it("emits none when only the layout of the text changes", async () => {
    const folder = await generatedProject(taggedProject(text));
    const { emitted, did } = await edited(folder, `# A comment\n\n${text}`);
    expect([emitted, did]).toEqual([[], []]);
  });

  it("deletes the package of a tag that is gone, and makes that of a new one", async () => {
    const folder = await generatedProject(taggedProject(text));
    const { emitted, did } = await edited(folder, tagged({ ants: "Ants.", cats: "Cats.", dogs: "Dogs." }));
    expect(emitted).toEqual(["dogs"]);
    expect(did).toContain("deleted src/operations/bees.ts");
    expect(did).toContain("created src/operations/dogs.ts");
  });

  it("mends a package that somebody edited besides", async () => {
    const folder = await generatedProject(taggedProject(text));
    writeFileSync(join(folder, "packages/ants/src/index.ts"), "");
    const { emitted } = await edited(folder, text.replace("Bees.", "More bees."));
    expect(emitted).toEqual(["ants", "bees"]);
  });

  it("keeps the version that the release tool wrote", async () => {
    const folder = await generatedProject(taggedProject(text));
    const manifest = join(folder, "packages/ants/package.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace('"0.1.0"', '"4.2.0"'));
    const { emitted, did } = await edited(folder, text.replace("Bees.", "More bees."));
    expect(emitted).toEqual(["ants", "bees"]);
    expect(did).toContain("changed src/client.ts");
    expect(readFileSync(manifest, "utf8")).toContain('"4.2.0"');
  });

  it("does some packages first and the others later", async () => {
    const folder = await generatedProject(taggedProject(text));
    writeTree(folder, { "api.yaml": tagged({ ants: "More.", bees: "More.", cats: "Cats." }) });
    await generateIn(folder, { only: ["ants"] });
    const { emitted } = await edited(folder, tagged({ ants: "More.", bees: "More.", cats: "Cats." }));
    expect(emitted).toEqual(["bees"]);
  });
});
