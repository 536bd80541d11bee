import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { compile, olderCompilers } from "./compilers.ts";
import { expectedErrors } from "./expected-errors.ts";
import { installPackedPackages } from "./install.ts";
import { configName, fillProject, resolutions } from "./project.ts";
import { workspacePackages } from "./workspace-packages.ts";

// A busy machine must not fail what packs, installs and compiles.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const compilers = await olderCompilers();
let folder = "";

beforeAll(async () => {
  folder = await installPackedPackages();
  await fillProject(folder, workspacePackages());
});
afterAll(() => {
  if (folder !== "") rmSync(folder, { recursive: true });
});

const surroundings = compilers.flatMap((compiler) =>
  resolutions.map((resolution) => ({ compiler, resolution, title: `${compiler.name}, ${resolution}` })),
);

describe.concurrent.each(surroundings)("$title", ({ compiler, resolution }) => {
  it("compiles right programs and all code that texts show, and checks the packages' declarations", async () => {
    expect(await compile(compiler, folder, configName("older-good", resolution))).toEqual([]);
  });

  it("refuses each wrong line of the wrong programs, and no other", async () => {
    const found = await compile(compiler, folder, configName("older-bad", resolution));
    const wanted = expectedErrors("wrong").map(({ file, line }) => `${file}:${line}`);
    expect([...new Set(found.map(({ file, line }) => `${file}:${line}`))].sort()).toEqual(wanted.sort());
  });
});
