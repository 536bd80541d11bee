import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../json.js";
import { sampler } from "../sample/sampler.js";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const text: JsonObject = { type: "string" };
const pet = (discriminator: JsonObject = {}): JsonObject => ({
  type: "object",
  required: ["kind"],
  properties: { kind: text, name: text, friend: to("Pet") },
  discriminator: { propertyName: "kind", ...discriminator },
});
const extending = (name: string, own: string, more: JsonObject = {}): JsonObject => ({
  allOf: [to(name), { type: "object", required: [own], properties: { [own]: text } }],
  ...more,
});

function open(
  schemas: JsonObject,
  version = "3.0.3",
): { fits(value: JsonValue, name?: string): boolean; kinds(name?: string): readonly unknown[] } {
  const samples = sampler({ openapi: version, paths: {}, components: { schemas } });
  const place = (name: string): string => `/components/schemas/${name}`;
  const seeds = Array.from({ length: 60 }, (_, seed) => seed);
  return {
    fits: (value, name = "Pet") => samples.fits(place(name), "answer", value),
    kinds: (name = "Pet") => {
      const drawn = seeds.map((seed) => samples.value(place(name), "answer", seed) as JsonObject);
      return [...new Set(drawn.map(({ kind }) => kind))].sort();
    },
  };
}

describe("a base with a discriminator", () => {
  const schemas = {
    Pet: pet({ mapping: { kitty: "Cat" } }),
    Cat: extending("Pet", "meow"),
    Dog: extending("Pet", "woof"),
    Pets: { type: "array", items: to("Pet") },
    Name: to("Pet/properties/name"),
  };

  it("stands for what extends it, told by the mapping or by name", () => {
    const { fits, kinds } = open(schemas);
    expect(fits({ kind: "kitty", meow: "a" })).toBe(true);
    expect(fits({ kind: "Dog", woof: "a", friend: { kind: "kitty", meow: "b" } })).toBe(true);
    expect(fits({ kind: "kitty", woof: "a" })).toBe(false);
    expect(fits({ kind: "Dog", woof: "a", friend: { kind: "kitty" } })).toBe(false);
    expect(fits([{ kind: "Dog", woof: "a" }], "Pets")).toBe(true);
    expect(fits([{ kind: "Pet" }], "Pets")).toBe(false);
    expect(kinds()).toEqual(["Dog", "kitty"]);
  });

  it("means its own fields where others extend it, and stays at its place", () => {
    const { fits } = open(schemas);
    expect(fits({ kind: "any", meow: "a" }, "Cat")).toBe(true);
    expect(fits({ kind: "any", meow: "a", name: 1 }, "Cat")).toBe(false);
    expect(fits("a", "Name")).toBe(true);
    expect(fits(1, "Name")).toBe(false);
  });

  it("is a schema like others when nothing extends it, or no tag tells what does", () => {
    expect(open({ Pet: pet() }).fits({ kind: "any" })).toBe(true);
    const other = { required: ["kind"], properties: { kind: { enum: ["c"] } } };
    const { fits } = open({ Pet: pet(), Cat: { allOf: [to("Pet"), other] } });
    expect(fits({ kind: "any" })).toBe(true);
  });

  it("is a variant of itself where its mapping says so, or takes what has no known tag", () => {
    const mapped = open({ ...schemas, Pet: pet({ mapping: { self: "Pet", kitty: "Cat" } }) });
    expect([mapped.fits({ kind: "self" }), mapped.fits({ kind: "Pet" })]).toEqual([true, false]);
    expect(mapped.kinds()).toEqual(["Dog", "kitty", "self"]);
    const fallback = open({ ...schemas, Pet: pet({ defaultMapping: "Pet" }) }, "3.2.0");
    expect([fallback.fits({ kind: "Fish" }), fallback.fits({ kind: "Cat" })]).toEqual([true, false]);
  });

  it("may be null though what extends it may not", () => {
    const { fits } = open({ ...schemas, Pet: { ...pet(), nullable: true } });
    expect([fits(null), fits({ kind: "Cat", meow: "a" }), fits({ kind: "Fish" })]).toEqual([
      true,
      true,
      false,
    ]);
    expect(open(schemas).fits(null)).toBe(false);
  });

  it.each([
    [200, false],
    [2000, true],
  ])("may have many that extend it, and of too many is judged by its own fields: %i", (count, isOwn) => {
    const kinds = Array.from({ length: count }, (_, index) => [`K${index}`, extending("Pet", `p${index}`)]);
    const { fits } = open({ Pet: pet(), ...(Object.fromEntries(kinds) as JsonObject) });
    const nested = (depth: number): JsonObject =>
      depth === 0 ? { kind: "K1", p1: "a" } : { kind: "K2", p2: "b", friend: nested(depth - 1) };
    expect(fits(nested(10))).toBe(true);
    expect(fits({ kind: "K1" })).toBe(isOwn);
    expect(fits({ kind: "K1", p1: "a", name: 1 })).toBe(false);
  });

  it("is extended over several levels, and leaves to another base what extends that", () => {
    const deep = open({ Pet: pet(), Cat: extending("Pet", "meow"), Kitten: extending("Cat", "age") });
    expect(deep.fits({ kind: "Kitten", meow: "a", age: "b" })).toBe(true);
    expect(deep.fits({ kind: "Kitten", meow: "a" })).toBe(false);
    expect(deep.kinds()).toEqual(["Cat", "Kitten"]);
    const other = open({
      Pet: pet(),
      Cat: extending("Pet", "meow", { discriminator: { propertyName: "kind" } }),
      Manx: extending("Cat", "tail"),
      Dog: extending("Pet", "woof"),
    });
    expect(other.fits({ kind: "Manx", meow: "a", tail: "b" })).toBe(true);
    expect(other.fits({ kind: "Manx", meow: "a" })).toBe(false);
    expect(other.kinds()).toEqual(["Dog", "Manx"]);
  });
});

it("a union may list what extends a base", () => {
  const { fits, kinds } = open({
    Pet: pet(),
    Cat: extending("Pet", "meow"),
    Dog: extending("Pet", "woof"),
    It: {
      oneOf: [to("Cat"), to("Dog")],
      discriminator: { propertyName: "kind", mapping: { c: "Cat", d: "Dog" } },
    },
  });
  expect(fits({ kind: "c", meow: "a" }, "It")).toBe(true);
  expect(fits({ kind: "Cat", meow: "a" }, "It")).toBe(false);
  expect(kinds("It")).toEqual(["c", "d"]);
});
