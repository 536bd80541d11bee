import { sampler } from "@clientwright/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { valuesOf } from "../arbitrary.ts";

const schema = {
  type: "object",
  required: ["numbers", "name"],
  properties: {
    numbers: { type: "array", minItems: 1, items: { type: "integer" } },
    name: { type: "string", minLength: 2 },
    note: { type: "object", properties: { text: { type: "string" } } },
  },
};
const content = { "application/json": { schema } };
const samples = sampler({
  openapi: "3.1.1",
  info: { title: "A", version: "1" },
  paths: { "/a": { post: { operationId: "a", requestBody: { content }, responses: {} } } },
});
const pointer = "/paths/~1a/post/requestBody/content/application~1json/schema";

it("what breaks a property is made as small as its schema allows", () => {
  const outcome = fc.check(
    fc.property(valuesOf(samples, pointer, "request"), (value) => {
      const numbers = [...JSON.stringify(value).matchAll(/-?\d+(?=[,\]])/g)].map(Number);
      return numbers.every((one) => one < 40);
    }),
    { seed: 3, numRuns: 200 },
  );
  expect(outcome.failed).toBe(true);
  const [smallest] = outcome.counterexample ?? [];
  // One number of at least 40 that half of would not do, the shortest name, no note.
  expect(smallest).toEqual({ numbers: [expect.any(Number)], name: expect.stringMatching(/^..$/) });
  const [number] = Object(smallest).numbers;
  expect([number >= 40, Math.trunc(number / 2) >= 40]).toEqual([true, false]);
  expect(samples.fits(pointer, "request", smallest)).toBe(true);
});

it("the same seed gives the same values", () => {
  const draw = (): unknown[] => fc.sample(valuesOf(samples, pointer, "request"), { seed: 7, numRuns: 20 });
  expect(draw()).toEqual(draw());
});
