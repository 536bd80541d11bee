import { describe, expect, it } from "vitest";
import { load, placeOf } from "../testing/document.ts";
import { child, isObject, type SpecNode } from "./node.ts";
import type { SpecDocument } from "./document.ts";

function at(document: SpecDocument | undefined, ...path: readonly string[]): SpecNode {
  let node = document?.root;
  for (const key of path) node = node && child(node, key);
  if (node === undefined) throw new Error(`nothing at ${path.join("/")}`);
  return node;
}

function places(files: Parameters<typeof load>[0]): readonly string[] {
  return load(files).found.map(placeOf);
}

describe("references are followed", () => {
  const files = {
    "openapi.yaml": `openapi: 3.1.0
a: { $ref: "#/b" }
b: { $ref: "#/c/d~1e/f~0g" }
c: { d/e: { "f~g": { end: 1 } } }
file: { $ref: other.json }
part: { $ref: "./parts/deep.yaml#/x" }
encoded: { $ref: "parts/with%20space.yaml#/na%20me" }
plain: { $ref: "parts/with space.yaml#/na me" }
item: { $ref: "#/list/1" }
list: [{ n: 0 }, { n: 1 }]
siblings: { $ref: "#/c", description: more }
`,
    "other.json": '{ "whole": true, "up": { "$ref": "parts/deep.yaml#/x" } }',
    "parts/deep.yaml": 'x: { $ref: "../openapi.yaml#/c" }\n',
    "parts/with space.yaml": "na me: { end: 2 }\n",
  };

  it.each([
    ["a", { end: 1 }],
    ["b", { end: 1 }],
    ["part", { "d/e": { "f~g": { end: 1 } } }],
    ["encoded", { end: 2 }],
    ["plain", { end: 2 }],
    ["item", { n: 1 }],
    ["siblings", { "d/e": { "f~g": { end: 1 } } }],
    ["list", [{ n: 0 }, { n: 1 }]],
  ])("from %s", (name, value) => {
    const { document, found } = load(files);
    expect(found).toEqual([]);
    expect(document?.follow(at(document, name))?.value).toEqual(value);
  });

  it("to a whole file, whose own references are relative to it", () => {
    const { document } = load(files);
    const whole = document?.follow(at(document, "file"));
    expect(whole).toMatchObject({ value: { whole: true }, pointer: "" });
    const up = whole && child(whole, "up");
    expect(up && document?.follow(up)?.value).toEqual({ "d/e": { "f~g": { end: 1 } } });
  });

  it("to one place by every way that leads there", () => {
    const { document } = load(files);
    const targets = ["a", "b"].map((name) => document?.follow(at(document, name)));
    expect(targets[0]).toEqual(targets[1]);
    expect(targets[0]?.pointer).toBe("/c/d~1e/f~0g");
  });

  it("and every file is known, the root first", () => {
    const { document } = load(files);
    expect(document?.sources.map((source) => source.name)).toEqual([
      "openapi.yaml",
      "other.json",
      "parts/deep.yaml",
      "parts/with space.yaml",
    ]);
  });
});

describe("references that cannot be followed", () => {
  it.each([
    ["http://example.com/a.yaml", "CW1010"],
    ["https://example.com/a.yaml#/x", "CW1010"],
    ["HTTPS://example.com/a.yaml", "CW1010"],
    ["//example.com/a.yaml", "CW1010"],
    ["file:///etc/passwd", "CW1010"],
    ["urn:example:a", "CW1010"],
    ["#/gone", "CW1011"],
    ["#/list/7", "CW1011"],
    ["#/list/length", "CW1011"],
    ["#/toString", "CW1011"],
    ["#anchor", "CW1013"],
    ["#/it", "CW1012"],
  ])("%s is %s, at the place of its $ref", (ref, code) => {
    const text = `openapi: 3.1.0\nlist: []\nit:\n  $ref: ${JSON.stringify(ref)}\n`;
    expect(places(text)).toEqual([`${code} openapi.yaml:4:3 /it/$ref`]);
  });

  it("names the reference in the message and what to do in the hint", () => {
    const { found } = load('openapi: 3.1.0\nit: { $ref: "#/components/schemas/Gone" }\n');
    expect(found).toMatchObject([
      {
        code: "CW1011",
        severity: "error",
        message: expect.stringContaining('"#/components/schemas/Gone"'),
        hint: expect.stringMatching(/.+/),
      },
    ]);
  });

  it("reports every one of a circle, and does not hang", () => {
    const text = 'openapi: 3.1.0\na: { $ref: "#/b" }\nb: { $ref: "#/c" }\nc: { $ref: "#/a" }\n';
    expect(places(text)).toEqual([
      "CW1012 openapi.yaml:2:6 /a/$ref",
      "CW1012 openapi.yaml:3:6 /b/$ref",
      "CW1012 openapi.yaml:4:6 /c/$ref",
    ]);
  });

  it("allows recursion that passes through a definition", () => {
    expect(places('openapi: 3.1.0\na: { properties: { next: { $ref: "#/a" } } }\n')).toEqual([]);
  });

  it("allows a circle of files", () => {
    const files = {
      "openapi.yaml": 'openapi: 3.1.0\na: { $ref: "b.yaml#/b" }\nend: {}\n',
      "b.yaml": 'b: { x: { $ref: "openapi.yaml#/a" } }\n',
    };
    expect(places(files)).toEqual([]);
  });

  it("checks what stands below default and x- names where these are names", () => {
    const text = `openapi: 3.1.0
paths:
  /x:
    get:
      responses:
        default: { $ref: "#/components/responses/Gone" }
`;
    expect(places(text)).toEqual(["CW1011 openapi.yaml:6:20 /paths/~1x/get/responses/default/$ref"]);
  });

  it("reports a missing file where it is named, once a file", () => {
    const text = 'openapi: 3.1.0\na: { $ref: "gone.yaml#/x" }\nb: { $ref: "gone.yaml#/y" }\n';
    expect(load(text).found).toMatchObject([
      { code: "CW1001", line: 2, message: expect.stringMatching(/gone\.yaml does not exist$/) },
    ]);
  });

  it("reports problems of a file that is referred to in that file", () => {
    const files = {
      "openapi.yaml": 'openapi: 3.1.0\na: { $ref: "parts/b.yaml#/x" }\n',
      "parts/b.yaml": "x: 1\ny: [\n",
    };
    expect(places(files).map((place) => place.split(" ").slice(0, 2).join(" "))).toEqual([
      expect.stringMatching(/^CW1002 parts\/b\.yaml:[23]:\d+$/),
    ]);
  });

  it("reports a reference that is no text", () => {
    const text = "openapi: 3.1.0\na: { $ref: 7 }\n";
    const { document, found } = load(text);
    expect(found).toMatchObject([{ code: "CW1013", line: 2 }]);
    expect(document?.follow(at(document, "a"))).toBeUndefined();
  });

  it("finds all problems of all files in one run, sorted by file and place", () => {
    const files = {
      "openapi.yaml": `openapi: 3.1.0
b: { $ref: "#/gone" }
a: { $ref: "https://example.com/x" }
c: { $ref: "z.yaml#/nothing" }
d: { $ref: "other.yaml#/x" }
`,
      "other.yaml": 'x: { $ref: "#/gone" }\n',
      "z.yaml": "a: 1\n",
    };
    expect(places(files).map((place) => place.split(" ").slice(0, 2).join(" "))).toEqual([
      "CW1011 openapi.yaml:2:6",
      "CW1010 openapi.yaml:3:6",
      "CW1011 openapi.yaml:4:6",
      "CW1011 openapi.yaml:5:6",
      "CW1011 other.yaml:1:6",
    ]);
  });
});

describe("the document itself", () => {
  it.each([
    ["openapi: 3.0.0", "3.0"],
    ["openapi: 3.0.4", "3.0"],
    ["openapi: '3.1'", "3.1"],
    ["openapi: 3.1.1", "3.1"],
    ["openapi: 3.2.0", "3.2"],
  ])("%s is read as %s", (text, dialect) => {
    expect(load(`${text}\n`).document?.dialect).toBe(dialect);
  });

  it.each([
    ["openapi: 3.3.0", "OpenAPI 3.3.0"],
    ["openapi: 2.0.0", "OpenAPI 2.0.0"],
    ["openapi: 3.10.0", "OpenAPI 3.10.0"],
    ["swagger: '2.0'", "Swagger 2.0"],
    ["title: x", "no openapi field"],
    ["[]", "no openapi field"],
    ["", "no openapi field"],
    ["just text", "no openapi field"],
  ])("%j is refused, and the message says what it is", (text, what) => {
    const { document, found } = load(`${text}\n`);
    expect(document).toBeUndefined();
    expect(found).toMatchObject([{ code: "CW1020", message: expect.stringContaining(what), line: 1 }]);
  });

  it.each([
    ["openapi: 3.1", /a number help: write the version in quotes: openapi: "3.1.1"/],
    ["openapi:", /null help: write openapi: "3.1.1"/],
  ])("%j is refused: a version is text", (text, says) => {
    const { document, found } = load(`info: {}\n${text}\n`);
    expect(document).toBeUndefined();
    expect(found).toMatchObject([{ code: "CW1030", line: 2, pointer: "/openapi" }]);
    expect(`${found[0]?.message} help: ${found[0]?.hint}`).toMatch(says);
  });

  it("is missing", () => {
    const folder = load({ "openapi.yaml": "openapi: 3.1.0" });
    expect(folder.found).toEqual([]);
    expect(load({}).found).toMatchObject([{ code: "CW1001", message: expect.stringContaining("EISDIR") }]);
  });

  it("is nested too deeply", () => {
    const deep = `openapi: 3.1.0\na: ${"[".repeat(300)}${"]".repeat(300)}\n`;
    expect(load(deep).found).toMatchObject([{ code: "CW1005", line: 2 }]);
  });

  it("reads the files that only a discriminator's mapping leads to, and checks their references", () => {
    const mapping = "mapping: { a: more.yaml#/A, b: Bare, c: '#/nowhere' }";
    const { document, found } = load({
      "openapi.yaml": `openapi: 3.1.0\nd: { propertyName: kind, ${mapping} }\n`,
      "more.yaml": 'A: { $ref: "#/B" }\n',
    });
    expect(document?.sources.map((source) => source.name)).toEqual(["openapi.yaml", "more.yaml"]);
    expect(found).toMatchObject([{ code: "CW1011", file: "more.yaml", pointer: "/A/$ref" }]);
  });

  it("tells of a file that is not there where a reference leads to it, and leaves mappings to the model", () => {
    const { found } = load({
      "openapi.yaml": `openapi: 3.1.0
d: { propertyName: kind, mapping: { a: gone.yaml, b: away.yaml } }
e: { $ref: gone.yaml }
f: { $ref: more.yaml }
`,
      "more.yaml": "g: { $ref: away.yaml }\n",
    });
    expect(found).toMatchObject([
      { code: "CW1001", file: "more.yaml", pointer: "/g/$ref" },
      { code: "CW1001", file: "openapi.yaml", pointer: "/e/$ref" },
    ]);
  });

  it("is not reported twice when it is broken", () => {
    expect(places("openapi: [\n").map((place) => place.slice(0, 6))).toEqual(["CW1002"]);
  });

  it("keeps data apart: isObject is true for objects alone", () => {
    expect([{}, [], null, "x", 1].map(isObject)).toEqual([true, false, false, false, false]);
  });
});
