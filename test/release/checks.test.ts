import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { workspaceFolder } from "../consumer/workspace-packages.ts";
import type { BillOfMaterials } from "./bill-of-materials.ts";
import { checkRelease, pack, type Checked } from "./check.ts";
import { checkBillOfMaterials } from "./checks/bill-of-materials.ts";
import { checkContents } from "./checks/contents.ts";
import { checkEntryPoints } from "./checks/entry-points.ts";
import { checkExportedApi } from "./checks/exported-api.ts";
import { checkManifest } from "./checks/manifest.ts";
import type { Problem } from "./checks/problem.ts";
import { checkSize, limits } from "./checks/size.ts";
import { checkSourceMaps } from "./checks/source-maps.ts";
import { checkVersion } from "./checks/version.ts";
import { exportedApis } from "./exported-api.ts";
import { layOut } from "./install.ts";
import { publishedPackages } from "./published.ts";
import { markChecked, verifyTarballs } from "./release-folder.ts";
import { spoiled, type Edit } from "./spoiled.ts";
import { textOf, type Manifest, type Tarball } from "./tarball.ts";

// A busy machine must not fail what packs, installs and compiles.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const packages = publishedPackages(workspaceFolder);
const reviewed = join(workspaceFolder, "test", "release", "api");
let folder: string;
let checked: Checked[];
let good: Tarball;
let runtime: Tarball;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "clientwright-checks-"));
  await pack(packages, workspaceFolder, folder);
  checked = await checkRelease({
    workspace: workspaceFolder,
    tarballs: folder,
    bills: join(folder, "sbom"),
    update: false,
    repository: undefined,
  });
  good = tarballOf("@clientwright/code-coverage");
  runtime = tarballOf("@clientwright/runtime");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function tarballOf(name: string): Tarball {
  const found = checked.find(({ tarball }) => tarball.manifest.name === name)?.tarball;
  if (found === undefined) throw new Error(`${name} was not packed`);
  return found;
}

const messages = (problems: readonly Problem[]): string[] => problems.map(({ message }) => message);
const text = (path: string): string => textOf(good.files, path) ?? "";
/** An edit of package.json. */
const manifest = (change: object): Edit => ({
  "package.json": JSON.stringify({ ...good.manifest, ...change }),
});

describe("the packages of this workspace", () => {
  it("may be published", () => {
    const found = checked.map(({ tarball, problems }) => [tarball.manifest.name, messages(problems)]);
    expect(found).toEqual(packages.map(({ name }) => [name, []]));
  });
});

describe("what a package holds", () => {
  const contents = async (edit: Edit): Promise<string[]> =>
    messages(checkContents(await spoiled(good, edit), ["/home/somebody/work"]));

  it.each([
    ["a source", { "dist/index.ts": "export {};" }, "dist/index.ts should not be published"],
    ["no licence", { LICENSE: undefined }, "LICENSE is missing"],
    ["no changelog", { "CHANGELOG.md": undefined }, "CHANGELOG.md is missing"],
    ["no document", { "openapi.json": undefined }, "openapi.json is missing"],
    ["no list of operations", { "api.md": undefined }, "api.md is missing"],
    ["a changelog of another version", { "CHANGELOG.md": "# x\n\n## 0.0.9\n" }, "says nothing of 0.1.0"],
    [
      "a path of the machine",
      { "README.md": "in /home/somebody/work/x" },
      "README.md holds /home/somebody/work",
    ],
  ] satisfies [string, Edit, string][])("is refused with %s", async (_, edit, message) => {
    expect(await contents(edit)).toEqual([expect.stringContaining(message)]);
  });

  it("is refused without the licence of what is built in", async () => {
    const bare = await spoiled(runtime, { "dist/THIRD-PARTY-LICENSES.txt": undefined });
    expect(messages(checkContents(bare, []))).toEqual([
      expect.stringContaining("dist/THIRD-PARTY-LICENSES.txt is missing"),
    ]);
  });
});

describe("package.json", () => {
  const refuse = (change: Partial<Manifest>, repository?: string): string[] =>
    messages(checkManifest({ ...good.manifest, ...change }, repository));

  it.each([
    ["a range of this workspace", { dependencies: { a: "workspace:^" } }, "a is wanted as workspace:^"],
    ["a range of the catalog", { peerDependencies: { a: "catalog:" } }, "a is wanted as catalog:"],
    [
      "a repository as a dependency",
      { dependencies: { a: "git+ssh://git@x/y" } },
      "which no user can install",
    ],
    ["an install script", { scripts: { postinstall: "node x.js" } }, "the script postinstall would run"],
    ["no licence", { license: "" }, "has no license"],
  ] satisfies [string, Partial<Manifest>, string][])("is refused with %s", (_, change, message) => {
    expect(refuse(change)).toEqual([expect.stringContaining(message)]);
  });

  it.each(["acme/sdk", "github:acme/sdk", "git+https://github.com/acme/sdk.git"])(
    "names the repository that publishes: %s",
    (repository) => {
      expect(refuse({ repository }, "acme/sdk")).toEqual([]);
      expect(refuse({ repository: { url: repository } }, "acme/sdk")).toEqual([]);
      expect(refuse({ repository }, "acme/other")).toEqual([expect.stringContaining("acme/other")]);
    },
  );

  it("is refused without a repository where one publishes", () => {
    expect(refuse({}, "acme/sdk")).toEqual([expect.stringContaining("repository is not set")]);
  });
});

describe("the version in the code", () => {
  it("is that of package.json", async () => {
    const other = await spoiled(good, manifest({ version: "0.2.0" }));
    expect(messages(checkVersion(other))).toEqual([
      expect.stringContaining("says 0.1.0, package.json 0.2.0"),
    ]);
    const changed = JSON.stringify({ ...runtime.manifest, version: "0.2.0" });
    const otherRuntime = await spoiled(runtime, { "package.json": changed });
    expect(messages(checkVersion(otherRuntime))).toEqual([expect.stringContaining("package.json 0.2.0")]);
  });
});

describe("source maps", () => {
  const map = (): { sources: string[]; sourcesContent: string[] } => JSON.parse(text("dist/index.js.map"));
  it.each([
    ["a module without one", () => ({ "dist/index.js": "export {};\n" }), "has no source map"],
    ["a map that is not there", () => ({ "dist/index.js.map": undefined }), "which is not in the package"],
    [
      "a map without its sources",
      () => ({ "dist/index.js.map": JSON.stringify({ ...map(), sourcesContent: undefined }) }),
      "has no text of ../src/",
    ],
    [
      "the map of another build",
      () => ({
        "dist/index.js.map": JSON.stringify({
          ...map(),
          sourcesContent: map().sources.map(() => "one line"),
        }),
      }),
      "a line that its source does not have",
    ],
  ] satisfies [string, () => Edit, string][])("refuses %s", async (_, edit, message) => {
    expect(messages(checkSourceMaps(await spoiled(good, edit())))[0]).toContain(message);
  });
});

describe("entry points", () => {
  it.each([
    [
      "publint",
      { exports: { ".": { types: "./dist/index.d.ts", default: "./dist/main.js" } } },
      "dist/main.js",
    ],
    [
      "attw",
      { exports: { ".": { default: "./dist/index.js" }, "./x": "./api.md" }, files: ["dist/*.js"] },
      "types",
    ],
  ])("are refused by %s", async (check, change, message) => {
    const problems = await checkEntryPoints(await spoiled(good, manifest(change)));
    expect(
      messages(problems.filter((problem) => problem.check === check))
        .join("\n")
        .toLowerCase(),
    ).toContain(message);
  });

  it("are refused by attw when a declaration imports a file that is not there", async () => {
    const edit = { "dist/index.d.ts": `${text("dist/index.d.ts")}\nexport { Lost } from "./lost.js";\n` };
    const problems = await checkEntryPoints(await spoiled(good, edit));
    expect(messages(problems).join("\n")).toContain("InternalResolutionError");
  });
});

describe("sizes", () => {
  it("have limits, in the tarball, on the disk and in a bundle", async () => {
    const ballast = `\nexport const ballast = ${JSON.stringify(noise(400_000))};\n`;
    const large = await spoiled(good, { "dist/index.js": text("dist/index.js") + ballast });
    const project = layOut([large, runtime], packages);
    try {
      expect(messages(await checkSize(large, project))).toEqual([
        expect.stringMatching(/bytes packed, more than 60000/),
        expect.stringMatching(/bytes unpacked, more than 350000/),
        expect.stringMatching(/bytes bundled, more than 20000/),
      ]);
      expect(await checkSize(large, project, { ...limits.tool, unpacked: 1e6, packed: 1e6 })).toEqual([]);
    } finally {
      rmSync(project, { recursive: true });
    }
  });
});

/** Text that does not compress: a generator of Park and Miller, always from the same seed. */
function noise(length: number): string {
  let seed = 42;
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCodePoint(48 + (seed % 64));
  }).join("");
}

describe("the exported API", () => {
  it("is the reviewed one", async () => {
    const declarations = text("dist/index.d.ts").replace("branch: string;", "branch: string | number;");
    const changed = await spoiled(good, { "dist/index.d.ts": declarations });
    const project = layOut([changed, runtime], packages);
    try {
      const apis = exportedApis([changed.manifest], project);
      const found = messages(checkExportedApi(apis, { reviewed, update: false }));
      expect(found).toEqual([expect.stringContaining("+    branch: string | number;")]);
      const mine = mkdtempSync(join(tmpdir(), "clientwright-reviewed-"));
      checkExportedApi(apis, { reviewed: mine, update: true });
      expect(checkExportedApi(apis, { reviewed: mine, update: false })).toEqual([]);
      rmSync(mine, { recursive: true });
    } finally {
      rmSync(project, { recursive: true });
    }
  });
});

describe("the bill of materials", () => {
  const bill = (): BillOfMaterials =>
    JSON.parse(readFileSync(join(folder, "sbom", "clientwright-code-coverage-0.1.0.cdx.json"), "utf8"));
  const refuse = (change: Partial<BillOfMaterials>, of: Manifest = good.manifest): string[] =>
    messages(checkBillOfMaterials(of, { ...bill(), ...change }));

  it("lists every dependency, under licences that users can take on", () => {
    expect(refuse({})).toEqual([]);
    expect(refuse({ components: [] })).toEqual([
      expect.stringContaining("@clientwright/runtime is not listed"),
    ]);
    const strict = { name: "a", version: "1.0.0", licenses: [{ license: { id: "AGPL-3.0-only" } }] };
    const either = { name: "b", version: "1.0.0", licenses: [{ expression: "(MIT OR GPL-3.0-only)" }] };
    const components = [...bill().components, strict, either, { name: "c", version: "1.0.0" }];
    expect(refuse({ components })).toEqual([
      expect.stringContaining("a 1.0.0 is under AGPL-3.0-only"),
      expect.stringContaining("c 1.0.0 is under no licence"),
    ]);
  });

  it("is of the package and of its version", () => {
    expect(refuse({}, { ...good.manifest, version: "0.2.0" })).toEqual([expect.stringContaining("not of")]);
    expect(messages(checkBillOfMaterials(good.manifest, undefined))).toEqual([
      expect.stringContaining("no CycloneDX document"),
    ]);
  });
});

describe("a folder of checked tarballs", () => {
  it("is published only as it was checked", () => {
    const release = mkdtempSync(join(tmpdir(), "clientwright-folder-"));
    const plan = [[{ kind: "publish", name: "a", version: "1.0.0", tarball: { path: "a.tgz" } }]];
    writeFileSync(join(release, "publish-plan.json"), JSON.stringify({ version: 1, plan }));
    writeFileSync(join(release, "a.tgz"), "one");
    expect(() => verifyTarballs(release)).toThrow("holds no checked tarballs");
    markChecked(release);
    expect(() => verifyTarballs(release)).not.toThrow();
    writeFileSync(join(release, "a.tgz"), "another");
    expect(() => verifyTarballs(release)).toThrow("a.tgz is not the tarball that was checked");
    rmSync(release, { recursive: true });
  });
});
