import { describe, expect, it } from "vitest";
import { encode } from "./encode.js";
import type { ParameterStyle } from "./parameters.js";
import { write } from "./style.js";

const string = "blue";
const array = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

// OpenAPI 3.1.1, section 4.8.12.4, "Style Examples", row by row; undefined: the row has no such cell (n/a).
type Cell = string | undefined;
const table: [ParameterStyle, explode: boolean, empty: Cell, one: Cell, list: Cell, map: Cell][] = [
  ["matrix", false, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
  ["matrix", true, ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
  ["label", false, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
  ["label", true, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
  ["simple", false, "", "blue", "blue,black,brown", "R,100,G,200,B,150"],
  ["simple", true, "", "blue", "blue,black,brown", "R=100,G=200,B=150"],
  ["form", false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
  ["form", true, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
  [
    "spaceDelimited",
    false,
    undefined,
    undefined,
    "color=blue%20black%20brown",
    "color=R%20100%20G%20200%20B%20150",
  ],
  [
    "pipeDelimited",
    false,
    undefined,
    undefined,
    "color=blue%7Cblack%7Cbrown",
    "color=R%7C100%7CG%7C200%7CB%7C150",
  ],
  ["deepObject", true, undefined, undefined, undefined, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
];

describe("the table of styles", () => {
  for (const [style, explode, ...cells] of table) {
    for (const [column, value] of ["", string, array, object].entries()) {
      const want = cells[column];
      if (want === undefined) continue;
      it(`${style}, explode ${explode}: ${JSON.stringify(value)} is ${JSON.stringify(want)}`, () => {
        expect(write(value, { name: "color", style, explode, encode })).toBe(want);
      });
    }
  }
});

const form = { name: "color", style: "form", explode: true, encode } as const;

describe("what is not sent", () => {
  for (const value of [undefined, null, [], {}, [null, undefined], { a: undefined, b: null }]) {
    it(`${JSON.stringify(value)}`, () => {
      for (const style of ["form", "simple", "deepObject", "matrix"] as const) {
        expect(write(value, { ...form, style })).toBeUndefined();
      }
    });
  }

  it("members that are undefined or null, and inherited ones", () => {
    expect(write([1, null, 2], form)).toBe("color=1&color=2");
    const inherited: object = Object.create({ evil: "1" });
    expect(write(Object.assign(inherited, { a: "1", b: undefined }), form)).toBe("a=1");
  });
});

describe("encoding", () => {
  it("reaches names, keys and values but no delimiter", () => {
    expect(write(["a,b", "c d"], { ...form, name: "x[y]", explode: false })).toBe("x%5By%5D=a%2Cb,c%20d");
    expect(write({ "@k&": "=" }, form)).toBe("%40k%26=%3D");
  });

  it("goes beyond encodeURIComponent", () => {
    expect(write("!'()*", { ...form, style: "simple" })).toBe("%21%27%28%29%2A");
  });
});

describe("deepObject beyond its one level", () => {
  it("goes on with brackets and repeats the name of a list", () => {
    const value = { a: { b: 1, c: [2, 3] }, d: null };
    expect(write(value, { ...form, style: "deepObject" })).toBe(
      "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bc%5D=2&color%5Ba%5D%5Bc%5D=3",
    );
  });
});

describe("deepObject of what is no object", () => {
  it("has brackets for a list, numbers for items that have members, and nothing for a text", () => {
    const deep = (value: unknown): string =>
      decodeURIComponent(write(value, { ...form, style: "deepObject" }) ?? "");
    expect(deep(["a", "b"])).toBe("color[]=a&color[]=b");
    expect(
      deep([
        { a: 1, b: [2, 3] },
        { a: 4, b: [{ c: 5 }] },
      ]),
    ).toBe("color[0][a]=1&color[0][b]=2&color[0][b]=3&color[1][a]=4&color[1][b][0][c]=5");
    expect(deep(7)).toBe("color=7");
    expect(deep([])).toBe("");
  });
});

describe("what no style can hold", () => {
  const cases: [string, unknown][] = [
    ["an object in a list", [{ a: 1 }]],
    ["a list in a list", [[1]]],
    ["an object in an object", { a: { b: 1 } }],
    ["a date that is not valid", new Date(Number.NaN)],
    ["a number that is not finite", Number.POSITIVE_INFINITY],
    ["a function", () => 1],
    ["half of a surrogate pair", "a\ud83d"],
    ["a Map, which has no properties of its own", new Map([["a", 1]])],
  ];
  for (const [what, value] of cases) {
    it(`${what} throws and names the parameter`, () => {
      expect(() => write(value, form)).toThrow(/The parameter color/);
      expect(() => write(value, form)).toThrow(TypeError);
    });
  }
});

it("writes dates with milliseconds, bigints and booleans", () => {
  expect(write([new Date(1), 2n ** 63n, true], { ...form, explode: false })).toBe(
    "color=1970-01-01T00%3A00%3A00.001Z,9223372036854775808,true",
  );
});
