import fc from "fast-check";
import { format as prettify } from "prettier";
import { describe, expect, it } from "vitest";
import { formatFile, formatFiles, keepFormatted, printWidth } from "./format.ts";

/** How prettier writes a file, by whose layout a project checks what was generated. */
function pretty(path: string, text: string): Promise<string> {
  return prettify(text, { filepath: path, printWidth });
}

async function ours(path: string, text: string): Promise<string> {
  return (await formatFile({ path, text })).text;
}

const name = fc.integer({ min: 1, max: 40 }).map((length) => `T${"x".repeat(length)}`);

/** Types as they are emitted: unions in objects, lists, tuples, type arguments, and objects in unions. */
const { type } = fc.letrec<{ type: string; union: string; part: string }>((tie) => ({
  type: fc.oneof({ maxDepth: 3 }, name, tie("union")),
  union: fc.array(tie("part"), { minLength: 2, maxLength: 6 }).map((parts) => parts.join(" | ")),
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: name },
    { weight: 2, arbitrary: name.map((text) => JSON.stringify(text)) },
    fc.constantFrom("null", "undefined", "(string & {})"),
    fc.tuple(name, tie("type")).map(([key, of]) => `{ ${key}?: ${of} }`),
    tie("type").map((of) => `(${of})[]`),
    tie("type").map((of) => `[${of}, ...(${of})[]]`),
    fc.tuple(name, tie("type")).map(([of, argument]) => `${of}<${argument}>`),
    fc.tuple(name, tie("union")).map(([one, other]) => `(${one} & (${other}))`),
  ),
}));

const declaration = fc.oneof(
  type.map((of) => `export type A = ${of};\n`),
  fc
    .tuple(type, type)
    .map(
      ([one, two]) =>
        `export interface A {\n/** Text. */\na: ${one};\n"b-c"?: ${two};\n[key: string]: unknown;\n}\n`,
    ),
  fc
    .tuple(type, type)
    .map(
      ([input, output]) =>
        `export function run(client: Client, body: ${input}, options?: Options): Call<${output}, Failure> { return operation(client, body, options); }\n`,
    ),
  type.map((of) => `const operation = /* @__PURE__ */ define<${of}, Answer>({ id: "a", method: "GET" });\n`),
  type.map((of) => `export function is(value: ${of}): value is ${of} { return true; }\n`),
);

describe("formatting", () => {
  it("lays code out as prettier does", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(declaration, { minLength: 1, maxLength: 3 }), async (all) => {
        const text = all.join("\n");
        expect(await ours("a.ts", text)).toBe(await pretty("a.ts", text));
      }),
      { seed: 110, numRuns: 300 },
    );
  });

  it.each([
    [
      "README.md",
      "Title\n=====\n\n* a\n* b\n\n```ts\nconst a={b:1}\n```\n\n| a | b |\n|--|--|\n| long cell | 1 |\n",
    ],
    ["package.json", '{"name":"a","version":"1.0.0","files":["b","a"],"exports":{".":{"types":"./a"}}}'],
    [
      "tsconfig.json",
      '{"compilerOptions":{"lib":["es2023","dom","dom.iterable"],"strict":true},"include":["src"]}',
    ],
  ])("lays %s out as prettier does", async (path, text) => {
    expect(await ours(path, text)).toBe(await pretty(path, text));
  });

  it("leaves files of other kinds as they are", async () => {
    expect(await ours("LICENSE", "MIT  \n\n\n")).toBe("MIT  \n\n\n");
  });

  it("never writes code that does not parse", async () => {
    await expect(ours("a.ts", "export type A = ;")).rejects.toThrow("a.ts does not parse");
  });
});

describe("formatting again", () => {
  const path = "a.ts";
  const texts = async (owner: string, text: string): Promise<readonly string[]> =>
    (await formatFiles([{ path, text }], owner)).map((file) => file.text);

  it("gives the same for the same text of a package, and what is new for another", async () => {
    const [one = { text: "" }] = await formatFiles([{ path, text: "const a=1" }], "one");
    keepFormatted();
    const [first] = await formatFiles([{ path, text: "const a=1" }], "one");
    const [again] = await formatFiles([{ path, text: "const a=1" }], "one");
    expect(first).toEqual(one);
    expect(again).toBe(first);
    expect(await texts("other", "const b=1")).toEqual(["const b = 1;\n"]);
    expect(await texts("one", "const a=2")).toEqual(["const a = 2;\n"]);
    expect(await texts("one", "const a=1")).toEqual(["const a = 1;\n"]);
  });
});
