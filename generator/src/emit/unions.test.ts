import { writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/folder.ts";
import { unionsIn, type Use } from "../testing/unions.ts";
import { printModule } from "./print.ts";
import { unionsModule } from "./unions.ts";

function emitted(schemas: string, use: Use = "both"): string {
  const module = unionsModule(unionsIn(schemas, { use }).api);
  return module === undefined ? "" : printModule(module);
}

/** One function of the module, without its comment, in one line. */
function functionText(text: string, name: string): string {
  const start = text.indexOf(`export function ${name}`);
  if (start < 0) throw new Error(`no ${name} in\n${text}`);
  const end = text.indexOf("\n}", start);
  return text.slice(start, end + 2).replaceAll(/\s+/g, " ");
}

/** The module, run: the runtime's functions come from its sources. */
async function run(text: string): Promise<Readonly<Record<string, (...values: unknown[]) => unknown>>> {
  const folder = temporaryFolder();
  const runtime = new URL("../../../packages/runtime/src/union.ts", import.meta.url);
  const file = join(folder, "unions.mjs");
  writeFileSync(
    file,
    stripTypeScriptTypes(text).replaceAll('"@clientwright/runtime"', JSON.stringify(runtime.href)),
  );
  // Imported by Node itself, as a user's program would.
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}

const pets = [
  'It: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] }',
  "Cat: { type: object, required: [kind, name], properties: { kind: { const: cat }, name: { type: string } } }",
  "Dog: { type: object, required: [kind], properties: { kind: { enum: [dog, wolf] } } }",
].join("\n");

describe("unions.ts", () => {
  it("is not there for a package with nothing to tell apart", () => {
    expect(emitted("It: { type: string }")).toBe("");
    expect(emitted("It: { oneOf: [{ type: string }, {}] }")).toBe("");
  });

  it("has guards that look at the tags alone", () => {
    const text = emitted(pets);
    expect(functionText(text, "isCat")).toBe(
      'export function isCat(value: unknown): value is Cat { return hasTag(value, "kind", "cat"); }',
    );
    expect(functionText(text, "isDog")).toContain('hasTag(value, "kind", "dog", "wolf")');
    expect(text).toContain('import { hasTag, unmatched, type WithoutTags } from "@clientwright/runtime"');
  });

  it("has an arm for unknown values in answers and not in requests", () => {
    const answers = functionText(emitted(pets, "answer"), "matchIt");
    expect(answers).toContain("<R1, R2, U = never>");
    expect(answers).toContain("unknown?: ((value: unknown) => U) | undefined");
    expect(answers).toContain('return unmatched("It", value, arms.unknown);');
    const requests = functionText(emitted(pets, "request"), "matchIt");
    expect(requests).toContain("<R1, R2>");
    expect(requests).not.toContain("unknown");
  });

  it("has builders that take everything but the tags", () => {
    expect(functionText(emitted(pets), "cat")).toBe(
      'export function cat(fields: WithoutTags<Cat, "kind">): Cat { return { ...fields, kind: "cat" }; }',
    );
    expect(emitted(pets)).not.toContain("export function dog(");
  });

  it("leaves null to the caller, since it is no variant", () => {
    const text = emitted('It: { oneOf: [{ type: string }, { type: number }, { type: "null" }] }');
    expect(functionText(text, "isKnownIt")).toContain("value is NonNullable<It>");
    expect(functionText(text, "matchIt")).toContain("value: NonNullable<It>");
  });

  it("means the language's NonNullable, whatever a schema is called", () => {
    const text = emitted('NonNullable: { oneOf: [{ type: string }, { type: number }, { type: "null" }] }');
    expect(functionText(text, "isKnownNonNullable")).toContain(
      "value is globalThis.NonNullable<NonNullable>",
    );
  });

  it("has type parameters that hide no type of the document", () => {
    const text = emitted(
      [
        'U: { oneOf: [{ $ref: "#/components/schemas/R1" }, { $ref: "#/components/schemas/U_" }] }',
        "R1: { type: object, required: [k], properties: { k: { const: a } } }",
        "U_: { type: object, required: [k], properties: { k: { const: b } } }",
      ].join("\n"),
    );
    const match = functionText(text, "matchU");
    expect(match).toContain("<R1_, R2, U__ = never>(value: U,");
    expect(match).toContain("r1: (value: R1) => R1_;");
    expect(match).toContain("): R1_ | R2 | U__ {");
  });

  it("asks all that the unions of a variant ask, and nothing twice", () => {
    const text = emitted(
      [
        'It: { type: object, properties: { u: { $ref: "#/components/schemas/U" }, v: { $ref: "#/components/schemas/V" } } }',
        'U: { oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }] }',
        'V: { oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }, { $ref: "#/components/schemas/C" }] }',
        "A: { type: object, required: [k, s], properties: { k: { const: a }, s: { enum: [x] } } }",
        "B: { type: object, required: [k, s], properties: { k: { const: b }, s: { enum: [x] } } }",
        "C: { type: object, required: [k, s], properties: { k: { const: a }, s: { enum: [y] } } }",
      ].join("\n"),
    );
    expect(functionText(text, "isA")).toContain(
      '{ return hasTag(value, "k", "a") && hasTag(value, "s", "x"); }',
    );
    expect(functionText(text, "isB")).toContain('{ return hasTag(value, "k", "b"); }');
  });

  it("asks for one of several rows where several lead to a variant", () => {
    const text = emitted(
      [
        'It: { oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }, { $ref: "#/components/schemas/C" }] }',
        "A: { type: object, required: [x, y], properties: { x: { enum: [1, 2] }, y: { const: a } } }",
        "B: { type: object, required: [x, y], properties: { x: { enum: [2, 3] }, y: { const: b } } }",
        "C: { type: object, required: [x, y], properties: { x: { const: 4 }, y: { enum: [a, b] } } }",
      ].join("\n"),
    );
    expect(functionText(text, "isA")).toContain(
      '((hasTag(value, "x", 1)) || (hasTag(value, "x", 2) && hasTag(value, "y", "a")))',
    );
  });
});

describe("run", () => {
  it("guards, isKnown, match and builders do what they say", async () => {
    const module = await run(emitted(pets));
    const { isCat, isDog, isKnownIt, matchIt, cat } = module;
    const values = [{ kind: "cat", name: "Tom" }, { kind: "wolf" }, { kind: "fox" }, null, "cat"];
    expect(values.map((value) => isCat?.(value))).toEqual([true, false, false, false, false]);
    expect(values.map((value) => isDog?.(value))).toEqual([false, true, false, false, false]);
    expect(values.map((value) => isKnownIt?.(value))).toEqual([true, true, false, false, false]);
    const arms = { cat: (value: unknown) => ["cat", value], dog: () => "dog" };
    expect(matchIt?.(values[0], arms)).toEqual(["cat", values[0]]);
    expect(matchIt?.(values[1], arms)).toBe("dog");
    expect(() => matchIt?.(values[2], arms)).toThrow(TypeError);
    expect(matchIt?.(values[2], { ...arms, unknown: (value: unknown) => value })).toBe(values[2]);
    const fields = Object.freeze({ name: "Tom" });
    expect(cat?.(fields)).toEqual({ name: "Tom", kind: "cat" });
    expect(cat?.({ ...fields, kind: "dog" })).toEqual({ name: "Tom", kind: "cat" });
  });

  it("tags and titles of any name stay data", async () => {
    const title = 'x */ "; throw 1; // ${y} `';
    const text = emitted(
      [
        'It: { oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }] }',
        `A: { x-clientwright-variant: ${JSON.stringify(title)}, type: object, required: [__proto__], properties: { __proto__: { const: ${JSON.stringify(title)} } } }`,
        "B: { x-clientwright-variant: constructor, type: object, required: [__proto__], properties: { __proto__: { const: b } } }",
      ].join("\n"),
    );
    const { isConstructor, isXThrow1$Y, xThrow1$Y, matchIt } = await run(text);
    const a = xThrow1$Y?.({});
    expect(JSON.stringify(a)).toBe(JSON.stringify({ ["__proto__"]: title }));
    expect(isXThrow1$Y?.(a)).toBe(true);
    expect(isConstructor?.(a)).toBe(false);
    expect(isConstructor?.(JSON.parse('{"__proto__":"b"}'))).toBe(true);
    expect(matchIt?.(a, { xThrow1$Y: () => "a", constructor: () => "b" })).toBe("a");
  });
});
