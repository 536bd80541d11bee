import { describe, expect, it } from "vitest";
import { readApi } from "../document/api.js";
import type { JsonObject, JsonValue } from "../json.js";
import { mockApi } from "../mock/mock-api.js";
import { sampler } from "../sample/sampler.js";
import { createValidator } from "../schema/validator.js";
import { tagged } from "./tagged.js";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const text: JsonObject = { type: "string" };
const seeds = Array.from({ length: 60 }, (_, seed) => seed);

const base: JsonObject = { type: "object", required: ["kind"], properties: { kind: text } };
const person: JsonObject = { allOf: [to("Base"), { required: ["email"], properties: { email: text } }] };
const mapping = { person: to("Person")["$ref"] ?? "", company: "Company" };
const customers: JsonObject = {
  Base: base,
  Person: person,
  Company: { allOf: [to("Base")] },
  It: { oneOf: [to("Person"), to("Company")], discriminator: { propertyName: "kind", mapping } },
};

function documentOf(schemas: JsonObject, version = "3.0.3"): JsonObject {
  return { openapi: version, paths: {}, components: { schemas } };
}

/** What is wrong with a value of the schema `It`. */
function judged(schemas: JsonObject, value: JsonValue, direction: "request" | "answer" = "answer"): string[] {
  const check = createValidator(readApi(documentOf(schemas)).document).check(
    "/components/schemas/It",
    direction,
  );
  return check(value).map(({ at, message }) => `${at} ${message}`);
}

function sampled(schemas: JsonObject, direction: "request" | "answer" = "answer"): readonly JsonValue[] {
  const samples = sampler(documentOf(schemas));
  return seeds.map((seed) => samples.value("/components/schemas/It", direction, seed));
}

/** The values that a property has in samples. */
function values(samples: readonly JsonValue[], property = "kind"): readonly unknown[] {
  return [...new Set(samples.map((sample) => (Object(sample) as JsonObject)[property]))].sort();
}

describe("the tag of a union chooses the variant", () => {
  it.each(["oneOf", "anyOf"])("where several fit: %s", (keyword) => {
    const { oneOf: list = [], ...rest } = customers["It"] as JsonObject;
    const schemas = { ...customers, It: { ...rest, [keyword]: list } };
    expect(judged(schemas, { kind: "person", email: "a" })).toEqual([]);
    expect(judged(schemas, { kind: "company" })).toEqual([]);
    expect(judged(schemas, { kind: "company", email: "a" })).toEqual([]);
    const none =
      keyword === "oneOf" ? "must match exactly one schema in oneOf" : "must match a schema in anyOf";
    expect(judged(schemas, { kind: "person" })).toEqual([" must have required property 'email'", ` ${none}`]);
    expect(judged(schemas, { kind: "ghost", email: "a" })).toEqual([
      '/kind must be one of ["person","company"]',
      ` ${none}`,
    ]);
    expect(judged(schemas, { email: "a" })).toContain(" must have required property 'kind'");
    expect(values(sampled(schemas))).toEqual(["company", "person"]);
  });

  it("in requests, in answers that a test chooses, and in those that are sampled", async () => {
    const content = { "application/json": { schema: to("It") } };
    const mock = mockApi({
      ...documentOf(customers),
      info: { title: "T", version: "1" },
      paths: {
        "/x": {
          post: {
            operationId: "send",
            requestBody: { required: true, content },
            responses: { 200: { description: "OK", content } },
          },
        },
      },
    } satisfies JsonValue);
    const send = async (body: JsonValue): Promise<JsonObject> => {
      const headers = { "content-type": "application/json" };
      const init = { method: "POST", headers, body: JSON.stringify(body) };
      return (await (await mock.fetch("https://a.example/x", init)).json()) as JsonObject;
    };
    mock.once("send", { body: { kind: "person", email: "b" } });
    expect(await send({ kind: "person", email: "a" })).toEqual({ kind: "person", email: "b" });
    expect(["person", "company"]).toContain((await send({ kind: "company" }))["kind"]);
    mock.verify();
    await expect(send({ kind: "person" })).rejects.toThrow("must have required property 'email'");
  });

  it("and is the name of the schema without a mapping; several may be mapped to one", () => {
    const named = {
      ...customers,
      It: { oneOf: [to("Person"), to("Company")], discriminator: { propertyName: "kind" } },
    };
    expect(judged(named, { kind: "Person", email: "a" })).toEqual([]);
    expect(values(sampled(named))).toEqual(["Company", "Person"]);
    const more = { propertyName: "kind", mapping: { ...mapping, firm: "Company" } };
    const several = { ...customers, It: { oneOf: [to("Person"), to("Company")], discriminator: more } };
    expect(judged(several, { kind: "firm" })).toEqual([]);
    expect(values(sampled(several))).toEqual(["company", "firm", "person"]);
  });

  it("and the default mapping takes what has no known tag", () => {
    const discriminator = { propertyName: "kind", mapping, defaultMapping: "Company" };
    const schemas = {
      ...customers,
      Company: { type: "object", properties: { kind: text, vat: text } },
      It: { oneOf: [to("Person"), to("Company")], discriminator },
    };
    for (const value of [{}, { kind: "firm" }, { kind: "company" }])
      expect(judged(schemas, value)).toEqual([]);
    expect(judged(schemas, { kind: "firm", vat: 1 })).toContain("/vat must be string");
    expect(judged(schemas, { kind: "person" })).toContain(" must have required property 'email'");
    expect(values(sampled(schemas))).toEqual(["company", "person"]);
  });

  it.each([
    ["variants", { Person: { ...base, nullable: true }, Company: { ...base, nullable: true } }],
    ["an optional union", { It: { ...(customers["It"] as JsonObject), nullable: true } }],
    ["a variant beside", { Person: { nullable: true, allOf: [to("Base")] } }],
  ])("and null has none: %s", (_, change) => {
    const schemas = { ...customers, ...(change as JsonObject) };
    expect(judged(schemas, null)).toEqual([]);
    expect(judged(schemas, { kind: "person", email: "a" })).toEqual([]);
    expect(judged(schemas, { kind: "ghost", email: "a" })).not.toEqual([]);
    expect(judged(schemas, 5)).not.toEqual([]);
    expect(judged(customers, null)).not.toEqual([]);
  });

  it("also where variants lead back to the union", () => {
    const node = { allOf: [to("Base"), { properties: { next: to("It") } }] };
    const schemas = { ...customers, Person: node };
    expect(judged(schemas, { kind: "person", next: { kind: "person", next: { kind: "company" } } })).toEqual(
      [],
    );
    expect(judged(schemas, { kind: "person", next: { kind: "ghost" } })).toContain(
      `/next/kind must be one of ["person","company"]`,
    );
    expect(values(sampled(schemas))).toEqual(["company", "person"]);
  });
});

describe("a schema is believed where its discriminator has no say", () => {
  const kinds = (one: JsonObject, other: JsonObject, more: JsonObject = {}): JsonObject => ({
    Person: { ...base, properties: { kind: one } },
    Company: { ...base, properties: { kind: other } },
    It: { oneOf: [to("Person"), to("Company")], discriminator: { propertyName: "kind", ...more } },
  });

  it.each<[why: string, schemas: JsonObject, fits: unknown[], not: unknown]>([
    ["other values are listed", kinds({ enum: ["p"] }, { enum: ["c"] }), ["c", "p"], "Person"],
    [
      "the values are no texts",
      kinds({ enum: [1, 2] }, { const: 3 }, { mapping: { 1: "Person", 3: "Company" } }),
      [1, 3],
      2,
    ],
    [
      "the mapping leads nowhere",
      kinds({ enum: ["p"] }, { const: "c" }, { mapping: { p: "Lost" } }),
      ["c", "p"],
      "x",
    ],
  ])("%s", (_, schemas, fits, not) => {
    for (const kind of fits) expect(judged(schemas, { kind: kind as JsonValue })).toEqual([]);
    expect(judged(schemas, { kind: not as JsonValue })).not.toEqual([]);
    expect(values(sampled(schemas))).toEqual(fits);
  });

  it("the property is of the other direction", () => {
    const Base = { ...base, properties: { kind: { ...text, readOnly: true } } };
    const It = { ...(customers["It"] as JsonObject), oneOf: [to("Person")] };
    const apart = { ...customers, Base, It };
    expect(judged(apart, { email: "a" }, "request")).toEqual([]);
    expect(judged(apart, { kind: "person", email: "a" })).toEqual([]);
    expect(values(sampled(apart, "request"))).toEqual([undefined]);
  });

  it("the variant is a union with tags of its own, or stands in place", () => {
    const inner = { oneOf: [to("Person"), to("Company")], discriminator: { propertyName: "kind" } };
    const place = { ...base, properties: { kind: { const: "here" } } };
    const schemas = {
      ...customers,
      Inner: inner,
      Other: base,
      It: { oneOf: [to("Inner"), to("Other"), place], discriminator: { propertyName: "kind" } },
    };
    for (const kind of ["Company", "Other", "here"]) expect(judged(schemas, { kind })).toEqual([]);
    expect(judged(schemas, { kind: "Inner" })).not.toEqual([]);
    expect(values(sampled(schemas))).toEqual(["Company", "Other", "Person", "here"]);
  });

  it("a property is called discriminator", () => {
    const It = { properties: { discriminator: { properties: { propertyName: text } }, oneOf: text } };
    expect(judged({ It }, { discriminator: { propertyName: "a" }, oneOf: "b" })).toEqual([]);
  });
});

it("a document without discriminators stays as it is", () => {
  const document = documentOf({
    It: { oneOf: [text, to("Other")], allOf: [{}] },
    Other: { type: "integer" },
  });
  for (const purpose of ["judge", "sample"] as const)
    expect(tagged(document, purpose).document).toEqual(document);
});
