import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile, newestCompiler } from "./compilers.ts";
import { workspaceFolder } from "./workspace-packages.ts";

// Inside of this package, which depends on all that the README imports.
const cache = join(import.meta.dirname, "../node_modules/.cache");
let folder = "";

const blocks = [
  ...readFileSync(join(workspaceFolder, "packages/testing/README.md"), "utf8").matchAll(
    /^```ts\n(.*?)^```$/gms,
  ),
].map(([, code = ""]) => code);

beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, "clientwright-readme-"));
  const compilerOptions = {
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
    module: "nodenext",
    moduleResolution: "nodenext",
    strict: true,
    noEmit: true,
  };
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(codes: readonly string[]): void {
  for (const [index, code] of codes.entries())
    writeFileSync(join(folder, `block-${index}.ts`), `${code}\nexport {};\n`);
}

it("the code that the README of the stand-in shows compiles", async () => {
  expect(blocks.length).toBeGreaterThan(2);
  write(blocks);
  expect(await compile(newestCompiler(), folder, "tsconfig.json")).toEqual([]);
});

it("would not, if a reply had another type or a member another name", async () => {
  write(blocks.map((code) => code.replace('[{ id: "e1" }]', '"e1"').replace("api.verify", "api.verified")));
  const found = await compile(newestCompiler(), folder, "tsconfig.json");
  expect(found.map(({ file }) => file)).toEqual(["block-0.ts", "block-0.ts"]);
});
