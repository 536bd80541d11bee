import { describe, expect, it } from "vitest";
import { operation } from "../testing/document.ts";

describe("a range of media types", () => {
  it.each([
    ["'*/*'", "{ type: object }", "json"],
    ["'*/*'", "{ type: string }", "json"],
    ["application/*", "{ type: string, format: binary }", "binary"],
    ["'*/*'", '{ $ref: "#/components/schemas/File" }', "binary"],
    ["'application/*+json'", "{ type: object }", "json"],
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
