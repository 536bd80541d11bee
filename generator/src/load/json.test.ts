import { describe, expect, it } from "vitest";
import { parseJson } from "./json.ts";

const text = '{\n  "a": [1,\n    { "b/c": true }],\n  "é": null\n}';

describe("parseJson", () => {
  it("gives the value", () => {
    expect(parseJson(text)).toMatchObject({ value: { a: [1, { "b/c": true }], é: null }, problems: [] });
  });

  it("keeps a key called __proto__ as a key", () => {
    const { value } = parseJson('{"__proto__": 1}');
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
  });

  it.each([
    [[], { line: 1, column: 1 }],
    [["a"], { line: 2, column: 3 }],
    [["a", "0"], { line: 2, column: 9 }],
    [["a", "1"], { line: 3, column: 5 }],
    [["a", "1", "b/c"], { line: 3, column: 7 }],
    [["é"], { line: 4, column: 3 }],
    [["a", "1", "gone", "x"], { line: 3, column: 5 }],
    [["gone"], { line: 1, column: 1 }],
  ])("locates %j", (path, position) => {
    expect(parseJson(text).locate(path)).toEqual(position);
  });

  it("finds each key that stands twice, in its own object only", () => {
    const { problems } = parseJson('{"a": {"x": 1, "x": 2},\n "b": {"x": 1},\n "a": 3}');
    expect(problems).toMatchObject([
      { code: "CW1003", message: expect.stringContaining('"x"'), position: { line: 1, column: 16 } },
      { code: "CW1003", message: expect.stringContaining('"a"'), position: { line: 3, column: 2 } },
    ]);
  });

  it("takes two spellings of one key for the same", () => {
    expect(parseJson('{"a": 1, "\\u0061": 2}').problems).toMatchObject([{ code: "CW1003" }]);
  });

  it.each([
    ['{"a": 1,}', { line: 1, column: 9 }],
    ['{\n"a": 1 // no\n}', { line: 2, column: 8 }],
    ['{"a" 1}', { line: 1, column: 6 }],
    ["", { line: 1, column: 1 }],
    ['{"a": 1', { line: 1, column: 8 }],
    ['{"a": 1} x', { line: 1, column: 10 }],
  ])("says where %j is broken", (broken, position) => {
    expect(parseJson(broken)).toMatchObject({
      value: undefined,
      problems: [{ code: "CW1002", message: expect.stringContaining("not valid JSON"), position }],
    });
  });

  it.each([
    ["arrays", "[".repeat(100_000) + "]".repeat(100_000)],
    ["objects", '{"a":'.repeat(100_000) + "1" + "}".repeat(100_000)],
    ["unclosed arrays", "[".repeat(100_000)],
  ])("survives 100,000 nested %s", (_what, deep) => {
    const { value, problems, locate } = parseJson(deep);
    expect(value).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toEqual(["CW1005"]);
    expect(locate(["0", "0"])).toEqual({ line: 1, column: 1 });
  });
});
