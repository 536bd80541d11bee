import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { readTree, temporaryFolder } from "./testing/folder.ts";
import { config, generateIn } from "./testing/project.ts";

/** What each payload would run, if any of it became code. */
const payloads: Readonly<Record<string, string>> = {
  "end of a comment": "*/ globalThis.planted = 1; /*",
  "end of a comment, doubled": "**//**/ globalThis.planted = 1; //",
  "double quotes": '"; globalThis.planted = 1; "',
  "single quotes": "'; globalThis.planted = 1; '",
  template: "`; globalThis.planted = 1; `${globalThis.planted = 1}",
  "line feed": "a\nglobalThis.planted = 1;\n",
  "line separator": "a\u2028globalThis.planted = 1;\u2029",
  "carriage return": "a\rglobalThis.planted = 1;\r",
  backslash: '\\"; globalThis.planted = 1; //\\',
  HTML: "</script><img src=x onerror=planted> <!-- x --> --> <b>",
  tags: "{@link http://example.com | planted} @deprecated @param client - planted",
  fence: "```\nplanted\n```",
  Markdown: "[x](javascript:planted) | ![y](z) | # a",
  path: "../../../../planted",
  "Windows path": "..\\..\\planted:stream",
  "control characters": "\u0000\u001b[31m\u202e\u0007",
  "dollar patterns": "$& $1 $` $'",
};

/** A document with one text in every position that takes a text of the author's choice. */
function documentWith(text: string): string {
  const schema = {
    title: text,
    description: text,
    type: "object",
    required: [text],
    properties: {
      [text]: {
        type: "string",
        description: text,
        default: text,
        pattern: text,
        format: text,
        example: text,
      },
      kind: { enum: [text, "b"], description: text },
      tag: { const: text },
      map: { type: "object", additionalProperties: { $ref: "#/components/schemas/Other" } },
    },
  };
  return JSON.stringify({
    openapi: "3.1.1",
    info: { title: text, version: text, description: text },
    externalDocs: { url: `https://example.com/${text}`, description: text },
    servers: [
      {
        url: `https://example.com/{v}/${text.replaceAll(/[{}]/g, "")}`,
        variables: { v: { default: text, description: text, enum: [text], "x-clientwright-env": "V" } },
      },
    ],
    security: [{ [text]: [text] }],
    paths: {
      [`/x/${text.replaceAll(/[{}]/g, "")}`]: {
        post: {
          operationId: text,
          tags: [text],
          summary: text,
          description: text,
          externalDocs: { url: `https://example.com/${text}`, description: text },
          parameters: [
            { name: text, in: "query", description: text, schema: { type: "string", default: text } },
            { name: "X-One", in: "header", required: true, schema: { type: "string" }, example: text },
            { name: text, in: "cookie", schema: { type: "string" }, example: text },
          ],
          requestBody: {
            description: text,
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Named" },
                examples: { [text]: { summary: text, value: { [text]: text } } },
              },
            },
          },
          responses: {
            "200": {
              description: text,
              content: {
                "application/json; x=1": { schema: { $ref: "#/components/schemas/Named" } },
              },
            },
            "400": { description: text },
          },
        },
      },
    },
    components: {
      schemas: {
        Named: schema,
        Other: {
          $ref: `#/components/schemas/${encodeURIComponent(text.replaceAll("~", "~0").replaceAll("/", "~1"))}`,
        },
        [text]: schema,
      },
      securitySchemes: {
        [text]: {
          type: "apiKey",
          in: "query",
          name: text,
          description: text,
          "x-clientwright-option": text,
          "x-clientwright-env": "KEY",
        },
      },
    },
  });
}

/** Names that every statement of a module must have come from us: a planted statement would be another kind. */
const kinds = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ClassDeclaration,
]);

/** Whether any piece of code, not of text, does what a payload would do. */
function plants(source: ts.SourceFile): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isPropertyAccessExpression(node) && node.name.text === "planted") ||
    (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return visit(source);
}

/** Runs a module with a runtime that does nothing, and says whether anything was planted. */
function plantsWhenRun(javascript: string): boolean {
  const nothing: unknown = new Proxy(() => nothing, { get: () => nothing });
  const world: Record<string, unknown> = { exports: {}, require: () => nothing };
  world["globalThis"] = world;
  runInNewContext(javascript, world);
  return world["planted"] === 1;
}

describe.each([undefined, "tag"] as const)("a document whose every text is hostile, split: %s", (split) => {
  it.each(Object.entries(payloads))("%s", async (_what, payload) => {
    const folder = temporaryFolder({
      "deep/spec/openapi.json": documentWith(payload),
      "deep/spec/clientwright.config.mjs": config({
        output: "../packages",
        documents: [{ document: "openapi.json", ...(split === undefined ? {} : { split }) }],
      }),
    });
    const before = Object.keys(readTree(folder));
    const { ok, diagnostics } = await generateIn(join(folder, "deep/spec"));
    expect(diagnostics.filter((diagnostic) => diagnostic.severity === "error")).toEqual([]);
    expect(ok).toBe(true);
    const written = Object.entries(readTree(folder))
      .filter(([path]) => !before.includes(path))
      .map(([path, bytes]) => [path, Buffer.from(bytes, "latin1").toString("utf8")] as const);
    const modules = written.filter(([path]) => path.endsWith(".ts"));
    expect(modules.length).toBeGreaterThan(5);
    for (const [path] of written)
      expect(path).toMatch(/^deep\/packages\/[a-z0-9][a-z0-9-]*\/[\p{L}\p{N}_$./-]+$/u);
    for (const [path, text] of modules) {
      const { diagnostics: syntax, outputText } = ts.transpileModule(text, {
        reportDiagnostics: true,
        compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.CommonJS },
      });
      expect([path, syntax?.map((each) => each.messageText)]).toEqual([path, []]);
      expect([path, plantsWhenRun(outputText)]).toEqual([path, false]);
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023);
      expect([path, source.statements.filter((statement) => !kinds.has(statement.kind)).length]).toEqual([
        path,
        0,
      ]);
      expect([path, plants(source)]).toEqual([path, false]);
    }
    for (const [path, text] of written) {
      if (path.endsWith(".json")) expect(() => JSON.parse(text) as unknown).not.toThrow();
      // In code a page may show anything; outside of it nothing of the document's is markup.
      const prose = text
        .replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, "")
        .replaceAll(/(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)/g, "")
        .replaceAll(/\\[!-~]/g, "");
      if (path.endsWith(".md")) expect(prose).not.toMatch(/<(script|img|b)\b|!\[|\]\((?!\.\/api)/);
      // Nothing may command a terminal, hide from a reader or end a line where an editor does not show it.
      expect([path, /(?!\n)\p{Cc}|\p{Bidi_Control}|[\u2028\u2029]/u.test(text)]).toEqual([path, false]);
    }
  });
});

describe("the watch over planted code", () => {
  it.each([
    ["exports.a = 1; globalThis.planted = 1;", true],
    ["planted = 1;", true],
    ['exports.a = require("x").y("globalThis.planted = 1"); // globalThis.planted = 1', false],
  ])("%s: %s", (javascript, planted) => {
    expect(plantsWhenRun(javascript)).toBe(planted);
  });

  it("sees it in the syntax too", () => {
    const parse = (text: string): ts.SourceFile => ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2023);
    expect(plants(parse("export function a() { globalThis.planted = 1; }"))).toBe(true);
    expect(plants(parse('export const a = "globalThis.planted = 1";'))).toBe(false);
  });
});

describe("a hostile document", () => {
  it("cannot reach a file beside the packages by the name of a package", async () => {
    const folder = temporaryFolder({
      "a/openapi.json": documentWith("../../outside"),
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
      "openapi.json": documentWith("x"),
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
