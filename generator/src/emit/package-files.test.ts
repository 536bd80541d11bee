import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PackageConfig } from "../config.ts";
import { documentOf, modelOne } from "../testing/document.ts";
import { generatedProject, generateIn, project } from "../testing/project.ts";
import { readTree } from "../testing/folder.ts";
import { packageJson } from "./package-files.ts";

function manifest(config: PackageConfig, description = "Things."): Readonly<Record<string, unknown>> {
  const text = documentOf(
    `paths: { /a: { get: { operationId: run, responses: { "200": { description: A. } } } } }`,
  );
  const api = { ...modelOne(text), description };
  const made: unknown = JSON.parse(
    packageJson(api, config, { version: "1.2.3", directory: "packages/things" }),
  );
  return made as Readonly<Record<string, unknown>>;
}

const url = "git+https://github.com/acme/clients.git";

describe("the files around the code", () => {
  it("says where in the repository the package is", async () => {
    expect(manifest({})).not.toHaveProperty("repository");
    const at = (directory: string): unknown => ({ repository: { type: "git", url, directory } });
    expect(manifest({ repository: url })).toMatchObject(at("packages/things") as object);
    expect(manifest({ repository: url, repositoryDirectory: "sdk/js/" })).toMatchObject(
      at("sdk/js/packages/things") as object,
    );
    const folder = await generatedProject(project({ package: { repository: url } }));
    expect(JSON.parse(readTree(folder)["packages/one/package.json"] ?? "")).toMatchObject(
      at("packages/one") as object,
    );
  });

  it("has lines that git does not end otherwise, so that a check holds on Windows", async () => {
    const folder = await generatedProject();
    const git = (...args: readonly string[]): string =>
      execFileSync("git", ["-c", "core.autocrlf=true", ...args], {
        cwd: folder,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    git("init", "-q");
    git("add", "-A");
    for (const name of ["packages", "spec"]) rmSync(join(folder, name), { recursive: true });
    git("checkout", "-q", "--", ".");
    expect(readTree(folder)["spec/one.yaml"]).toContain("\r\n");
    expect(readTree(folder)["packages/one/src/index.ts"]).not.toContain("\r\n");
    const { packages } = await generateIn(folder, { cache: false, dryRun: true });
    expect(packages.flatMap(({ files }) => files.filter(({ action }) => action !== "unchanged"))).toEqual([]);
  });

  it("lets everybody install it, unless the configuration says otherwise", () => {
    expect(manifest({})["publishConfig"]).toEqual({ access: "public" });
    const publishConfig = { access: "restricted", registry: "https://npm.acme.example/" } as const;
    expect(manifest({ publishConfig })["publishConfig"]).toEqual(publishConfig);
  });

  it("builds before it publishes, in its own way", () => {
    const own = {
      build: "clientwright build",
      prepublishOnly: "npm run build",
      typecheck: "tsc -p tsconfig.json --noEmit",
    };
    expect(manifest({})["scripts"]).toEqual(own);
    const scripts = { build: "tsc -p tsconfig.json", prepublishOnly: "pnpm build" };
    expect(manifest({ scripts })["scripts"]).toEqual({ ...own, ...scripts });
  });

  it("brings what its scripts run, in the versions that the configuration asks for", () => {
    const { devDependencies, dependencies } = manifest({});
    expect(Object.keys(devDependencies as object)).toEqual(["@clientwright/generator", "typescript"]);
    // One version of both: the code is written for the runtime beside the generator.
    expect(Object.values(dependencies as object)).toContain(
      (devDependencies as Readonly<Record<string, string>>)["@clientwright/generator"],
    );
    const other = { "@clientwright/generator": "workspace:^", typescript: "catalog:" };
    expect(manifest({ devDependencies: other })["devDependencies"]).toEqual(other);
  });

  it.each([
    ["Follows **parcels**. And more.\n\n# Head\n\nText.", "Follows parcels."],
    ["# Things\n\nText.", "A typed client for Things."],
  ])("is described by the first sentence in words: %j", (description, words) => {
    expect(manifest({}, description)["description"]).toBe(words);
  });
});
