import { describe, expect, it } from "vitest";
import { operation } from "../testing/document.ts";

describe("a range of media types", () => {
  it.each([
    ["'*/*'", "{ type: object }", "json"],
    ["'*/*'", "{ type: string }", "json"],
    ["application/*", "{ type: string, format: binary }", "binary"],
    ["'*/*'", '{ $ref: "#/components/schemas/File" }', "binary"],
    ["'application/*+json'", "{ type: object }", "json"],
    ["'application/*+xml'", "{ type: object }", "text"],
    ["'application/*; q=0.5'", "{ type: object }", "json"],
    ["'*/*'", '{ allOf: [{ $ref: "#/components/schemas/File" }] }', "binary"],
    ["'*/*'", '{ allOf: [{ $ref: "#/components/schemas/File" }, { description: D }] }', "json"],
    ["text/*", "{ type: string }", "text"],
    ["image/*", "{ type: string }", "binary"],
  ])("%s of %s is %s, sent or received", (mediaType, schema, kind) => {
    const content = `{ description: D, content: { ${mediaType}: { schema: ${schema} } } }`;
    const { operation: found } = operation(
      `post: { operationId: run, requestBody: ${content}, responses: { "200": ${content} } }`,
      { rest: "components: { schemas: { File: { type: string, format: binary } } }" },
    );
    expect([found.body?.kind, found.answers[0]?.kind]).toEqual([kind, kind]);
  });
});

describe("a body of several media types", () => {
  const chosen = (...contents: readonly (readonly [mediaType: string, schema: string])[]): unknown => {
    const content = contents.map(([mediaType, schema]) => `${mediaType}: { schema: ${schema} }`).join(", ");
    return operation(`post: { operationId: run, requestBody: { content: { ${content} } }, responses: {} }`, {
      rest: "components: { schemas: { F: { properties: { f: { type: string, format: binary } } }, L: { properties: { f: { type: array, items: { type: string, format: binary } } } } } }",
    }).operation.body?.kind;
  };
  const form = "application/x-www-form-urlencoded";

  it.each(["F", "L"])("is multipart where its schema has bytes: %s", (name) => {
    const schema = `{ $ref: "#/components/schemas/${name}" }`;
    expect(chosen(["multipart/form-data", schema], ["application/json", schema])).toBe("multipart");
    expect(chosen([form, schema], ["multipart/form-data", schema])).toBe("multipart");
    expect(chosen(["application/json", schema], ["text/plain", schema])).toBe("json");
  });

  it("is JSON where only the schema of multipart has bytes", () => {
    expect(
      chosen(
        ["multipart/form-data", '{ $ref: "#/components/schemas/F" }'],
        ["application/json", "{ properties: { url: { type: string } } }"],
      ),
    ).toBe("json");
  });
});
