import { describe, expect, it } from "vitest";
import { judge } from "../judge/judge.js";
import { parcels } from "../testing/parcels.js";
import { sampler } from "./sampler.js";

const samples = sampler(parcels);
const seeds = Array.from({ length: 200 }, (_, seed) => seed);
const distinct = (values: readonly unknown[]): number =>
  new Set(values.map((value) => JSON.stringify(value))).size;

describe("samples", () => {
  it("of answers are accepted by the judge, and differ", () => {
    const judged = judge(parcels);
    for (const status of [200, 404]) {
      const answers = seeds.map((seed) => samples.answer("listParcels", status, seed));
      for (const { headers, body } of answers) {
        const bytes = new TextEncoder().encode(JSON.stringify(body));
        expect(
          judged.answer("listParcels", { status, headers: Object.entries(headers), body: bytes }),
        ).toEqual([]);
      }
      expect(distinct(answers)).toBeGreaterThan(100);
    }
  });

  it("of requests hold what is required, and now and then the rest", () => {
    const requests = seeds.map((seed) => samples.request("listParcels", seed));
    const names = requests.map(({ parameters }) => parameters.map(({ parameter }) => parameter.name));
    for (const one of names) expect(one).toContain("since");
    for (const name of ["limit", "ids", "deep", "spread"]) {
      const count = names.filter((one) => one.includes(name)).length;
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(seeds.length);
    }
    for (const { parameters } of requests) {
      for (const { value } of parameters) expect([null, "", [], {}]).not.toContainEqual(value);
    }
  });

  it("keep read-only fields out of requests and write-only fields out of answers", () => {
    const bodies = seeds.map((seed) => samples.request("sendParcel", seed).body);
    const answers = seeds.map((seed) => samples.answer("getParcel", 200, seed).body);
    for (const body of bodies) expect(body).not.toHaveProperty("id");
    expect(bodies.some((body) => Object.hasOwn(Object(body), "secret"))).toBe(true);
    for (const body of answers) expect(body).not.toHaveProperty("secret");
    expect(JSON.stringify(answers)).toContain('"labels":{"');
  });

  it("are the same for the same seed, and take another text", () => {
    const loud = sampler(parcels, { text: (plain) => `ü&${plain}` });
    expect(samples.request("sendParcel", 5)).toEqual(sampler(parcels).request("sendParcel", 5));
    expect(JSON.stringify(seeds.map((seed) => loud.answer("getParcel", 200, seed)))).toContain("ü&");
  });

  it("that cannot be made are an error with the place", () => {
    const document = {
      ...parcels,
      components: { ...Object(parcels["components"]), schemas: { Parcel: false, Problem: {} } },
    };
    expect(() => sampler(document).answer("getParcel", 200, 1)).toThrow(
      /No sample out of 60 fits the schema .*200/,
    );
    expect(() => samples.answer("getParcel", 404, 1)).toThrow(
      "404 is not documented (at /paths/~1parcels~1{id}/get)",
    );
  });

  // Without a bound on the whole they would have twelve to the power of their depth of parts, and no end.
  it("of types that lead to each other in many ways end", () => {
    const names = Array.from({ length: 12 }, (_, index) => `T${index}`);
    const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
    const fields = Object.fromEntries(names.map((name) => [name.toLowerCase(), reference(name)]));
    const type = { type: "object", properties: { ...fields, text: { type: "string", maxLength: 5000 } } };
    const schemas = Object.fromEntries(names.map((name) => [name, type]));
    const document = { openapi: "3.1.1", paths: {}, components: { schemas } };
    for (const seed of [0, 1, 2]) {
      const sample = sampler(document).value("/components/schemas/T0", "answer", seed);
      expect(JSON.stringify(sample).length).toBeLessThan(1_000_000);
    }
  });
});

describe("schemas that others write", () => {
  const check = (schema: object): ReturnType<typeof sampler> =>
    sampler({ openapi: "3.0.3", paths: {}, components: { schemas: { It: schema } } });

  it("may escape in a pattern what needs none", () => {
    const own = check({ type: "string", pattern: String.raw`^[a-z\-\:]+$` });
    const fits = ["a-b:c", "a b"].map((value) => own.fits("/components/schemas/It", "answer", value));
    expect(fits).toEqual([true, false]);
  });

  it("may have examples with $id, and a property called example", () => {
    const example = { $id: "same", example: 1 };
    const own = check({
      type: "object",
      properties: { example: { type: "integer", example }, other: { type: "object", example } },
      example,
    });
    const fits = [1, "1"].map((value) => own.fits("/components/schemas/It", "answer", { example: value }));
    expect(fits).toEqual([true, false]);
    expect(own.value("/components/schemas/It", "answer", 0)).toHaveProperty("example");
  });
});
