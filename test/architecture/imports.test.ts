import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readModule } from "./imports.ts";
import { violations } from "./rules.ts";

const root = join(import.meta.dirname, "../..");

function sources(): readonly { readonly path: string; readonly text: string }[] {
  const patterns = ["generator/src/**/*.ts", "packages/*/src/**/*.ts", "test/**/*.ts", "spec/*.ts"];
  return globSync(patterns, { cwd: root, exclude: (path) => /node_modules|^(dist|reports)$/.test(path) })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !/node_modules|\/dist\//.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

describe("the sources", () => {
  const files = sources();

  it("are all there", () => {
    for (const known of [
      "generator/src/emit/print.ts",
      "packages/runtime/src/transport.ts",
      "test/architecture/rules.ts",
    ]) {
      expect(files.map((file) => file.path)).toContain(known);
    }
    expect(files.length).toBeGreaterThan(100);
  });

  it("keep every rule", () => {
    expect(violations(files)).toEqual([]);
  });

  it("hold each library that one place alone may know, so that no rule watches over nothing", () => {
    const imported = new Set(files.flatMap(({ text }) => readModule(text).imports.map(({ from }) => from)));
    for (const library of [
      "ts-morph",
      "typescript",
      "yaml",
      "jsonc-parser",
      "openapi-fetch",
      "oxfmt",
      "rolldown",
    ]) {
      expect(imported).toContain(library);
    }
  });
});

describe("what would break a rule", () => {
  it.each([
    ["generator/src/load/a.ts", 'import { b } from "../model/b.ts";', "load may import"],
    ["generator/src/load/a.ts", 'import type { B } from "../model/b.ts";', "load may import"],
    ["generator/src/model/a.ts", 'import { b } from "../emit/b.ts";', "model may import"],
    ["generator/src/model/a.ts", 'import { b } from "../write/b.ts";', "model may import"],
    ["generator/src/model/a.ts", 'export { b } from "../cli.ts";', "model may import"],
    ["generator/src/emit/a.ts", 'import type { SpecNode } from "../load/node.ts";', "emit may import"],
    ["generator/src/emit/schema/a.ts", 'import { b } from "../../load/node.ts";', "emit may import"],
    ["generator/src/emit/a.ts", 'const b = await import("../write/plan.ts");', "emit may import"],
    ["generator/src/emit/a.ts", 'type B = import("../load/node.ts").SpecNode;', "emit may import"],
    ["generator/src/write/a.ts", 'import { b } from "../emit/doors.ts";', "write may import"],
    ["generator/src/write/a.ts", 'import { b } from "../model/api.ts";', "write may import"],
    ["generator/src/emit/a.ts", 'import { Project } from "ts-morph";', "imports ts-morph"],
    ["generator/src/emit/a.ts", 'import ts from "typescript";', "imports typescript"],
    [
      "generator/src/emit/print.ts",
      'import "openapi-typescript/dist/index.mjs";',
      "imports openapi-typescript",
    ],
    ["generator/src/model/a.ts", 'import { parse } from "yaml";', "imports yaml"],
    ["generator/src/commands/build.ts", 'import { build } from "rolldown";', "imports rolldown"],
    ["generator/src/build/a.ts", 'import { b } from "../model/api.ts";', "build may import"],
    ["packages/runtime/src/call.ts", 'import createClient from "openapi-fetch";', "imports openapi-fetch"],
    ["packages/code-coverage/src/a.ts", 'import { a } from "../../runtime/src/a.js";', "in another package"],
    ["generator/src/model/a.ts", 'import { a } from "../../../spec/a.ts";', "outside of the generator"],
    ["generator/src/cli.ts", 'import { a } from "./testing/a.ts";', "for tests"],
    ["generator/src/model/utils.ts", "", "utils.ts says nothing"],
    ["packages/runtime/src/helpers/a.ts", "", "helpers says nothing"],
    ["generator/src/common.ts", "", "common.ts says nothing"],
    ["generator/src/a.ts", 'export * from "./b.ts";', "exports *"],
    ["generator/src/a.ts", "export default 1;", "default export"],
    ["generator/src/a.ts", "export default function a() {}", "default export"],
    ["generator/src/a.ts", "const a = 1;\nexport { a as default };", "default export"],
    ["generator/src/a.ts", "// line\n".repeat(301), "has 301 lines"],
    ["generator/src/a.test.ts", "// line\n".repeat(401), "has 401 lines"],
  ])("%s: %.60j", (path, text, message) => {
    expect(violations([{ path, text }])).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ["generator/src/model/a.ts", 'import { b } from "../load/b.ts";\nimport { c } from "./c.ts";'],
    [
      "generator/src/emit/a.ts",
      'import type { Api } from "../model/api.ts";\n// import { a } from "../load/a.ts";',
    ],
    ["generator/src/emit/a.ts", 'const text = `import { a } from "../load/a.ts";`;'],
    ["generator/src/write/a.ts", 'import type { EmittedFile } from "../emit/package.ts";'],
    [
      "generator/src/generate.ts",
      'const a = await import("./emit/package.ts");\nimport { b } from "./load/b.ts";',
    ],
    ["generator/src/emit/a.test.ts", 'import ts from "typescript";\nimport { a } from "../load/a.ts";'],
    ["generator/src/model/base-folder.ts", 'export * as all from "./b.ts";'],
    ["test/vitest.config.ts", "export default {};"],
    ["generator/src/a.ts", "// line\n".repeat(300)],
    ["packages/a/src/types.ts", `// Generated from a.yaml.\n${"// line\n".repeat(900)}`],
  ])("is not %s: %.60j", (path, text) => {
    expect(violations([{ path, text }])).toEqual([]);
  });
});
