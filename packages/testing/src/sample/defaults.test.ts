import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../json.js";
import { sampler } from "./sampler.js";

const seeds = Array.from({ length: 60 }, (_, seed) => seed);
const node: JsonObject = { $ref: "#/components/schemas/It" };

function sampled(
  properties: JsonObject,
  direction: "request" | "answer",
  openapi = "3.1.1",
): readonly JsonObject[] {
  const It = { type: "object", properties: { ...properties, other: { type: "integer" } } };
  const samples = sampler({ openapi, paths: {}, components: { schemas: { It } } });
  return seeds.map((seed) => samples.value("/components/schemas/It", direction, seed) as JsonObject);
}

const kinds = (samples: readonly JsonObject[]): ReadonlySet<string> =>
  new Set(samples.map(({ it: value }) => JSON.stringify(value)));

describe("a property that has a default", () => {
  it.each<[schema: JsonObject, version?: string]>([
    [{ type: "integer", default: 7 }],
    [{ type: "boolean", default: false }],
    [{ type: ["string", "null"], default: null }],
    [{ anyOf: [{ type: "integer" }, { type: "null" }], default: null }],
    [{ type: "array", items: { type: "integer" }, default: [] }],
    [{ allOf: [{ type: "string", default: "a" }] }],
    [{ enum: ["a", "b"], nullable: true, default: "a" }, "3.0.3"],
    // What others write: a default that its own schema does not allow.
    [{ type: "integer", default: "many" }],
    [{ type: "array", items: { type: "integer" }, default: null }],
  ])("is always there in answers, and not only with that value: %j", (schema, version) => {
    const answers = sampled({ it: schema }, "answer", version);
    for (const answer of answers) expect(answer).toHaveProperty("it");
    expect(kinds(answers).size).toBeGreaterThan(1);
    expect(answers.some((answer) => !Object.hasOwn(answer, "other"))).toBe(true);
    expect(sampled({ it: schema }, "request", version).some((one) => !Object.hasOwn(one, "it"))).toBe(true);
  });

  it("ends where its schema leads back to itself", () => {
    const schema: JsonObject = { anyOf: [node, { type: "null" }], default: null };
    const list: JsonObject = { type: "array", items: node, default: [] };
    const visit = (value: JsonValue): void => {
      if (value === null) return;
      expect(value).toMatchObject({ it: expect.anything() });
      expect(value).toHaveProperty("parent");
      const { it: inner, parent } = value as { it: JsonValue[]; parent: JsonValue };
      for (const one of [...inner, parent]) visit(one);
    };
    const answers = sampled({ it: list, parent: schema }, "answer");
    for (const answer of answers) visit(answer);
    expect(kinds(answers).size).toBeGreaterThan(1);
  });

  it("of requests only is in no answer", () => {
    const answers = sampled({ it: { type: "integer", default: 7, writeOnly: true } }, "answer");
    for (const answer of answers) expect(answer).not.toHaveProperty("it");
  });

  it("may be called like a keyword", () => {
    const inner = { type: "object", properties: { default: { type: "integer" } } };
    const answers = sampled({ properties: inner, it: { type: "integer" } }, "answer");
    expect(answers.some((answer) => !Object.hasOwn(answer, "it"))).toBe(true);
  });
});
