import { describe, expect, it } from "vitest";
import { describeAll, operation } from "../testing/document.ts";

function encoded(schema: string, encoding: string): readonly [object, readonly string[]] {
  const content = `{ multipart/form-data: { schema: ${schema}, encoding: ${encoding} } }`;
  const { operation: run, found } = operation(
    `post: { operationId: run, requestBody: { content: ${content} }, responses: {} }`,
    { rest: "components: { schemas: { A: { required: [a], properties: { a: {} } } } }" },
  );
  return [Object.fromEntries(run.body?.encoding ?? []), describeAll(found)];
}

const type = "{ contentType: text/csv }";

describe("an encoding", () => {
  it.each([
    ["properties: { a: {} }"],
    ['$ref: "#/components/schemas/A"'],
    ['allOf: [{ properties: { b: {} } }, { $ref: "#/components/schemas/A" }]'],
    ['oneOf: [{ required: [b], properties: { b: {} } }, { $ref: "#/components/schemas/A" }]'],
    ["properties: { b: {} }, additionalProperties: { type: string }"],
    ["type: object"],
  ])("is of a field that { %s } has", (schema) => {
    expect(encoded(`{ ${schema} }`, `{ a: ${type} }`)).toEqual([{ a: { contentType: "text/csv" } }, []]);
  });

  it("of a property that the schema does not have is left out, with a warning", () => {
    expect(encoded("{ properties: { a: {} } }", `{ a: ${type}, b: ${type} }`)).toEqual([
      { a: { contentType: "text/csv" } },
      [
        expect.stringMatching(
          /^CW1034 .*encoding\/b the schema has no property "b", so its encoding is left out/,
        ),
      ],
    ]);
  });

  it("has headers that are not sent, with a warning", () => {
    expect(encoded("{ properties: { a: {} } }", "{ a: { headers: { X-A: { schema: {} } } } }")).toEqual([
      {},
      [expect.stringMatching(/^CW2011 .*a\/headers the field "a" is sent without its headers/)],
    ]);
  });

  it("of a body that is no form and not multipart means nothing", () => {
    const { operation: run, found } = operation(
      `post: { operationId: run, requestBody: { content: { application/json: { schema: { properties: { a: {} } }, encoding: { b: ${type} } } } }, responses: {} }`,
    );
    expect([run.body?.encoding.size, found]).toEqual([0, []]);
  });

  it("with a field that is misspelt is told", () => {
    expect(encoded("{ properties: { a: {} } }", "{ a: { contentTyp: text/csv } }")).toEqual([
      {},
      [expect.stringMatching(/^CW1031 .*an encoding has no field "contentTyp"/)],
    ]);
  });
});
