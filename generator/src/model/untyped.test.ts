import { describe, expect, it } from "vitest";
import { describeAll, operation } from "../testing/document.ts";

function told(mediaType: string, schema: string): readonly string[] {
  const content = `{ description: D, content: { ${mediaType}: { schema: ${schema} } } }`;
  const { found } = operation(
    `post: { operationId: run, requestBody: ${content}, responses: { "200": ${content} } }`,
    { rest: "components: { schemas: { It: { type: object, properties: { a: {} } } } }" },
  );
  return describeAll(found);
}

describe("a body that is given as a whole", () => {
  it.each([
    ["application/cbor", "{ type: object }", "bytes"],
    ["application/msgpack", '{ $ref: "#/components/schemas/It" }', "bytes"],
    ["text/csv", "{ type: array, items: {} }", "text"],
    ["text/plain", "{ type: string, enum: [a, b] }", "text"],
    ["application/xml", "{ oneOf: [{ type: object }, { type: string }] }", "text"],
  ])("of %s and %s is told to be %s, sent or received", (mediaType, schema, what) => {
    const message = `the schema of ${mediaType} gives no type: the body is given as ${what}`;
    expect(told(mediaType, schema)).toEqual([
      expect.stringMatching(/^CW2011 .*requestBody.*schema /),
      expect.stringContaining(message),
    ]);
  });

  it.each([
    ["application/octet-stream", "{ type: string, format: binary }"],
    ["image/png", "{ description: A picture. }"],
    ["text/plain", "{ type: string, maxLength: 5 }"],
    ["application/pdf", "true"],
  ])("of %s and %s is what it says", (mediaType, schema) => {
    expect(told(mediaType, schema)).toEqual([]);
  });

  it("is told of as lines of JSON only where it is sent", () => {
    expect(told("application/x-ndjson", '{ $ref: "#/components/schemas/It" }')).toEqual([
      expect.stringMatching(/^CW2011 .*requestBody/),
    ]);
  });
});
