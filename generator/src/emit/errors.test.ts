import { describe, expect, it } from "vitest";
import { operation } from "../testing/document.ts";
import { errorsModule } from "./errors.ts";

function failure(content: string): string {
  const { api } = operation(
    `get: { operationId: run, responses: { "404": { description: D, content: { ${content} } } } }`,
  );
  const [declaration] = errorsModule(api).declarations;
  return declaration?.kind === "alias" ? declaration.type : "";
}

describe("the body of a failure", () => {
  it.each([
    ["application/json: { schema: { type: string } }", "string"],
    ["application/problem+json: { schema: { type: array, items: { type: string } } }", "string[]"],
    ["text/plain: { schema: { type: string } }", "unknown"],
    ["application/octet-stream: {}", "unknown"],
    ["text/event-stream: {}", "unknown"],
  ])("%s is %s: what is not JSON is not parsed", (content, type) => {
    expect(failure(content)).toMatch(`ApiError<404, ${type}> |`);
  });
});
