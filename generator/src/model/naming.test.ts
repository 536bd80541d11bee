import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { isPackageName } from "../config.ts";
import { collisions, isIdentifier, toFunctionName, toKebabCase, toTypeName } from "./naming.ts";

const hostile = [
  "",
  " ",
  "2fa",
  "class",
  "default",
  "constructor",
  "__proto__",
  "prototype",
  "toString",
  "it's",
  '"quoted"',
  "`tick`",
  "*/ break",
  "a b c",
  "a-b",
  "a.b",
  "a/b",
  "../../etc",
  "🚀",
  "🚀 launch",
  "straße",
  "ÉTÉ",
  "日本",
  "a\u2028b",
  "a\nb",
  "$ref",
  "_",
  "-",
];

/** TypeScript's own judgement: the text is one declaration of that name. */
function declares(kind: "interface" | "function", name: string): boolean {
  const text = kind === "interface" ? `export interface ${name} {}` : `export function ${name}() {}`;
  const { diagnostics } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  return diagnostics?.length === 0;
}

describe("names", () => {
  it.each([
    ["basic-error", "BasicError"],
    ["CIAppPipelineEvent", "CIAppPipelineEvent"],
    ["pull_request", "Pull_request"],
    ["2fa", "_2fa"],
    ["string", "String"],
    ["a.b/c d", "ABCD"],
    ["é té", "ÉTé"],
    ["e\u0301", "É"],
    ["class", "Class"],
    ["🚀", "_"],
  ])("the type of %j is %s", (documented, name) => {
    expect(toTypeName(documented)).toBe(name);
  });

  it.each([
    ["searchEvents", "searchEvents"],
    ["SearchEvents", "SearchEvents"],
    ["repos/list-for-org", "reposListForOrg"],
    ["Get Things", "getThings"],
    ["delete", "delete_"],
    ["2fa", "_2fa"],
    ["constructor", "constructor_"],
    ["options", "options_"],
    ["then", "then_"],
    ["it's", "itS"],
    ["$get", "$get"],
  ])("the function of %j is %s", (documented, name) => {
    expect(toFunctionName(documented)).toBe(name);
  });

  it.each([
    ["CI Visibility", "ci-visibility"],
    ["getThings", "get-things"],
    ["Ümläute & Co.", "umlaute-co"],
    ["../../etc/passwd", "etc-passwd"],
    ["日本", ""],
  ])("the folder of %j is %j", (text, name) => {
    expect(toKebabCase(text)).toBe(name);
  });

  it.each(hostile)("of %j are names that TypeScript accepts", (text) => {
    expect(declares("interface", toTypeName(text))).toBe(true);
    expect(declares("function", toFunctionName(text))).toBe(true);
  });

  it("of any text are names that TypeScript accepts, and stay what they are", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })),
        (text) => {
          for (const name of [toTypeName(text), toFunctionName(text)]) {
            expect(isIdentifier(name)).toBe(true);
            expect(name).not.toMatch(/[\s"'`*\\/{}]/);
          }
          expect(toFunctionName(toFunctionName(text))).toBe(toFunctionName(text));
          expect(toTypeName(toTypeName(text))).toBe(toTypeName(text));
        },
      ),
      { seed: 26, numRuns: 2000 },
    );
  });

  it("of a folder never lead out of their folder", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const name = toKebabCase(text);
        expect(name === "" || name === "node-modules" || isPackageName(name)).toBe(true);
      }),
      { seed: 26, numRuns: 1000 },
    );
  });
});

describe("isIdentifier", () => {
  it.each(["a", "$", "_", "é", "日本", "a1"])("takes %s", (text) => {
    expect(isIdentifier(text)).toBe(true);
  });
  it.each(["", "1a", "a b", "a-b", "class", "eval", "a;b", "a\n", "🚀"])("refuses %j", (text) => {
    expect(isIdentifier(text)).toBe(false);
  });
});

describe("collisions", () => {
  const claim = (name: string): { name: string; what: string } => ({ name, what: name });

  it("are names that stand twice", () => {
    const found = collisions([claim("b"), claim("a"), claim("b"), claim("B")], false);
    expect(found.map((items) => items.map((item) => item.name))).toEqual([["b", "b"]]);
  });

  it("are, for files, names that differ by case only", () => {
    const found = collisions([claim("b"), claim("a"), claim("B"), claim("c")], true);
    expect(found.map((items) => items.map((item) => item.name))).toEqual([["b", "B"]]);
  });
});
