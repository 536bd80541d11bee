import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildPackage } from "./build/build.ts";
import { Diagnostics } from "./diagnostics.ts";
import { type EmittedFile, emitPackage } from "./emit/package.ts";
import { loadDocument } from "./load/document.ts";
import { buildApis } from "./model/build.ts";
import { readTree, temporaryFolder, writeTree } from "./testing/folder.ts";
import { wrongIn } from "./testing/hostile-check.ts";
import { hostileConfig, hostileDocument, payloads, placesOfText } from "./testing/hostile.ts";
import { config, generateIn } from "./testing/project.ts";

/** The files that the package of a document would have, before they are laid out. */
function emittedOf(document: string, folder: string): readonly EmittedFile[] {
  writeTree(folder, { "openapi.json": document });
  const diagnostics = new Diagnostics();
  const loaded = loadDocument("openapi.json", folder, diagnostics);
  const options = { config: { document: "openapi.json" }, source: "openapi.json" };
  const apis = loaded === undefined ? [] : buildApis(loaded, options, diagnostics);
  expect(diagnostics.all.filter((diagnostic) => diagnostic.severity === "error")).toEqual([]);
  return apis.flatMap((api) => [...emitPackage(api, {}, { version: "1.0.0" })]);
}

describe.each([undefined, "tag"] as const)("a document whose every text is hostile, split: %s", (split) => {
  it.each(Object.entries(payloads))("%s", async (_what, payload) => {
    const folder = temporaryFolder({
      "deep/spec/openapi.json": hostileDocument(() => payload),
      "deep/spec/clientwright.config.mjs": config(hostileConfig(split)),
    });
    const before = Object.keys(readTree(folder));
    const { ok, diagnostics } = await generateIn(join(folder, "deep/spec"));
    expect(diagnostics.filter((diagnostic) => diagnostic.severity === "error")).toEqual([]);
    expect(ok).toBe(true);
    const written = Object.entries(readTree(folder)).filter(([path]) => !before.includes(path));
    expect(written.filter(([path]) => path.endsWith(".ts")).length).toBeGreaterThan(7);
    for (const [path, bytes] of written) {
      const [, inPackage] = /^deep\/packages\/[a-z0-9][a-z0-9-]*\/(.*)$/.exec(path) ?? [];
      expect([path, inPackage]).toEqual([path, expect.any(String)]);
      expect(wrongIn(inPackage ?? "", Buffer.from(bytes, "latin1").toString("utf8"))).toEqual([]);
    }
    for (const name of readdirSync(join(folder, "deep/packages"))) {
      const own = join(folder, "deep/packages", name);
      await buildPackage(own);
      for (const file of ["index.js", "index.d.ts"]) {
        // The printers indent with tabs.
        const code = readFileSync(join(own, "dist", file), "utf8").replaceAll("\t", "  ");
        expect([file, wrongIn("src/built.ts", code)]).toEqual([file, []]);
      }
    }
  });
});

describe("a document with one hostile text, in each of its places", () => {
  const places = placesOfText();
  const everything = Object.values(payloads).join(" ");

  it("has more than a hundred", () => {
    expect(places.length).toBeGreaterThan(100);
  });

  it("is safe", () => {
    const folder = temporaryFolder();
    for (const place of places) {
      const document = hostileDocument((here) => (here === place ? everything : here));
      const files = emittedOf(document, folder);
      expect(files.length).toBeGreaterThan(10);
      expect([place, files.flatMap(({ path, text }) => wrongIn(path, text))]).toEqual([place, []]);
    }
  }, 600_000);
});

describe("the watch over what a document planted", () => {
  it.each([
    ["src/a.ts", "export const a = 1; globalThis.planted = 1;", "a statement of its own"],
    ["src/a.ts", "export const a = (globalThis.planted = 1);", "code of a payload, which ran"],
    ["src/a.ts", "export function a() { globalThis.planted = 1; }", "code of a payload"],
    ["src/a.ts", "export const a = ", "does not parse"],
    ["src/a.ts", "// \u202e", "a character that nobody sees"],
    ["src/../../a.ts", "", "its path"],
    ["package.json", "{", "it is no JSON"],
    ["README.md", "<script>a</script>", "it renders <script>"],
    ["README.md", "a <!-- b -->", "it renders <!"],
    ["README.md", "![a](b)", "it renders <img"],
    ["README.md", "[a](http://planted.example)", "it links to http://planted.example"],
    ["README.md", "www.planted.example", "it links to http://www.planted.example"],
    ["README.md", "[a](javascript:planted)", "it links to javascript:planted"],
  ])("refuses %s: %j", (path, text, what) => {
    expect(wrongIn(path, text).join("\n")).toContain(what);
  });

  it.each([
    ["src/a.ts", 'export const a = "globalThis.planted = 1"; // globalThis.planted = 1'],
    ["README.md", "`<script>` and \\<b> and [a](./api.md#b)\n\n```html\n<b>\n```\n"],
  ])("allows %s: %j", (path, text) => {
    expect(wrongIn(path, text)).toEqual([]);
  });
});

describe("a hostile document", () => {
  it("cannot reach a file beside the packages by the name of a package", async () => {
    const folder = temporaryFolder({
      "a/openapi.json": hostileDocument(() => "../../outside"),
      "a/clientwright.config.mjs": config({
        documents: [{ document: "openapi.json", package: "../../outside" }],
      }),
    });
    const { ok, diagnostics } = await generateIn(join(folder, "a"));
    expect(ok).toBe(false);
    expect(diagnostics.map(({ code }) => code)).toContain("CW3002");
    expect(existsSync(join(folder, "outside"))).toBe(false);
  });

  it("cannot read what it refers to outside of files", async () => {
    for (const ref of [
      "http://127.0.0.1:1/x",
      "//127.0.0.1/x",
      "file:///etc/hostname",
      "data:application/json,{}",
    ]) {
      const folder = temporaryFolder({
        "openapi.json": JSON.stringify({ openapi: "3.1.1", info: {}, paths: { "/x": { $ref: ref } } }),
        "clientwright.config.mjs": config({ documents: [{ document: "openapi.json" }] }),
      });
      const { diagnostics } = await generateIn(folder);
      expect(diagnostics.map(({ code }) => code)).toContain("CW1010");
    }
  });

  it("cannot plant what generate would run: a project's packages are never imported", async () => {
    const folder = temporaryFolder({
      "openapi.json": hostileDocument(() => "x"),
      "clientwright.config.mjs": config({ documents: [{ document: "openapi.json", package: "x" }] }),
      "packages/x/package.json": '{ "version": "1.0.0\\"; planted" }',
    });
    mkdirSync(join(folder, "packages/x/src"), { recursive: true });
    const { diagnostics } = await generateIn(folder);
    expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
      "CW4001 packages/x/package.json",
    ]);
  });
});
