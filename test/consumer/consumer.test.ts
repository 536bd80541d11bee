import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startLoopback } from "../contract/loopback.ts";
import { run, runOrThrow } from "./command.ts";
import { compile, compilers, newestCompiler } from "./compilers.ts";
import { expectedErrors } from "./expected-errors.ts";
import { installPackedPackages } from "./install.ts";
import { findNodes } from "./nodes.ts";
import { configName, emitConfig, fillProject, resolutions } from "./project.ts";
import { answerProgram, printed, requestLines, sent } from "./service.ts";
import { workspacePackages } from "./workspace-packages.ts";

const packages = workspacePackages();
const nodes = await findNodes();
const service = await startLoopback();
let folder = "";
let shown: string[] = [];

beforeAll(async () => {
  folder = await installPackedPackages();
  shown = await fillProject(folder, packages);
});
afterAll(async () => {
  await service.close();
  if (folder !== "") rmSync(folder, { recursive: true });
});

const surroundings = compilers.flatMap((compiler) =>
  resolutions.map((resolution) => ({ compiler, resolution, title: `${compiler.name}, ${resolution}` })),
);

describe.concurrent.each(surroundings)("$title", ({ compiler, resolution }) => {
  it("compiles right programs, the generated sources and all code that texts show", async () => {
    expect(await compile(compiler, folder, configName("good", resolution))).toEqual([]);
  });

  it("refuses each wrong line of the wrong programs, and no other", async () => {
    const found = await compile(compiler, folder, configName("bad", resolution));
    const wanted = expectedErrors("wrong").map(({ file, line, name }) => `${file}:${line} ${name}`);
    const names = new Map(expectedErrors("wrong").map(({ file, line, name }) => [`${file}:${line}`, name]));
    const places = found.map(
      ({ file, line, text }) => `${file}:${line} ${names.get(`${file}:${line}`) ?? text}`,
    );
    expect([...new Set(places)].sort()).toEqual(wanted.sort());
  });
});

// Declarations are checked only when nothing else is wrong, so this cannot be one of the wrong programs.
describe.concurrent.each(compilers)("$name", (compiler) => {
  it("checks isolatedDeclarations in this set-up", async () => {
    const found = await compile(compiler, folder, configName("flags", "nodenext"));
    const places = found.map(({ file, line }) => ({ file, line }));
    expect(places).toEqual(expectedErrors("flags").map(({ file, line }) => ({ file, line })));
  });
});

describe("what is compiled", () => {
  it("has a README and an example of every generated package", () => {
    for (const { folder: source } of packages.filter(({ generated }) => generated)) {
      const name = source.split(/[\\/]/).at(-1) ?? "";
      expect(shown.filter((file) => file.startsWith(`${name}/README.`)).length).toBeGreaterThanOrEqual(2);
      expect(shown.filter((file) => file.startsWith(`${name}/`) && !file.includes("README"))).not.toEqual([]);
    }
  });
});

describe("the installed packages run", () => {
  beforeAll(async () => {
    await runOrThrow(process.execPath, [newestCompiler().tsc, "-p", emitConfig], { cwd: folder });
  });

  it.each(nodes)("under Node $version", async ({ path }) => {
    answerProgram(service);
    const { stdout, stderr, status } = await run(path, ["built/main.js", service.url], { cwd: folder });
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(JSON.parse(stdout)).toEqual(printed);
    expect(requestLines(service)).toEqual(sent);
    expect(service.received[0]?.body).toContain('"start":"2021-11-11T11:09:11.007Z"');
  });
});
