import { describe, expect, it } from "vitest";
import { placeOf } from "../testing/document.ts";
import { outline } from "../testing/outline.ts";
import { unionsIn } from "../testing/unions.ts";

const tagged = (name: string, tags: string): string => {
  const members = tags.split(" ").map((tag) => tag.split("="));
  return `${name}: { type: object, required: [${members.map(([key]) => key).join(", ")}], properties: { ${members.map(([key, value]) => `${key}: { const: ${value} }`).join(", ")} } }`;
};
const ref = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;

describe("unions inside a union are opened", () => {
  it("three deep, by reference and in place, oneOf and anyOf", () => {
    const { explain, found, union } = unionsIn(
      [
        `It: { oneOf: [${ref("Runs")}, ${ref("Job")}] }`,
        `Runs: { anyOf: [${ref("Done")}, { oneOf: [${ref("Going")}, ${ref("Paused")}] }] }`,
        tagged("Job", "level=job"),
        tagged("Done", "level=run status=done"),
        tagged("Going", "level=run status=going"),
        tagged("Paused", "level=run status=paused"),
      ].join("\n"),
    );
    expect(found).toEqual([]);
    expect(explain("It")).toEqual([
      "4 variants: done, going, paused, job",
      '  level is "run"',
      '    status is "done" -> done',
      '    status is "going" -> going',
      '    status is "paused" -> paused',
      '  level is "job" -> job',
    ]);
    expect(union("Runs").variants.map(({ title }) => title)).toEqual(["done", "going", "paused"]);
  });

  it.each([
    ["in place", `allOf: [${ref("Base")}, { oneOf: [${ref("A")}, ${ref("B")}] }]`, ""],
    [
      "by reference",
      `allOf: [${ref("Base")}, ${ref("Inner")}]`,
      `Inner: { oneOf: [${ref("A")}, ${ref("B")}] }`,
    ],
    ["beside properties", `type: object, properties: { id: {} }, oneOf: [${ref("A")}, ${ref("B")}]`, ""],
    [
      "as the base",
      `allOf: [{ oneOf: [${ref("A")}, ${ref("B")}] }, { type: object, properties: { id: {} } }]`,
      "",
    ],
  ])("under an allOf with something else, %s", (_where, it_, more) => {
    const { explain, found } = unionsIn(
      [
        `It: { ${it_} }`,
        "Base: { type: object, required: [id], properties: { id: { type: string } } }",
        tagged("A", "kind=a"),
        tagged("B", "kind=b"),
        ...(more === "" ? [] : [more]),
      ].join("\n"),
    );
    expect(found).toEqual([]);
    expect(explain("It").slice(1)).toEqual(['  kind is "a" -> a', '  kind is "b" -> b']);
  });

  it("behind a name that combines one with a base", () => {
    const { union } = unionsIn(
      [
        `It: { oneOf: [${ref("Inner")}, { type: string }] }`,
        `Inner: { allOf: [${ref("Base")}, { oneOf: [${ref("A")}, ${ref("B")}] }] }`,
        "Base: { type: object, required: [id], properties: { id: { type: string } } }",
        tagged("A", "kind=a"),
        tagged("B", "kind=b"),
      ].join("\n"),
    );
    expect(union("It").variants.map(({ title, schema }) => `${title}: ${outline(schema)}`)).toEqual([
      "a: (<Base>)&(<A>)",
      "b: (<Base>)&(<B>)",
      "string: string",
    ]);
  });

  it("when each part of an allOf is one: every pair is a variant, but for those that cannot be", () => {
    const { explain } = unionsIn(
      [
        `It: { allOf: [{ oneOf: [${ref("A")}, ${ref("B")}] }, { oneOf: [${ref("X")}, ${ref("Y")}] }] }`,
        tagged("A", "kind=a"),
        tagged("B", "kind=b"),
        tagged("X", "size=x"),
        tagged("Y", "size=y kind=b"),
      ].join("\n"),
    );
    expect(explain("It")[0]).toMatch(/^3 variants/);
  });

  it("once each, however often they are listed", () => {
    const { union, found } = unionsIn(
      [
        `It: { anyOf: [${ref("A")}, ${ref("B")}, { anyOf: [${ref("B")}, ${ref("C")}, ${ref("A")}] }] }`,
        tagged("A", "kind=a"),
        tagged("B", "kind=b"),
        tagged("C", "kind=c"),
      ].join("\n"),
    );
    expect(found).toEqual([]);
    expect(union("It").variants.map(({ title }) => title)).toEqual(["a", "b", "c"]);
  });

  it("twice under tags of different unions: apart where two tags differ, together where one does", () => {
    const inner = (name: string, variants: string, property: string, first: string, second: string): string =>
      `${name}: { oneOf: [${variants}], discriminator: { propertyName: ${property}, mapping: { ${first}, ${second} } } }`;
    const { explain, found } = unionsIn(
      [
        inner("It", `${ref("One")}, ${ref("Two")}`, "side", "l: One", "r: Two"),
        inner("One", `${ref("A")}, ${ref("B")}`, "kind", "x: A", "y: B"),
        inner("Two", `${ref("A")}, ${ref("C")}`, "kind", "x: A", "z: C"),
        "A: { type: object, properties: { a: {} } }",
        "B: { type: object, properties: { b: {} } }",
        "C: { type: object, properties: { c: {} } }",
      ].join("\n"),
    );
    expect(found).toEqual([]);
    expect(explain("It")[0]).toBe("3 variants: a, b, c");
    expect(explain("It").slice(1)).toEqual([
      '  kind is "x" -> a',
      '  kind is "y" -> b',
      '  kind is "z" -> c',
    ]);
  });
});

describe("a union that contains itself", () => {
  it("in a property or a list is a union like others", () => {
    const { explain, found } = unionsIn(
      [
        `It: { oneOf: [${ref("And")}, ${ref("Not")}, { type: string }] }`,
        `And: { type: object, required: [op], properties: { op: { const: and }, of: { type: array, items: ${ref("It")} } } }`,
        `Not: { type: object, required: [op], properties: { op: { const: not }, of: ${ref("It")} } }`,
      ].join("\n"),
    );
    expect(found).toEqual([]);
    expect(explain("It").slice(1)).toEqual([
      "  is object",
      '    op is "and" -> and',
      '    op is "not" -> not',
      "  is string -> string",
    ]);
  });

  it.each([
    ["as a variant", `oneOf: [${ref("It")}, { type: string }, { type: number }]`, ""],
    ["in an allOf of a variant", `oneOf: [{ allOf: [${ref("It")}, ${ref("A")}] }, ${ref("B")}]`, ""],
    [
      "by way of another",
      `oneOf: [${ref("Other")}, { type: string }]`,
      `Other: { anyOf: [${ref("It")}, { type: number }] }`,
    ],
  ])("%s is an error, since no value could be checked against it", (_how, it_, more) => {
    const { found } = unionsIn(
      [`It: { ${it_} }`, tagged("A", "kind=a"), tagged("B", "kind=b"), ...(more === "" ? [] : [more])].join(
        "\n",
      ),
    );
    const errors = found.filter(({ severity }) => severity === "error");
    expect(errors.map(placeOf)).toContain("CW1012 openapi.yaml:11:5 /components/schemas/It");
    expect(errors.every(({ code }) => code === "CW1012")).toBe(true);
  });
});
