import { describe, expect, it } from "vitest";
import { placeOf } from "../testing/document.ts";
import { unionsIn } from "../testing/unions.ts";

/** An object variant in one line: `kind=a|b note? #name` is two values of a tag, an optional and a required member. */
function variant(text: string): string {
  const parts = text.split(" ").map((part) => {
    const [, hash, name = "", optional, values] = /^(#?)([\w.]+)(\?)?(?:=(.*))?$/.exec(part) ?? [];
    const list = values
      ?.split("|")
      .map((value) => (/^[\d.]+$|^true$/.test(value) ? value : JSON.stringify(value)));
    const schema =
      list === undefined
        ? "{ type: string }"
        : list.length === 1
          ? `{ const: ${list[0]} }`
          : `{ enum: [${list.join(", ")}] }`;
    return { name, schema, required: hash === "#" || (values !== undefined && optional === undefined) };
  });
  const required = parts.filter((part) => part.required).map((part) => part.name);
  const properties = parts.map(({ name, schema }) => `${name}: ${schema}`);
  return `{ type: object, required: [${required.join(", ")}], properties: { ${properties.join(", ")} } }`;
}

function named(variants: Readonly<Record<string, string>>, keyword = "oneOf"): string {
  const references = Object.keys(variants).map((name) => `{ $ref: "#/components/schemas/${name}" }`);
  const schemas = Object.entries(variants).map(([name, text]) => `${name}: ${variant(text)}`);
  return [`It: { ${keyword}: [${references.join(", ")}] }`, ...schemas].join("\n");
}

describe("variants are told apart", () => {
  it.each([
    ["by a const", { A: "kind=a", B: "kind=b" }, ['kind is "a" -> a', 'kind is "b" -> b']],
    ["by numbers and booleans", { A: "kind=1", B: "kind=true" }, ["kind is 1 -> a", "kind is true -> b"]],
    [
      "by enumerations that share no value",
      { A: "kind=a|b", B: "kind=c|d" },
      ['kind is "a" or "b" -> a', 'kind is "c" or "d" -> b'],
    ],
    [
      "by one tag and then another",
      { A: "level=p status=ok|bad", B: "level=p status=running", C: "level=j status=ok" },
      ['level is "p"', '  status is "ok" or "bad" -> a', '  status is "running" -> b', 'level is "j" -> c'],
    ],
    [
      "by the tag that leaves least to ask, whichever comes first",
      { A: "shared=x kind=a", B: "shared=x kind=b", C: "shared=y kind=c" },
      ['kind is "a" -> a', 'kind is "b" -> b', 'kind is "c" -> c'],
    ],
    [
      "by a single value before a list of values",
      { A: "status=ok|bad kind=a", B: "status=no kind=b" },
      ['kind is "a" -> a', 'kind is "b" -> b'],
    ],
    [
      "by values of which some are shared, and a second tag",
      { A: "x=1|2 y=a", B: "x=2|3 y=b", C: "x=4 y=a|b" },
      ["x is 1 -> a", "x is 2", '  y is "a" -> a', '  y is "b" -> b', "x is 3 -> b", "x is 4 -> c"],
    ],
    [
      "by tags that some of them may leave out, where no other do",
      { A: "kind?=a", B: "kind=b" },
      ['kind is "a" -> a', 'kind is "b" -> b'],
    ],
    [
      "by required tags rather than by optional ones",
      { A: "kind?=a type=x", B: "kind?=b type=y" },
      ['type is "x" -> a', 'type is "y" -> b'],
    ],
    ["by keys that only one requires", { A: "#a #s", B: "#b s" }, ["has a -> a", "has b -> b"]],
  ])("%s", (_how, variants, wanted) => {
    const { explain, found } = unionsIn(named(variants));
    expect(found).toEqual([]);
    const titles = Object.keys(variants).map((name) => name.toLowerCase());
    expect(explain("It")).toEqual([
      `${titles.length} variants: ${titles.join(", ")}`,
      ...wanted.map((line) => `  ${line}`),
    ]);
  });

  it("the same by anyOf as by oneOf", () => {
    const variants = { A: "kind=a", B: "kind=b" };
    expect(unionsIn(named(variants, "anyOf")).explain("It")).toEqual(unionsIn(named(variants)).explain("It"));
  });

  it("by JSON type", () => {
    const types = ["object", "array", "string", "number", "boolean"];
    const { explain, found } = unionsIn(
      `It: { oneOf: [${types.map((type) => `{ type: ${type} }`).join(", ")}] }`,
    );
    expect(found).toEqual([]);
    expect(explain("It").slice(1)).toEqual(types.map((type) => `  is ${type} -> ${type}`));
  });

  it("by JSON type and then by tags", () => {
    const { explain } = unionsIn(
      `It: { oneOf: [{ type: string }, ${variant("kind=a")}, ${variant("kind=b")}, { type: array }] }`,
    );
    expect(explain("It").slice(1)).toEqual([
      "  is string -> string",
      "  is object",
      '    kind is "a" -> a',
      '    kind is "b" -> b',
      "  is array -> array",
    ]);
  });

  it("by listed values", () => {
    const { explain, found } = unionsIn("It: { oneOf: [{ enum: [1, a] }, { enum: [2, b] }] }");
    expect(found).toEqual([]);
    expect(explain("It").slice(1)).toEqual([
      '  is 1 or "a" -> numberOrString',
      '  is 2 or "b" -> numberOrString2',
    ]);
  });

  it("when a variant is of several types", () => {
    const { explain } = unionsIn("It: { oneOf: [{ type: [string, number] }, { type: boolean }] }");
    expect(explain("It").slice(1)).toEqual([
      "  is string -> string",
      "  is number -> number",
      "  is boolean -> boolean",
    ]);
  });
});

describe("variants cannot be told apart, which is a warning with a place and a reason,", () => {
  it.each([
    ["when one allows any value", "{ type: string }, {}", "one of them allows any value"],
    [
      "when they are of one type",
      "{ type: string, pattern: a }, { type: string, enum: [b] }",
      "they have the same JSON type, string, and no listed values that differ",
    ],
    [
      "when their tags share a value",
      `${variant("kind=a|b")}, ${variant("kind=b|c")}`,
      "no property with listed values differs between them, and not each requires a key that the others lack",
    ],
    [
      "when one requires nothing that the others lack",
      `${variant("#a")}, ${variant("a #b")}, ${variant("c")}`,
      "no property with listed values differs between them, and not each requires a key that the others lack",
    ],
  ])("%s", (_when, variants, why) => {
    const { api, found, explain } = unionsIn(`It: { oneOf: [${variants}] }`);
    expect(found.map(placeOf)).toEqual(["CW2014 openapi.yaml:11:11 /components/schemas/It/oneOf"]);
    expect(found[0]).toMatchObject({ severity: "warning" });
    expect(found[0]?.message).toContain(why);
    expect(explain("It").join("\n")).toContain(`cannot be told apart, because ${why}`);
    expect(api.unions).toEqual({ guards: [], matches: [], builders: [] });
  });

  it("when only some of them can", () => {
    const { explain, found, api } = unionsIn(named({ A: "k=a", B: "k=b", C: "k=b x" }));
    expect(found.map(placeOf)).toEqual(["CW2014 openapi.yaml:11:11 /components/schemas/It/oneOf"]);
    expect(explain("It").slice(1)).toEqual([
      '  k is "a" -> a',
      '  k is "b" -> b or c: cannot be told apart, because no property with listed values differs between them, and not each requires a key that the others lack',
    ]);
    expect(api.unions.guards).toEqual([]);
  });

  it("wherever the union stands", () => {
    const untold = `oneOf: [${variant("a")}, ${variant("b")}]`;
    const { found } = unionsIn(
      [
        "It:",
        "  type: object",
        "  properties:",
        `    inner: { ${untold} }`,
        `    list: { type: array, items: { ${untold} } }`,
        `  additionalProperties: { ${untold} }`,
      ].join("\n"),
    );
    expect(found.map(placeOf)).toEqual([
      "CW2014 openapi.yaml:14:18 /components/schemas/It/properties/inner/oneOf",
      "CW2014 openapi.yaml:15:39 /components/schemas/It/properties/list/items/oneOf",
      "CW2014 openapi.yaml:16:31 /components/schemas/It/additionalProperties/oneOf",
    ]);
  });
});
