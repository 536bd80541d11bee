import { describe, expect, it } from "vitest";
import { parseLosslessJson } from "./lossless-json.js";
import { loopback } from "./testing/loopback.js";
import { sampleClient, sampleOperation } from "./testing/sample.js";

describe("parseLosslessJson", () => {
  const cases: [string, unknown][] = [
    ["1771234567890123456", 1771234567890123456n],
    ["-1771234567890123456", -1771234567890123456n],
    ["9007199254740991", 9007199254740991],
    ["9007199254740992", 9007199254740992n],
    ["-9007199254740991", -9007199254740991],
    ["-9007199254740993", -9007199254740993n],
    ["[9007199254740993,1 ,\n9007199254740993]", [9007199254740993n, 1, 9007199254740993n]],
    ["0.12345678901234567890", 0.12345678901234568],
    ["12345678901234567890.5", 12345678901234567000],
    ["12345678901234567890e1", 123456789012345680000],
    ["1e1234567890123456", Infinity],
    ["1e-1234567890123456", 0],
    ['"9007199254740993"', "9007199254740993"],
    [
      '{"a":"x\\"9007199254740993,","b":9007199254740993}',
      { a: 'x"9007199254740993,', b: 9007199254740993n },
    ],
    ['{"a\\\\":9007199254740993}', { "a\\": 9007199254740993n }],
    ['{"9007199254740993":{"n":9007199254740993}}', { "9007199254740993": { n: 9007199254740993n } }],
    [`"${"\\\\".repeat(5000)}"`, "\\".repeat(5000)],
  ];
  for (const [text, want] of cases) {
    it(text.slice(0, 60), () => expect(parseLosslessJson(text)).toEqual(want));
  }

  it("is JSON.parse where no integer is long, __proto__ included", () => {
    const text = '{"__proto__":{"x":1},"a":[1,null,true,"\\u0000"]}';
    expect(parseLosslessJson(text)).toEqual(JSON.parse(text));
    const long = parseLosslessJson('{"__proto__":{"n":9007199254740993}}');
    expect(Object.entries(Object(long))).toEqual([["__proto__", { n: 9007199254740993n }]]);
  });

  const broken = [
    "",
    "09007199254740993",
    "{9007199254740993:1}",
    "{9007199254740993 : 1}",
    "9007199254740993x",
    "9007199254740993 9007199254740993",
    "--9007199254740993",
    "+9007199254740993",
    "9007199254740993.",
    "9007199254740993e",
    ".9007199254740993",
    '"9007199254740993',
    "[9007199254740993",
    '"a"9007199254740993',
  ];
  for (const text of broken) {
    it(`refuses ${text} as JSON.parse does`, () => {
      expect(() => JSON.parse(text)).toThrow(SyntaxError);
      expect(() => parseLosslessJson(text)).toThrow(SyntaxError);
    });
  }

  it("agrees with JSON.parse on random values, integers apart", () => {
    const next = seeded(20260101);
    for (let round = 0; round < 500; round += 1) {
      const text = JSON.stringify(randomValue(next, 4));
      expect(lossy(parseLosslessJson(text))).toEqual(JSON.parse(text));
    }
  });

  it("serves as parseJson of a call", async () => {
    const server = await loopback((response) => response.end('{"start":1771234567890123457}'));
    const client = sampleClient(server.url, { parseJson: parseLosslessJson });
    expect(await sampleOperation()(client, undefined)).toEqual({ start: 1771234567890123457n });
  });
});

/** Mulberry32: the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomValue(next: () => number, depth: number): unknown {
  const kind = Math.floor(next() * (depth > 0 ? 7 : 5));
  if (kind === 0) return Math.floor((next() - 0.5) * 2 ** 60);
  if (kind === 1) return next() * 10 ** Math.floor(next() * 40 - 20);
  if (kind === 2)
    return [...'"\\:,[]{} 0123456789-.e\u2028é']
      .filter(() => next() < 0.5)
      .join("")
      .repeat(3);
  if (kind === 3) return String(Math.floor(next() * 2 ** 60));
  if (kind === 4) return [null, true, false][Math.floor(next() * 3)];
  const members = Array.from({ length: Math.floor(next() * 4) }, () => randomValue(next, depth - 1));
  return kind === 5
    ? members
    : Object.fromEntries(members.map((member) => [String(randomValue(next, 0)), member]));
}

/** What is left of a value when bigints become numbers. */
function lossy(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(lossy);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, lossy(member)]));
}
