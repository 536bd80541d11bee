import { describe, expect, it } from "vitest";
import type { Api } from "./api.ts";
import { unionsIn } from "../testing/unions.ts";

const ref = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;
const tagged = (name: string, value: string, more = ""): string =>
  `${name}: { ${more}type: object, required: [kind], properties: { kind: { const: ${value} } } }`;
const union = (name: string, ...variants: readonly string[]): string =>
  `${name}: { oneOf: [${variants.join(", ")}] }`;
const both = (...unions: readonly string[]): string =>
  `It: { type: object, properties: { ${unions.map((name, index) => `p${index}: ${ref(name)}`).join(", ")} } }`;

function names(api: Api): {
  readonly guards: readonly string[];
  readonly matches: readonly string[];
  readonly builders: readonly string[];
} {
  const { guards, matches, builders } = api.unions;
  return {
    guards: guards.map(({ name }) => name),
    matches: matches.flatMap(({ matchName, isKnownName }) => [matchName, isKnownName]),
    builders: builders.map(({ name }) => name),
  };
}

function surface(...schemas: readonly string[]): ReturnType<typeof names> {
  return names(unionsIn(schemas.join("\n")).api);
}

describe("functions are called", () => {
  it("by the variant where it has a type of its own, and by the union where it has none", () => {
    expect(surface(union("It", ref("PushEvent"), "{ type: string }"), tagged("PushEvent", "push"))).toEqual({
      guards: ["isItPushEvent", "isItString"],
      matches: ["matchIt", "isKnownIt"],
      builders: ["itPushEvent"],
    });
    expect(surface(union("It", ref("A"), ref("B")), tagged("A", "a"), tagged("B", "b"))).toEqual({
      guards: ["isA", "isB"],
      matches: ["matchIt", "isKnownIt"],
      builders: ["a", "b"],
    });
  });

  it("by the short names that the document gives", () => {
    const schemas = [
      `It: { x-clientwright-union: thing, oneOf: [${ref("A")}, { x-clientwright-variant: other, ${ref("B").slice(2)}] }`,
      tagged("A", "a", "x-clientwright-variant: first, "),
      tagged("B", "b", "x-clientwright-variant: second, "),
    ];
    expect(surface(...schemas)).toEqual({
      guards: ["isFirst", "isOther"],
      matches: ["matchThing", "isKnownThing"],
      builders: ["first", "other"],
    });
  });

  it("the same for one variant in two unions, whose tests then all hold", () => {
    const { api } = unionsIn(
      [
        both("U", "V"),
        union("U", ref("A"), ref("B")),
        union("V", ref("A"), ref("C")),
        tagged("A", "a"),
        tagged("B", "b"),
        "C: { type: object, required: [c], properties: { c: { type: string } } }",
      ].join("\n"),
    );
    expect(names(api).guards).toEqual(["isA", "isB", "isC"]);
    expect(api.unions.guards[0]?.tests).toEqual([
      [[{ kind: "tag", property: "kind", values: ["a"] }]],
      [[{ kind: "key", property: "kind" }]],
    ]);
  });

  it("the same where one of the unions holds text or lists too, so that the guard is right for both", () => {
    const { api } = unionsIn(
      [
        both("U", "V"),
        union("U", ref("A"), ref("B")),
        union("V", ref("A"), ref("B"), ref("C"), "{ type: string }"),
        "A: { type: object, required: [k, s], properties: { k: { const: a }, s: { const: x } } }",
        "B: { type: object, required: [k, s], properties: { k: { const: b }, s: { const: x } } }",
        "C: { type: object, required: [k, s], properties: { k: { const: a }, s: { const: y } } }",
      ].join("\n"),
    );
    expect(names(api).guards).toEqual(["isA", "isB", "isC", "isVString"]);
    expect(api.unions.guards[0]?.tests.flat(2)).toContainEqual({ kind: "tag", property: "s", values: ["x"] });
  });

  it("by their unions where two types have one title", () => {
    const schemas = [
      both("U", "V"),
      union("U", ref("A"), ref("B")),
      union("V", ref("C"), ref("B")),
      tagged("A", "a", "x-clientwright-variant: one, "),
      tagged("B", "b"),
      tagged("C", "c", "x-clientwright-variant: one, "),
    ];
    expect(surface(...schemas)).toEqual({
      guards: ["isUOne", "isB", "isVOne"],
      matches: ["matchU", "isKnownU", "matchV", "isKnownV"],
      builders: ["uOne", "b", "vOne"],
    });
  });

  it("by their types where two unions have one short name", () => {
    const short = (name: string, one: string, other: string): string =>
      `${name}: { x-clientwright-union: thing, oneOf: [${ref(one)}, ${ref(other)}] }`;
    const schemas = [both("U", "V"), short("U", "A", "B"), short("V", "C", "D")].concat(
      ["A", "B", "C", "D"].map((name) => tagged(name, name)),
    );
    expect(surface(...schemas).matches).toEqual(["matchThing", "isKnownThing", "matchV", "isKnownV"]);
  });

  it("never twice, however unions and titles are put together", () => {
    const title = (name: string, type: string): string =>
      `{ x-clientwright-variant: ${name}, type: ${type} }`;
    const { guards } = surface(
      both("Data", "DataBatch"),
      union("Data", title("batchItem", "string"), title("n", "number")),
      union("DataBatch", title("item", "boolean"), title("m", "number")),
    );
    expect(guards).toEqual(["isDataBatchItem", "isDataN", "isDataBatchItem_", "isDataBatchM"]);
    const again = surface(union("It", title("a", "string"), title("a", "number"), title("a2", "boolean")));
    expect(again.guards).toEqual(["isItA", "isItA3", "isItA2"]);
  });

  it("otherwise than guards, types and operations of the package", () => {
    const { guards, builders, matches } = surface(
      union("It", ref("Job"), ref("isJob"), ref("run"), ref("client"), ref("known-It")),
      tagged("Job", "a"),
      tagged("isJob", "b"),
      tagged("run", "c"),
      tagged("client", "d"),
      tagged("known-It", "e"),
    );
    expect(guards).toEqual(["isJob", "isIsJob", "isRun", "isClient", "isItKnownIt"]);
    expect(matches).toEqual(["matchIt", "isKnownIt"]);
    expect(builders).toEqual(["job", "itIsJob", "itRun", "client_", "knownIt"]);
  });

  it("otherwise than what they call themselves", () => {
    const { guards, builders } = surface(
      union("It", ref("OneOf"), ref("HasTag"), ref("Unmatched")),
      ...["OneOf", "HasTag", "Unmatched"].map((name) => tagged(name, name)),
    );
    expect(guards).toEqual(["isItOneOf", "isHasTag", "isUnmatched"]);
    expect(builders).toEqual(["oneOf", "itHasTag", "itUnmatched"]);
  });

  it.each([
    ["default", "isDefault", "default_"],
    ["delete", "isDelete", "delete_"],
    ["__proto__", "is__proto__", "__proto__"],
    ["constructor", "isConstructor", "constructor_"],
    ["2nd */ 'one'", "is_2ndOne", "_2ndOne"],
    ["ünï 🙂 x", "isÜnïX", "ünïX"],
    ["🙂", "is_", "_"],
  ])("in names that can be declared: %s", (title, guard, builder) => {
    const found = surface(
      union("It", ref("A"), ref("B")),
      tagged("A", "a", `x-clientwright-variant: ${JSON.stringify(title)}, `),
      tagged("B", "b"),
    );
    expect(found.guards).toEqual([guard, "isB"]);
    expect(found.builders).toEqual([builder, "b"]);
  });
});

describe("builders", () => {
  const schemas = [union("It", ref("A"), ref("B")), tagged("A", "a"), tagged("B", "b")].join("\n");

  it.each([
    ["request", ["a", "b"]],
    ["both", ["a", "b"]],
    ["answer", []],
  ] as const)("are for what requests hold: %s", (use, wanted) => {
    expect(names(unionsIn(schemas, { use }).api).builders).toEqual(wanted);
  });

  it("fill in every tag that has one value, and no other", () => {
    const { api } = unionsIn(
      [
        union("It", ref("A"), ref("B")),
        "A: { type: object, required: [kind, size, state], properties: { kind: { const: a }, size: { enum: [1] }, state: { enum: [x, y] }, mode: { const: m } } }",
        tagged("B", "b"),
      ].join("\n"),
      { use: "request" },
    );
    expect(api.unions.builders.map(({ name, fixed }) => [name, Object.fromEntries(fixed)])).toEqual([
      ["a", { kind: "a", size: 1 }],
      ["b", { kind: "b" }],
    ]);
  });

  it("are made for tags that only a discriminator states, by the union's name", () => {
    const { api } = unionsIn(
      [
        `It: { oneOf: [${ref("A")}, ${ref("B")}], discriminator: { propertyName: kind, mapping: { x: A, y: A, z: B } } }`,
        "A: { type: object, properties: { a: { type: string } } }",
        "B: { type: object, properties: { b: { type: string } } }",
      ].join("\n"),
    );
    expect(api.unions.builders.map(({ name, fixed }) => [name, Object.fromEntries(fixed)])).toEqual([
      ["itB", { kind: "z" }],
    ]);
  });
});

describe("titles", () => {
  it.each([
    ["the schema's own title", "{ title: The First, type: string }", "theFirst"],
    ["the tag", "{ type: object, required: [k], properties: { k: { const: push_event } } }", "pushEvent"],
    ["the JSON type", "{ type: array }", "array"],
    ["the JSON types", "{ enum: [a, true] }", "stringOrBoolean"],
  ])("come from %s where the document names no variant", (_what, variant, title) => {
    const { union: find } = unionsIn(`It: { oneOf: [${variant}, { type: number }] }`);
    expect(find("It").variants[0]?.title).toBe(title);
  });

  it("leave the name of the arm for unknown values free", () => {
    const { union: find } = unionsIn(
      "It: { oneOf: [{ x-clientwright-variant: unknown, type: string }, { type: number }] }",
    );
    expect(find("It").variants.map(({ title }) => title)).toEqual(["unknown2", "number"]);
  });
});
