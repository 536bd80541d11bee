import { describe, expect, it } from "vitest";
import { describeAll, operation } from "../testing/document.ts";
import { outline } from "../testing/outline.ts";

const bytes = "{ type: string, format: binary }";
const media = (type: string, schema: string): string => `{ content: { ${type}: { schema: ${schema} } } }`;
const warning = /^CW2011 .*format bytes cannot stand in JSON, in a form or in a parameter/;

function body(type: string, schema: string): readonly [string | undefined, readonly string[]] {
  const { operation: found, found: problems } = operation(
    `post: { operationId: run, requestBody: ${media(type, schema)}, responses: {} }`,
  );
  return [found.body && outline(found.body.schema), describeAll(problems)];
}

describe("format: binary", () => {
  it.each([
    ["a part", `{ properties: { f: ${bytes} } }`, "{f?: binary}"],
    ["a list of parts", `{ properties: { f: { type: array, items: ${bytes} } } }`, "{f?: [...binary]}"],
    ["a part of a variant", `{ oneOf: [{ properties: { f: ${bytes} } }] }`, "{f?: binary}"],
    ["any part", `{ additionalProperties: ${bytes} }`, "{[binary]}"],
  ])("is bytes as %s", (_what, schema, expected) => {
    expect(body("multipart/form-data", schema)).toEqual([expected, []]);
  });

  it.each([
    ["JSON", "application/json", `{ properties: { f: ${bytes} } }`, "{f?: string}"],
    ["JSON by itself", "application/json", bytes, "string"],
    ["a form", "application/x-www-form-urlencoded", `{ properties: { f: ${bytes} } }`, "{f?: string}"],
    [
      "an object that is a part",
      "multipart/form-data",
      `{ properties: { o: { type: object, properties: { f: ${bytes} } } } }`,
      "{o?: {f?: string}}",
    ],
  ])("is a string in %s, with a warning", (_what, type, schema, expected) => {
    expect(body(type, schema)).toEqual([expected, [expect.stringMatching(warning)]]);
  });

  it("is a string in a parameter and in an answer, with a warning for each", () => {
    const { operation: found, found: problems } = operation(
      `get: { operationId: run, parameters: [{ name: q, in: query, schema: ${bytes} }], responses: { "200": { description: D, ${media("application/json", bytes).slice(2)} } }`,
    );
    expect([found.parameters[0]?.schema.kind, found.answers[0]?.schema?.kind]).toEqual(["string", "string"]);
    expect(describeAll(problems)).toEqual([expect.stringMatching(warning), expect.stringMatching(warning)]);
  });

  it.each([
    ["multipart/form-data", "application/json", "{f?: binary|string}"],
    ["application/json", "multipart/form-data", "{f?: binary|string}"],
    ["multipart/form-data", "multipart/form-data", "{f?: binary}"],
    ["application/json", "application/json", "{f?: string}"],
  ])("of one schema in %s and %s is typed for both", (first, second, expected) => {
    const reference = '{ $ref: "#/components/schemas/It" }';
    const request = (id: string, type: string): string =>
      `{ operationId: ${id}, requestBody: ${media(type, reference)}, responses: {} }`;
    const { api, found } = operation(`post: ${request("run", first)}\nput: ${request("other", second)}`, {
      rest: `components: { schemas: { It: { allOf: [{ $ref: "#/components/schemas/File" }] }, File: { properties: { f: ${bytes} } } } }`,
    });
    const file = [...api.definitions.values()].find(({ documentedName }) => documentedName === "File");
    expect(file && outline(file.schema)).toBe(expected);
    expect(found.length).toBe(expected.includes("string") ? 1 : 0);
  });
});
