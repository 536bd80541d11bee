import { describe, expect, it } from "vitest";
import { parseYaml } from "./yaml.ts";

const text = "a:\n  - 1\n  - b/c: true\n    d: &shared\n      e: 2\nf: *shared\n";

function codes(yaml: string): readonly string[] {
  return parseYaml(yaml).problems.map((problem) => problem.code);
}

describe("parseYaml", () => {
  it("gives the value, aliases filled in", () => {
    expect(parseYaml(text)).toMatchObject({
      value: { a: [1, { "b/c": true, d: { e: 2 } }], f: { e: 2 } },
      problems: [],
    });
  });

  it("reads the core schema of YAML 1.2: no is a word, 012 is twelve, dates are text", () => {
    expect(parseYaml("[no, on, 012, 0o14, 2020-01-01, ~, 1e3]").value).toEqual([
      "no",
      "on",
      12,
      12,
      "2020-01-01",
      null,
      1000,
    ]);
  });

  it("reads keys as text: 200 and true are the keys of responses, not numbers", () => {
    expect(parseYaml("200: a\ntrue: b\n~: c\n").value).toEqual({ "200": "a", true: "b", "~": "c" });
  });

  it.each([
    [[], { line: 1, column: 1 }],
    [["a"], { line: 1, column: 1 }],
    [["a", "0"], { line: 2, column: 5 }],
    [["a", "1", "b/c"], { line: 3, column: 5 }],
    [["a", "1", "d", "e"], { line: 5, column: 7 }],
    [["f"], { line: 6, column: 1 }],
    [["f", "e"], { line: 5, column: 7 }],
    [["a", "9"], { line: 1, column: 1 }],
    [["gone", "x"], { line: 1, column: 1 }],
  ])("locates %j", (path, position) => {
    expect(parseYaml(text).locate(path)).toEqual(position);
  });

  it("merges mappings, the nearest key winning", () => {
    const { value, problems } = parseYaml("base: &b {x: 1, y: 2}\nit:\n  <<: *b\n  y: 3\n");
    expect(problems).toEqual([]);
    expect(value).toEqual({ base: { x: 1, y: 2 }, it: { x: 1, y: 3 } });
  });

  it("finds a key that stands twice", () => {
    expect(parseYaml("a: 1\nb:\n  c: 1\n  c: 2\n").problems).toMatchObject([
      { code: "CW1003", position: { line: 4, column: 3 } },
    ]);
  });

  it.each([
    ["a: [1,\nb: 2\n", 2],
    ['a: "open\n', 2],
    ["a: 1\n b: 2\n", 1],
    ["a: 1\nb: *nobody\n", 2],
    ["a: 1\n---\nb: 2\n", 2],
    ["\tkey: 1\n", 1],
  ])("says where %j is broken", (broken, line) => {
    const { value, problems } = parseYaml(broken);
    expect(value).toBeUndefined();
    expect(problems[0]).toMatchObject({ code: "CW1002", position: { line } });
  });

  it("refuses an alias inside the node that it repeats", () => {
    expect(parseYaml("a: &loop\n  b: *loop\n").problems).toMatchObject([
      { code: "CW1004", position: { line: 2, column: 6 } },
    ]);
  });

  it("refuses aliases that expand without bound", () => {
    const lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
    for (const [name, before] of ["ba", "cb", "dc", "ed", "fe", "gf"]) {
      lines.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(", ")}]`);
    }
    expect(codes(lines.join("\n"))).toEqual(["CW1004"]);
  });

  it("allows a block that many places share", () => {
    const uses = Array.from({ length: 500 }, (_, index) => `k${index}: *shared`);
    expect(codes(`shared: &shared { a: 1, b: [1, 2] }\n${uses.join("\n")}\n`)).toEqual([]);
  });

  it.each([
    ["flow sequences", "[".repeat(100_000) + "]".repeat(100_000)],
    ["flow mappings", "{a: ".repeat(100_000) + "1" + "}".repeat(100_000)],
    ["block sequences", `${"- ".repeat(100_000)}1`],
  ])("survives 100,000 nested %s", (_what, deep) => {
    expect(codes(deep)).toEqual(["CW1005"]);
  });
});
