import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { run, runOrThrow } from "../consumer/command.ts";
import { compile, compilers } from "../consumer/compilers.ts";
import { workspaceFolder } from "../consumer/workspace-packages.ts";
import { tool } from "../everywhere/tools.ts";
import { realDocuments } from "./documents.ts";

/** From a document that somebody else wrote to a package that compiles, as a person does it who has not read our docs. */
const clientwright = join(workspaceFolder, "generator", "bin", "clientwright.js");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-real-")));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Report {
  readonly ok: boolean;
  readonly diagnostics: readonly { readonly code: string; readonly severity: string }[];
}

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** Operations by the plainest reading of a document: methods under paths. */
function countOperations(file: string): number {
  const { paths } = parse(readFileSync(file, "utf8"), { maxAliasCount: -1 }) as {
    paths: Readonly<Record<string, object>>;
  };
  return Object.values(paths)
    .flatMap((item) => Object.keys(item))
    .filter((key) => methods.has(key)).length;
}

describe.each(realDocuments)("$name", ({ name, npm, path }) => {
  const project = join(folder, name);

  it("becomes a package with every operation, after init and one replaced file", async () => {
    const document = join(await tool(...npm), npm[0], path);
    await runOrThrow(process.execPath, [clientwright, "init", project], { cwd: folder });
    // JSON is YAML too: the file keeps the name that init gave it.
    expect([".json", ".yaml"]).toContain(extname(document));
    cpSync(document, join(project, "openapi.yaml"));
    mkdirSync(join(project, "node_modules", "@clientwright"), { recursive: true });
    for (const [as, from] of [
      ["generator", "generator"],
      ["runtime", "packages/runtime"],
    ] as const) {
      symlinkSync(join(workspaceFolder, from), join(project, "node_modules", "@clientwright", as));
    }
    const { stdout, status } = await run(process.execPath, [clientwright, "generate", "--json"], {
      cwd: project,
    });
    const { ok, diagnostics }: Report = JSON.parse(stdout);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect([ok, status]).toEqual([true, 0]);
    const operations = readdirSync(join(project, "packages", name, "src", "operations"));
    expect(operations).toHaveLength(countOperations(document));
  });

  it.each(compilers.filter((compiler) => !compiler.name.startsWith("TypeScript 6")))(
    "compiles without an error under $name",
    async (compiler) => {
      expect(await compile(compiler, join(project, "packages", name), "tsconfig.json")).toEqual([]);
    },
  );

  it("exports each operation as a function that can be called", async () => {
    const own = join(project, "packages", name);
    const files = readdirSync(join(own, "src", "operations"));
    const program = `const all = await import(${JSON.stringify(join(own, "dist", "index.js"))});
process.stdout.write(JSON.stringify(Object.keys(all).filter((key) => typeof all[key] === "function")));`;
    const functions: readonly string[] = JSON.parse(
      await runOrThrow(process.execPath, ["--input-type=module", "--eval", program], { cwd: own }),
    );
    expect(functions).toEqual(expect.arrayContaining(files.map((file) => file.slice(0, -".ts".length))));
  });
});
