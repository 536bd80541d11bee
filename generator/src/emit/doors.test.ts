import fc from "fast-check";
import { createContext, runInContext } from "node:vm";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  codeSpan,
  codeSpanOfList,
  doc,
  docCode,
  ident,
  lit,
  litLines,
  markdown,
  markdownOfList,
  propertyName,
  wrap,
} from "./doors.ts";

/** Texts that try to leave the place where they are put. */
const payloads = [
  "*/ globalThis.planted = 1; /*",
  "**//**/",
  "*\u2028/",
  '"; globalThis.planted = 1; "',
  "'; globalThis.planted = 1; '",
  "`; globalThis.planted = 1; `",
  "${globalThis.planted = 1}",
  "\\",
  '\\"; globalThis.planted = 1; //',
  "a\nglobalThis.planted = 1",
  "a\r\nb\rc",
  "a\u2028globalThis.planted = 1\u2029b",
  "</script><script>planted = 1</script>",
  "<!-- -->",
  "{@link http://example.com | planted}",
  "@deprecated planted",
  "\u202egnp.exe",
  "\u0000\u0007\u001b[31m",
  "```\nplanted",
  "__proto__",
  "constructor",
];

const text = fc.oneof(
  fc.constantFrom(...payloads),
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom("*", "/", "\\", "`", "{", "@", "\n", "\u2028", '"', "'", "$", "<", "a", " "), {
      maxLength: 30,
    })
    .map((parts) => parts.join("")),
);
const json = fc.oneof(fc.jsonValue({ stringUnit: "binary" }), fc.dictionary(text, text), fc.array(text));
const runs = { seed: 42, numRuns: 600 } as const;

const world = createContext();

/** What the language makes of an expression, as JSON. Own `__proto__` members survive this way. */
function evaluate(expression: string): unknown {
  const answer: unknown = runInContext(`JSON.stringify(${expression})`, world);
  expect(world["planted"]).toBeUndefined();
  return answer;
}

function parses(source: string): boolean {
  const { diagnostics } = ts.transpileModule(source, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2023 },
  });
  return diagnostics?.length === 0;
}

/** The statements that a text adds to a program when it stands in a comment. */
function statements(source: string): number {
  return ts.createSourceFile("a.ts", source, ts.ScriptTarget.ES2023).statements.length;
}

describe("lit, the door for values", () => {
  it.each(payloads)("gives %j back, as a value and as a key", (payload) => {
    expect(evaluate(lit({ [payload]: payload }))).toBe(JSON.stringify({ [payload]: payload }));
  });

  it("gives any JSON value back", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(evaluate(lit(value))).toBe(JSON.stringify(value));
      }),
      runs,
    );
  });

  it("keeps a member called __proto__ a member, at every depth", () => {
    const value: unknown = JSON.parse('{"__proto__": {"__proto__": 1, "a": 2}}');
    expect(evaluate(lit(value))).toBe('{"__proto__":{"__proto__":1,"a":2}}');
    expect(evaluate(litLines(value))).toBe('{"__proto__":{"__proto__":1,"a":2}}');
  });

  it("stays on one line, visible, and out of script elements", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(lit(value)).not.toMatch(/\p{Cc}|\p{Bidi_Control}|[\u2028\u2029]|<\//u);
      }),
      runs,
    );
  });

  it("is a literal type too", () => {
    for (const value of [...payloads, 1, -1.5, true, null]) {
      expect(parses(`export type T = ${lit(value)};`)).toBe(true);
    }
  });

  it.each([
    [{ a: 1, "b-c": [true, null], 3: "x" }, '{ 3: "x", a: 1, "b-c": [true, null] }'],
    [{}, "{}"],
    [[], "[]"],
    [{ constructor: 1 }, "{ constructor: 1 }"],
  ])("writes %j as people do", (value, expected) => {
    expect(lit(value)).toBe(expected);
  });
});

describe("litLines", () => {
  it("means what lit means", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(evaluate(litLines(value))).toBe(JSON.stringify(value));
      }),
      runs,
    );
  });

  it("breaks what is long, and only that", () => {
    expect(litLines({ a: 1 })).toBe("{ a: 1 }");
    expect(litLines({ list: ["x".repeat(50), "y".repeat(50)] })).toBe(
      `{\n  list: [\n    "${"x".repeat(50)}",\n    "${"y".repeat(50)}",\n  ],\n}`,
    );
  });
});

describe("ident and propertyName, the doors for names", () => {
  it.each([...payloads.filter((payload) => payload !== "__proto__"), "a b", "", "1a", "class"])(
    "ident refuses %j",
    (name) => {
      expect(() => ident(name)).toThrow("not an identifier");
    },
  );

  it("propertyName is one member of a type, whatever the text", () => {
    fc.assert(
      fc.property(text, (name) => {
        const source = ts.createSourceFile(
          "a.ts",
          `interface A { ${propertyName(name)}: 1 }`,
          ts.ScriptTarget.ES2023,
        );
        const [only, ...others] = source.statements;
        expect(others).toEqual([]);
        expect(
          only !== undefined && ts.isInterfaceDeclaration(only)
            ? only.members.map((member) =>
                member.name !== undefined && "text" in member.name ? member.name.text : "",
              )
            : [],
        ).toEqual([name]);
      }),
      runs,
    );
  });

  it.each([
    ["a", "a"],
    ["$ref", "$ref"],
    ["0", "0"],
    ["200", "200"],
    ["01", '"01"'],
    ["1e3", '"1e3"'],
    ["4294967296", '"4294967296"'],
    ["a-b", '"a-b"'],
    ["é", '"é"'],
  ])("propertyName writes %s as %s", (name, expected) => {
    expect(propertyName(name)).toBe(expected);
  });
});

describe("doc, the door for comments", () => {
  it.each(payloads)("keeps %j inside the comment", (payload) => {
    expect(statements(`/** ${doc(payload)} */\nconst a = 1;`)).toBe(1);
  });

  it("never ends the comment, adds a tag or hides characters, whatever the text", () => {
    fc.assert(
      fc.property(text, (value) => {
        const out = doc(value);
        expect(out).not.toContain("*/");
        expect(out).not.toContain("{@");
        expect(out).not.toMatch(/(^|\s)@\w/);
        expect(out).not.toMatch(/(?![\n\t])\p{Cc}|\p{Bidi_Control}|[\u2028\u2029]/u);
        expect(statements(`/**\n * ${out.split("\n").join("\n * ")}\n */\nconst a = 1;`)).toBe(1);
      }),
      runs,
    );
  });

  it("keeps words, lists and code spans as they are", () => {
    const words = "Finds *all* `a|b` things: see me@example.com.\n\n- one\n- two";
    expect(doc(words)).toBe(words);
  });

  it("wraps prose", () => {
    const lines = doc("word ".repeat(60)).split("\n");
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("never begins a line with what would be a list", () => {
    for (const mark of ["-", "1.", "#", ">", "+", "|"]) {
      for (const line of doc(`${"word ".repeat(20)}${mark} word ${"word ".repeat(20)}`).split("\n")) {
        expect(line).toMatch(/^word/);
      }
    }
  });

  it("wraps without losing or adding a word", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[!-~]{1,20}$/), { maxLength: 60 }), (words) => {
        const line = words.join(" ");
        expect(wrap(line).split(/[\n ]/)).toEqual(line.split(" "));
      }),
      runs,
    );
  });
});

describe("docCode, the door for code in a comment", () => {
  it("never ends the comment or the fence", () => {
    fc.assert(
      fc.property(text, (value) => {
        const out = docCode(value);
        expect(out).not.toContain("*/");
        expect(out).not.toContain("```");
        expect(statements(`/**\n${out}\n*/\nconst a = 1;`)).toBe(1);
      }),
      runs,
    );
  });
});

describe("markdown and codeSpan, the doors for pages", () => {
  it("let no HTML, link, image, table edge or heading of the text come to life", () => {
    fc.assert(
      fc.property(text, (value) => {
        const out = markdown(value);
        expect(out).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
        expect(codeSpan(value)).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
        const outside = out.split(/`[^`]+`/).join("");
        expect(outside).not.toMatch(/(?<!\\)[<>[\]|]/);
        expect(out).not.toMatch(/^[#+-] /);
      }),
      runs,
    );
  });

  it.each([
    ["plain `code` *stays*", "plain `code` \\*stays\\*"],
    ["<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"],
    ["![x](javascript:alert(1))", "\\!\\[x\\](javascript:alert(1))"],
    ["a | b", "a \\| b"],
    ["# big", "\\# big"],
    ["two\nlines", "two lines"],
    ["https://example.com", "https\\://example.com"],
  ])("markdown turns %j into %j", (value, expected) => {
    expect(markdown(value)).toBe(expected);
  });

  it.each([
    ["a", "`a`"],
    ["a`b", "`` a`b ``"],
    ["a``b", "``` a``b ```"],
    ["a|b", "`a\\|b`"],
    ["a\nb", "`a b`"],
  ])("codeSpan turns %j into %s", (value, expected) => {
    expect(codeSpan(value)).toBe(expected);
  });

  it("hide the bars of code from tables alone", () => {
    expect([codeSpanOfList("a|b"), markdownOfList("`a|b` | c")]).toEqual(["`a|b`", "`a|b` \\| c"]);
    fc.assert(
      fc.property(text, (value) => {
        if (value.includes("|")) return;
        expect([codeSpanOfList(value), markdownOfList(value)]).toEqual([codeSpan(value), markdown(value)]);
      }),
      runs,
    );
  });
});

it("lit writes every character that Unicode counts as a control, or as one of direction, as an escape, and no other", () => {
  const escaped = /[\u2028\u2029]|\p{Cc}|\p{Bidi_Control}/u;
  const wrong: number[] = [];
  for (let unit = 0; unit < 0xd800; unit += 1) {
    const character = String.fromCharCode(unit);
    if (lit(character).includes(character) === escaped.test(character)) wrong.push(unit);
  }
  expect(wrong).toEqual([]);
});
