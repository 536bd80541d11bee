import { describe, expect, expectTypeOf, it } from "vitest";
import { hasKey, hasTag, hasType, isOneOf, type JsonType, unmatched, type WithoutTags } from "./union.js";

const byType: Readonly<Record<JsonType, readonly unknown[]>> = {
  object: [{}, { length: 1 }, Object.create(null), new Date(0)],
  array: [[], [1], Array.from("ab")],
  string: ["", "null"],
  number: [0, -0, 1.5, 2 ** 60, Number.NaN],
  boolean: [true, false],
  null: [null],
};
const types = Object.keys(byType) as readonly JsonType[];
const foreign = [undefined, 1n, Symbol("s"), () => {}, Date];

describe("hasType", () => {
  it.each(types)("knows %s and nothing else", (type) => {
    for (const other of types) {
      for (const value of byType[other]) expect(hasType(value, type)).toBe(other === type);
    }
    for (const value of foreign) expect(hasType(value, type)).toBe(false);
  });

  it("takes several types, and none", () => {
    expect(hasType([], "object", "array")).toBe(true);
    expect(hasType("a", "object", "array")).toBe(false);
    expect(hasType("a")).toBe(false);
  });
});

describe("hasKey", () => {
  it.each(["a", "", "length", "__proto__", "constructor", "toString", "hasOwnProperty"])(
    "finds %j of the object's own",
    (key) => {
      expect(hasKey(JSON.parse(`{${JSON.stringify(key)}: 1}`), key)).toBe(true);
      expect(hasKey({ other: 1 }, key)).toBe(false);
      expect(hasKey(Object.create({ [key]: 1 }), key)).toBe(false);
    },
  );

  it("finds keys without a value, and keys of objects without a prototype", () => {
    expect(hasKey({ a: undefined }, "a")).toBe(true);
    expect(hasKey(Object.assign(Object.create(null), { a: 1 }), "a")).toBe(true);
  });

  it("finds nothing in what is no object", () => {
    const values = [...types.filter((type) => type !== "object").flatMap((type) => byType[type]), ...foreign];
    for (const value of values) {
      for (const key of ["length", "0", "a", "name"]) expect(hasKey(value, key)).toBe(false);
    }
  });
});

describe("hasTag", () => {
  it("wants one of the values, of the same type", () => {
    expect(hasTag({ level: "job" }, "level", "stage", "job")).toBe(true);
    expect(hasTag({ level: "step" }, "level", "stage", "job")).toBe(false);
    expect(hasTag({ level: "1" }, "level", 1)).toBe(false);
    expect(hasTag({ level: 1 }, "level", "1")).toBe(false);
    expect(hasTag({ level: false }, "level", 0, null)).toBe(false);
    expect(hasTag({ level: null }, "level", null)).toBe(true);
    expect(hasTag({ level: ["job"] }, "level", "job")).toBe(false);
    expect(hasTag({ level: "job" }, "level")).toBe(false);
  });

  it("is not taken in by inherited members", () => {
    expect(hasTag({}, "constructor", "a")).toBe(false);
    expect(hasTag(Object.create({ level: "job" }), "level", "job")).toBe(false);
    expect(hasTag(JSON.parse('{"__proto__": "a"}'), "__proto__", "a")).toBe(true);
    expect(hasTag({}, "__proto__", null)).toBe(false);
  });

  it.each([undefined, null, "job", 1, [], Object.assign([], { level: "job" })])(
    "finds none in %j",
    (value) => {
      expect(hasTag(value, "level", "job")).toBe(false);
    },
  );

  it("changes nothing of what it looks at", () => {
    const value = Object.freeze({ level: "job", list: Object.freeze([1]) });
    expect(hasTag(value, "level", "job")).toBe(true);
    expect(value).toEqual({ level: "job", list: [1] });
  });
});

describe("isOneOf", () => {
  it.each(["a", "", 0, 1.5, true, false, null])("finds %j among the values", (value) => {
    expect(isOneOf(value, "x", value)).toBe(true);
    expect(isOneOf(value, "x", 7)).toBe(false);
  });

  it("finds none of no values, and nothing that is no scalar", () => {
    expect(isOneOf("a")).toBe(false);
    for (const value of [undefined, [], {}, ["a"], 1n]) expect(isOneOf(value, "a", 1, null)).toBe(false);
  });
});

describe("unmatched", () => {
  it("throws TypeError that names the union and nothing of the value", () => {
    const secret = { token: "secret" };
    expect(() => unmatched("Resource", secret)).toThrow(TypeError);
    expect(() => unmatched("Resource", secret)).toThrow(/Resource fits the value$/);
    expect(() => unmatched("Resource", secret, undefined)).toThrow(/give an arm named unknown/);
    expect(() => unmatched("Resource", secret)).not.toThrow(/secret|token/);
    expect(() => unmatched("Resource", secret, undefined)).toThrow(TypeError);
  });

  it("gives the value as it came to the arm for unknown ones, and what that returns", () => {
    const value = { level: "workflow" };
    const given: unknown[] = [];
    const result = unmatched("Resource", value, (each) => {
      given.push(each);
      return 7;
    });
    expect(result).toBe(7);
    expect(given[0]).toBe(value);
    expect(unmatched("Resource", value, () => undefined)).toBeUndefined();
  });
});

describe("WithoutTags", () => {
  interface Job {
    level: "job";
    status: "running";
    readonly id: string;
    note?: string;
    [other: string]: unknown;
  }
  interface Step {
    level: "step";
    note?: string;
  }

  it("leaves out the tags alone, and keeps what is optional or read-only or an index", () => {
    expectTypeOf<WithoutTags<Step, "level">>().toEqualTypeOf<{ note?: string }>();
    expectTypeOf<WithoutTags<Job, "level" | "status">>().toEqualTypeOf<{
      readonly id: string;
      note?: string;
      [other: string]: unknown;
    }>();
  });
});
