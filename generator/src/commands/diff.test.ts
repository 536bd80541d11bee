import { gzipSync } from "node:zlib";
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../testing/cli.ts";
import { temporaryFolder, writeTree } from "../testing/folder.ts";
import { document, generatedProject, generateIn, project } from "../testing/project.ts";

const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync("git", [...identity, ...args], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** A generated project in a repository, released: its tags are those that changesets makes. */
async function released(tags = true): Promise<string> {
  const folder = await generatedProject({
    ...project(),
    ".changeset/config.json": "{}",
    ".gitignore": "node_modules\n",
  });
  git(folder, "init", "-q", "-b", "main");
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "-m", "release");
  if (tags) git(folder, "tag", "@acme/one@0.1.0");
  return folder;
}

const broken = document("One").replace("{ id: { type: string } }", "{ id: { type: number } }");
const breaking = "major Thing id: the type changed (type-changed)";

describe("diff", () => {
  it("compares two documents, with the place of each change", async () => {
    const folder = temporaryFolder({ "a.yaml": document("One"), "b.yaml": broken });
    const { code, stdout } = await run(folder, ["diff", "a.yaml", "b.yaml"]);
    expect(code).toBe(0);
    expect(stdout).toContain(breaking);
    expect(stdout).toContain("b.yaml:17:58 /components/schemas/Thing/properties/id");
    expect(stdout).toContain("used by listThings 200[]");
    expect(stdout).toContain("to do: Use the new type.");
  });

  it("prints JSON, and Markdown", async () => {
    const folder = temporaryFolder({ "a.yaml": document("One"), "b.yaml": broken });
    const { stdout } = await run(folder, ["diff", "a.yaml", "b.yaml", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      old: "a.yaml",
      new: "b.yaml",
      level: "major",
      packages: [{ name: "one", level: "major", changes: [{ rule: "type-changed", subject: "Thing" }] }],
    });
    const markdown = await run(folder, ["diff", "a.yaml", "b.yaml", "--markdown"]);
    expect(markdown.stdout).toContain(
      "## `one`: major\n\nBreaking:\n\n- `Thing` `id`: the type changed, from `string` to `number`.",
    );
  });

  it.each([
    ["major", 3],
    ["minor", 3],
    ["patch", 3],
  ])("fails on a level or one above: %s", async (level, code) => {
    const folder = temporaryFolder({ "a.yaml": document("One"), "b.yaml": broken });
    expect((await run(folder, ["diff", "a.yaml", "b.yaml", "--fail-on", level])).code).toBe(code);
    expect((await run(folder, ["diff", "a.yaml", "a.yaml", "--fail-on", level])).code).toBe(0);
  });

  it("does not fail on a level that no change has", async () => {
    const text = document("One").replace("Lists things.", "Lists them.");
    const folder = temporaryFolder({ "a.yaml": document("One"), "b.yaml": text });
    expect((await run(folder, ["diff", "a.yaml", "b.yaml", "--fail-on", "minor"])).code).toBe(0);
    expect((await run(folder, ["diff", "a.yaml", "b.yaml", "--fail-on", "patch"])).code).toBe(3);
  });

  it("compares with a revision, of all packages or of one document, and takes what is on disk first", async () => {
    const folder = await released();
    writeFileSync(join(folder, "spec/one.yaml"), broken);
    const all = await run(folder, ["diff", "HEAD"]);
    expect(all.stdout).toContain(`@acme/one: major\n  ${breaking}`);
    expect(all.stdout).toContain("@acme/two: no change");
    const one = await run(folder, ["diff", "HEAD:spec/one.yaml", "spec/one.yaml"]);
    expect(one.stdout).toContain(`@acme/one: major\n  ${breaking}`);
    const relative = await run(join(folder, "spec"), ["diff", "HEAD:./one.yaml", "one.yaml"]);
    expect(relative.stdout).toContain(breaking);
    const two = await run(folder, ["diff", "HEAD", "--package", "two"]);
    expect(two.stdout).toBe("@acme/two: no change\n");
  });

  it("compares with a package: its folder, a folder of packages, and its tarball", async () => {
    const folder = await released();
    cpSync(join(folder, "packages"), join(folder, "old"), { recursive: true });
    writeFileSync(join(folder, "spec/one.yaml"), broken);
    expect((await generateIn(folder)).ok).toBe(true);
    const both = await run(folder, ["diff", "old", "packages"]);
    expect(both.stdout).toContain(breaking);
    expect(both.stdout).toContain("@acme/two: no change");
    const one = await run(folder, ["diff", "old/one", "packages/one"]);
    expect(one.stdout).toContain(breaking);
    execFileSync("npm", ["pack", "--ignore-scripts", "--silent", join(folder, "old/one")], { cwd: folder });
    const tarball = await run(folder, ["diff", "acme-one-0.1.0.tgz", "packages/one"]);
    expect([tarball.stdout, tarball.stderr]).toEqual([expect.stringContaining(breaking), ""]);
  });

  it.each([true, false])("compares with the last release when nothing is named, tags: %s", async (tags) => {
    const folder = await released(tags);
    writeFileSync(join(folder, "spec/one.yaml"), broken);
    await generateIn(folder);
    git(folder, "commit", "-qam", "a change");
    const { stdout, code } = await run(folder, ["diff"]);
    expect([code, stdout]).toEqual([0, expect.stringContaining(breaking)]);
    // A release sets the version: what came before it is released.
    const manifest = join(folder, "packages/one/package.json");
    writeFileSync(
      manifest,
      readFileSync(manifest, "utf8").replace('"version": "0.1.0"', '"version": "0.2.0"'),
    );
    // Also before anybody commits it: the same changes are never told, and released, twice.
    expect((await run(folder, ["diff"])).stdout).toContain("@acme/one: no change");
    expect((await run(folder, ["changeset"])).stdout).toContain("No package changed since its release.");
    git(folder, "commit", "-qam", "version");
    expect((await run(folder, ["diff"])).stdout).toContain("@acme/one: no change");
  });

  it("shows types that only another generator changed", async () => {
    const folder = await released();
    const types = join(folder, "packages/one/src/types.ts");
    writeFileSync(types, readFileSync(types, "utf8").replace("id: string", "id: Buffer"));
    git(folder, "commit", "-qam", "as an older generator wrote it");
    const { stdout } = await run(folder, ["diff", "HEAD"]);
    expect(stdout).toContain(
      "major Thing: the exported declaration changed, though the document says the same",
    );
    expect(stdout).toContain("@acme/two: no change");
  });

  it.each([
    [["diff", "nothing"], 1, '"nothing" is no file, no folder and no git revision'],
    [["diff", "--output=x", "y"], 2, "Unknown option"],
    [["diff", "a.yaml", "b.yaml", "c.yaml"], 2, "nothing more"],
    [["diff", "a.yaml", "b.yaml", "--fail-on", "huge"], 2, "--fail-on takes major, minor or patch"],
    [["diff", "a.yaml", "b.yaml", "--json", "--markdown"], 2, "not both"],
    [["diff", "a.yaml", "bad.yaml"], 1, "CW1002"],
    [["diff", "a.yaml", "."], 1, "is no package and holds none"],
    [["diff", "a.yaml", "b.yaml", "--package", "none"], 1, "no package is called none"],
    [["diff", "a.yaml", "b.yaml", "--package", "one,none"], 1, "no package is called none"],
    [["diff", "garbage.tgz", "b.yaml"], 1, "garbage.tgz is no tarball of a generated package"],
    [["diff", "cut.tgz", "b.yaml"], 1, "cut.tgz is no tarball of a generated package"],
    [["changeset"], 1, "no clientwright.config.ts"],
  ])("%j exits %i", async (args, expected, message) => {
    const folder = temporaryFolder({ "a.yaml": document("One"), "b.yaml": broken, "bad.yaml": "a: [" });
    writeFileSync(join(folder, "garbage.tgz"), "no archive");
    writeFileSync(join(folder, "cut.tgz"), gzipSync(Buffer.alloc(10_000, "x")).subarray(0, 40));
    const { code, stderr } = await run(folder, args);
    expect([code, stderr]).toEqual([expected, expect.stringContaining(message)]);
  });
});

describe("changeset", () => {
  it("writes a file a package under a stable name, and fails a check without one", async () => {
    const folder = await released();
    writeFileSync(join(folder, "spec/one.yaml"), broken);
    const missing = await run(folder, ["changeset", "--check"]);
    expect([missing.code, missing.stdout]).toEqual([
      3,
      expect.stringContaining("@acme/one has changes of level minor and no changeset"),
    ]);
    expect((await run(folder, ["changeset"])).stdout).toContain("wrote     .changeset/api-one.md");
    const path = join(folder, ".changeset/api-one.md");
    const text = readFileSync(path, "utf8");
    expect(text).toContain('"@acme/one": minor\n---\n\nBreaking:');
    expect((await run(folder, ["changeset"])).stdout).toContain("unchanged .changeset/api-one.md");
    expect((await run(folder, ["changeset", "--check"])).code).toBe(0);

    writeFileSync(path, text.replace("minor", "patch"));
    const understated = await run(folder, ["changeset", "--check"]);
    expect([understated.code, understated.stdout]).toEqual([
      3,
      expect.stringContaining("needs the level minor"),
    ]);
    const edited = text.replace("the type changed", "ids are numbers");
    writeFileSync(path, edited);
    expect((await run(folder, ["changeset"])).stdout).toContain("kept      .changeset/api-one.md");
    expect(readFileSync(path, "utf8")).toBe(edited);
    expect((await run(folder, ["changeset", "--check"])).code).toBe(0);
  });

  it("takes away what tells of a change that was taken back", async () => {
    const folder = await released();
    writeFileSync(join(folder, "spec/one.yaml"), broken);
    await run(folder, ["changeset"]);
    writeTree(folder, { "spec/one.yaml": document("One") });
    expect((await run(folder, ["changeset", "--check"])).code).toBe(3);
    expect((await run(folder, ["changeset"])).stdout).toContain("deleted   .changeset/api-one.md");
    expect((await run(folder, ["changeset", "--check"])).code).toBe(0);
  });

  it("asks for none for a package that was never released", async () => {
    const folder = await generatedProject({ ...project(), ".changeset/config.json": "{}" });
    const outside = await run(folder, ["changeset", "--check"]);
    expect([outside.code, outside.stdout]).toEqual([0, "Every change has its changeset.\n"]);
    expect(outside.stderr).toContain("This is no git repository");
    git(folder, "init", "-q", "-b", "main");
    const { code, stdout, stderr } = await run(folder, ["changeset", "--check"]);
    expect([code, stdout]).toEqual([0, "Every change has its changeset.\n"]);
    expect(stderr).toContain("@acme/one was never released");
  });

  it("is refused where a clone has neither the tag nor the history of a release", async () => {
    const origin = await released(false);
    writeFileSync(join(origin, "spec/one.yaml"), broken);
    await generateIn(origin);
    git(origin, "commit", "-qam", "a break");
    const clone = temporaryFolder({});
    git(clone, "clone", "-q", "--depth", "1", `file://${origin}`, "shallow");
    const shallow = join(clone, "shallow");
    for (const command of [["changeset", "--check"], ["diff"]]) {
      const refused = await run(shallow, command);
      expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("fetch-depth: 0")]);
    }
    git(shallow, "fetch", "-q", "--unshallow");
    expect((await run(shallow, ["changeset", "--check"])).code).toBe(3);
  });

  it("is neither written nor passed with the marks of a merge in it", async () => {
    const folder = await released();
    writeFileSync(join(folder, "spec/one.yaml"), broken);
    await run(folder, ["changeset"]);
    const path = join(folder, ".changeset/api-one.md");
    const memory = join(folder, ".changeset/api-changesets.json");
    const [text, hashes] = [readFileSync(path, "utf8"), readFileSync(memory, "utf8")];
    const merged = (one: string): string =>
      `<<<<<<< HEAD\n${one}=======\n${one.replace(/[0-9a-f]{64}/, "0".repeat(64))}>>>>>>> other\n`;
    writeFileSync(path, text.replace(/Breaking:\n/, merged("Breaking:\n")));
    const marked = readFileSync(path, "utf8");
    writeFileSync(memory, merged(hashes));
    for (const command of [["changeset"], ["changeset", "--check"]]) {
      const refused = await run(folder, command);
      expect([refused.code, refused.stdout]).toEqual([
        3,
        expect.stringContaining("api-one.md has the marks of a merge"),
      ]);
    }
    expect(readFileSync(path, "utf8")).toBe(marked);
    // Once it is settled, a memory that still has both sides knows what is its own.
    writeFileSync(path, text);
    expect((await run(folder, ["changeset", "--check"])).code).toBe(0);
    expect((await run(folder, ["changeset"])).stdout).toContain("unchanged .changeset/api-one.md");
    expect(readFileSync(memory, "utf8")).toBe(hashes);
  });

  it("is the same with the line ends of another system", async () => {
    const folder = await released();
    writeFileSync(join(folder, "spec/one.yaml"), broken);
    await run(folder, ["changeset"]);
    for (const name of ["api-one.md", "api-changesets.json"]) {
      const path = join(folder, ".changeset", name);
      writeFileSync(path, readFileSync(path, "utf8").replaceAll("\n", "\r\n"));
    }
    expect((await run(folder, ["changeset", "--check"])).code).toBe(0);
  });

  it("does not count again what a prerelease has told of", async () => {
    const folder = await released();
    writeFileSync(join(folder, "spec/one.yaml"), broken);
    await run(folder, ["changeset"]);
    writeTree(folder, {
      ".changeset/pre.json": '{ "mode": "pre", "tag": "next", "changesets": ["api-one"] }',
    });
    const { code, stdout } = await run(folder, ["changeset", "--check"]);
    expect([code, stdout]).toEqual([3, expect.stringContaining("and no changeset")]);
  });

  it("that was edited is left, and told of, when its change was taken back", async () => {
    const folder = await released();
    writeFileSync(join(folder, "spec/one.yaml"), broken);
    await run(folder, ["changeset"]);
    const path = join(folder, ".changeset/api-one.md");
    writeFileSync(path, `${readFileSync(path, "utf8")}More.\n`);
    writeTree(folder, { "spec/one.yaml": document("One") });
    const checked = await run(folder, ["changeset", "--check"]);
    expect([checked.code, checked.stdout]).toEqual([
      3,
      expect.stringContaining("was edited by hand and tells of changes"),
    ]);
    expect((await run(folder, ["changeset"])).stdout).toContain("was edited by hand and tells of changes");
    expect(readFileSync(path, "utf8")).toContain("More.");
  });
});
