import { describe, expect, it } from "vitest";
import { describeAll, operation } from "../testing/document.ts";

const object = "{ type: object, properties: { a: { type: string } } }";
const list = "{ type: array, items: { type: string } }";

function warnings(parameter: string, path = "/x"): readonly string[] {
  const text = `get: { operationId: run, parameters: [{ name: p, ${parameter} }], responses: {} }`;
  return describeAll(operation(text, { path }).found);
}

describe("a parameter", () => {
  it.each([
    ["an object in a list", `in: query, schema: { type: array, items: ${object} }`],
    ["a list in a list", `in: query, style: pipeDelimited, schema: { type: array, items: ${list} }`],
    ["a list in an object", `in: query, schema: { type: object, properties: { b: ${list} } }`],
    ["an object in an object", `in: header, schema: { type: object, additionalProperties: ${object} }`],
    [
      "an object in a list",
      `in: query, schema: { oneOf: [{ type: string }, { type: array, items: ${object} }] }`,
    ],
    [
      "an object in a list",
      `in: query, schema: { type: array, items: { oneOf: [{ type: string }, ${object}] } }`,
    ],
  ])("that may hold %s is told: %s", (what, parameter) => {
    expect(warnings(parameter)).toEqual([
      expect.stringMatching(
        new RegExp(`^CW2017 .*"p" may hold ${what}, which the style \\w+ has no text for`),
      ),
    ]);
  });

  it.each([
    `in: query, schema: ${list}`,
    `in: query, schema: ${object}`,
    "in: query, schema: { type: array, items: {} }",
    `in: query, style: deepObject, explode: true, schema: { type: object, properties: { b: ${list} } }`,
    `in: query, content: { application/json: { schema: { type: array, items: ${object} } } }`,
  ])("that has a text is not: %s", (parameter) => {
    expect(warnings(parameter)).toEqual([]);
  });
});
