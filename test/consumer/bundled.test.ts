import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startLoopback } from "../contract/loopback.ts";
import { load, tool } from "../everywhere/tools.ts";
import { run, runOrThrow } from "./command.ts";
import { compile, compilers, newestCompiler, olderCompilers } from "./compilers.ts";
import { installPackedPackages } from "./install.ts";
import { findNodes } from "./nodes.ts";
import { emitConfig, fillProject, requireConfig } from "./project.ts";
import { answerProgram, printed, requestLines, sent } from "./service.ts";
import { workspacePackages } from "./workspace-packages.ts";

// A busy machine must not fail what packs, installs and compiles.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

interface Esbuild {
  build(options: object): Promise<unknown>;
}

const esbuild: Esbuild = (await load("esbuild", "0.28.2"))("esbuild");
const vite = join(await tool("vite", "8.3.8"), "vite", "bin", "vite.js");
const nodes = await findNodes();
const service = await startLoopback();
let folder = "";

beforeAll(async () => {
  folder = await installPackedPackages();
  await fillProject(folder, workspacePackages());
  for (const config of [emitConfig, requireConfig]) {
    await runOrThrow(process.execPath, [newestCompiler().tsc, "-p", config], { cwd: folder });
  }
});
beforeEach(() => answerProgram(service));
afterAll(async () => {
  await service.close();
  if (folder !== "") rmSync(folder, { recursive: true });
});

/** What a program prints when it runs by itself, without the packages beside it. */
async function outputOf(node: string, file: string): Promise<unknown> {
  const { stdout, stderr, status } = await run(node, [file, service.url], { cwd: folder });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return JSON.parse(stdout);
}

describe("CommonJS", () => {
  it.each(nodes)("requires the packages under Node $version", async ({ path }) => {
    expect(await outputOf(path, join("built-require", "main.cjs"))).toBe(printed.coverage);
    expect(requestLines(service)).toEqual(sent.slice(-1));
  });

  it("is typed by each compiler that knows of it, and told by those that do not", async () => {
    const [before, ...knowing] = [...(await olderCompilers()).slice(-2), ...compilers];
    for (const compiler of knowing) expect(await compile(compiler, folder, requireConfig)).toEqual([]);
    const found = before && (await compile(before, folder, requireConfig));
    expect(found?.[0]?.text).toMatch(/^TS1471|^TS1479/);
  });
});

describe("esbuild", () => {
  it.each([
    { format: "esm", entry: "built/main.js", file: "bundled/main.mjs", prints: printed },
    { format: "cjs", entry: "built-require/main.cjs", file: "bundled/main.cjs", prints: printed.coverage },
  ])("makes one file as $format", async ({ format, entry, file, prints }) => {
    const options = { absWorkingDir: folder, entryPoints: [entry], outfile: file, format };
    await esbuild.build({ ...options, bundle: true, minify: true, platform: "neutral", mainFields: [] });
    expect(readFileSync(join(folder, file), "utf8")).not.toContain("@clientwright/runtime");
    expect(await outputOf(process.execPath, file)).toEqual(prints);
  });
});

describe("Vite", () => {
  beforeAll(() => {
    // The file runs without a page here.
    const config = "export default { build: { modulePreload: { polyfill: false } } };\n";
    writeFileSync(join(folder, "vite.config.mjs"), config);
  });
  const bundle = async (entry: string): Promise<{ readonly file: string; readonly text: string }> => {
    writeFileSync(join(folder, "index.html"), `<script type="module" src="/${entry}"></script>\n`);
    const options = ["--outDir", "site", "--emptyOutDir", "--target", "esnext", "--logLevel", "warn"];
    await runOrThrow(process.execPath, [vite, "build", ...options], { cwd: folder });
    const [file = ""] = globSync("site/assets/*.js", { cwd: folder });
    return { file, text: readFileSync(join(folder, file), "utf8") };
  };

  it("builds an application that runs", async () => {
    const { file } = await bundle("built/main.js");
    expect(await outputOf(process.execPath, file)).toEqual(printed);
    expect(requestLines(service)).toEqual(sent);
  });

  it("leaves out the operations that are not used", async () => {
    writeFileSync(
      join(folder, "one.js"),
      `import { createClient, listCIAppPipelineEvents } from "@clientwright/ci-visibility-pipelines";
console.log(await listCIAppPipelineEvents(createClient()));
`,
    );
    const { text } = await bundle("one.js");
    expect(text).toContain("/api/v2/ci/pipelines/events");
    expect(text).not.toContain("/api/v2/ci/pipelines/analytics/aggregate");
  });
});
