import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../json.js";
import { sampler } from "./sampler.js";

const seeds = Array.from({ length: 40 }, (_, seed) => seed);
const item: JsonObject = { type: "object", required: ["n"], properties: { n: { type: "integer" } } };

function sampled(It: JsonObject, text?: (plain: string) => string): readonly JsonValue[] {
  const document = { openapi: "3.1.1", paths: {}, components: { schemas: { It, Item: item } } };
  const samples = sampler(document, text === undefined ? {} : { text });
  return seeds.map((seed) => samples.value("/components/schemas/It", "answer", seed));
}

const held = (value: JsonValue): JsonValue => JSON.parse(String(value)) as JsonValue;

describe("a text that holds JSON", () => {
  const text = { type: "string", contentMediaType: "application/json" };
  it.each<[why: string, schema: JsonObject]>([
    ["in place", { ...text, contentSchema: item }],
    ["by reference", { ...text, contentSchema: { $ref: "#/components/schemas/Item" } }],
    ["of another JSON type", { ...text, contentMediaType: "application/x+json", contentSchema: item }],
    ["without a media type", { type: "string", contentSchema: item }],
    ["in an allOf", { allOf: [{ ...text, contentSchema: item }], description: "D." }],
  ])("holds a sample of its schema: %s", (_, schema) => {
    for (const value of sampled(schema)) expect(held(value)).toMatchObject({ n: expect.any(Number) });
  });

  it("holds any JSON without a schema, and escaped texts", () => {
    for (const value of sampled(text)) expect(held(value)).toBeDefined();
    const It = { ...text, contentSchema: { type: "array", items: { type: "string" }, minItems: 1 } };
    for (const value of sampled(It, (plain) => `"\n${plain}`))
      expect((held(value) as string[])[0]).toMatch(/^"\n/);
  });

  it("may hold another one", () => {
    const It = { ...text, contentSchema: { ...item, properties: { n: { ...text, contentSchema: item } } } };
    for (const value of sampled(It))
      expect(held((held(value) as JsonObject)["n"] ?? null)).toMatchObject({ n: expect.any(Number) });
  });

  it("holds only what its schema allows", () => {
    const It = { ...text, contentSchema: { type: "integer", not: { multipleOf: 2 } } };
    for (const value of sampled(It)) expect(Math.abs(Number(held(value)) % 2)).toBe(1);
  });

  it.each<JsonObject>([
    { ...text, const: "no" },
    { ...text, enum: ["no"] },
    { ...text, contentMediaType: "text/html", pattern: "^no$", contentSchema: item },
    { ...text, contentEncoding: "base64", pattern: "^no$" },
  ])("is not meant by %j", (schema) => {
    expect(new Set(sampled(schema))).toEqual(new Set(["no"]));
  });
});
