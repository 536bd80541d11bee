import { describe, expect, it } from "vitest";
import { operation } from "../testing/document.ts";
import { bodyCodec } from "./codec.ts";

describe("the codec of a body", () => {
  it.each([
    ["application/json", "{ type: object }", { name: "json" }],
    ["application/merge-patch+json", "{}", { name: "jsonAs", argument: '"application/merge-patch+json"' }],
    ["'*/*'", "{ type: object }", { name: "json" }],
    ["application/*", "{ type: object }", { name: "json" }],
    ["'application/*+json'", "{ type: object }", { name: "json" }],
    ["text/*", "{ type: string }", { name: "text", argument: "" }],
    ["'*/*'", "{ type: string, format: binary }", { name: "binary", argument: '"*/*"' }],
    ["image/*", "{}", { name: "binary", argument: '"image/*"' }],
  ])("of %s and %s names no range that would be sent", (mediaType, schema, codec) => {
    const { operation: found } = operation(
      `post: { operationId: run, requestBody: { content: { ${mediaType}: { schema: ${schema} } } }, responses: {} }`,
    );
    expect(found.body && bodyCodec(found.body)).toEqual(codec);
  });
});
