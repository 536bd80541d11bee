import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json.js";
import { sampler } from "../sample/sampler.js";

const id: JsonObject = { type: "integer", readOnly: true };
const name: JsonObject = { type: "string" };

describe("a field of answers that is required", () => {
  const base = { type: "object", required: ["id"], properties: { id } };
  const more = { type: "object", required: ["id", "name"], properties: { name } };
  it.each<[string, JsonObject]>([
    ["by the schema beside it", { allOf: [{ $ref: "#/components/schemas/Base" }, more] }],
    ["around it", { required: ["id", "name"], properties: { name }, allOf: [base] }],
    ["inside", { ...base, properties: { id, name }, allOf: [{ required: ["id", "name"] }] }],
  ])("%s may be left out of a request, and must be", (_, It) => {
    const samples = sampler({ openapi: "3.1.1", paths: {}, components: { schemas: { Base: base, It } } });
    const fits = (direction: "request" | "answer", value: JsonObject): boolean =>
      samples.fits("/components/schemas/It", direction, value);
    expect(fits("request", { name: "a" })).toBe(true);
    expect(fits("request", { name: "a", id: 1 })).toBe(false);
    expect(fits("request", {})).toBe(false);
    expect(fits("answer", { name: "a" })).toBe(false);
    expect(fits("answer", { name: "a", id: 1 })).toBe(true);
    expect(samples.value("/components/schemas/It", "request", 1)).toEqual({ name: expect.any(String) });
  });
});

it("a field may be called like a keyword", () => {
  const inner = { type: "object", properties: { secret: { type: "string", writeOnly: true } } };
  const It = { type: "object", properties: { default: inner, properties: inner, example: inner } };
  const samples = sampler({ openapi: "3.1.1", paths: {}, components: { schemas: { It } } });
  for (const key of Object.keys(It.properties)) {
    expect(samples.fits("/components/schemas/It", "answer", { [key]: { secret: "s" } })).toBe(false);
    expect(samples.fits("/components/schemas/It", "answer", { [key]: {} })).toBe(true);
  }
});
