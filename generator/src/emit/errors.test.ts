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

describe("failures that are documented by range", () => {
  const errorOf = (responses: string): string => {
    const { api } = operation(`get: { operationId: run, responses: { ${responses} } }`);
    const [declaration] = errorsModule(api).declarations;
    return declaration?.kind === "alias" ? declaration.type : "";
  };
  const body = (type: string): string =>
    `{ description: D, content: { application/json: { schema: { type: ${type} } } } }`;

  it("stand for their own statuses alone", () => {
    expect(errorOf(`"409": ${body("number")}, 4XX: ${body("string")}`)).toBe(
      'ApiError<409, number> | ApiError<UndocumentedStatus<409, "4XX">, string> | ApiError<UndocumentedStatus<409, "3XX" | "5XX">, unknown> | TransportError',
    );
  });

  it("do not take a documented redirection for the default", () => {
    const redirected = `"302": { description: D }, default: ${body("boolean")}`;
    expect(errorOf(redirected)).toBe(
      "ApiError<302, unknown> | ApiError<UndocumentedStatus<302>, boolean> | TransportError",
    );
    expect(errorOf(`3XX: { description: D }, default: ${body("boolean")}`)).toContain(
      'ApiError<UndocumentedStatus<never, "3XX">, unknown>',
    );
  });

  it("leave to the default what they do not cover", () => {
    expect(errorOf(`4XX: ${body("string")}, default: ${body("boolean")}`)).toBe(
      'ApiError<UndocumentedStatus<never, "4XX">, string> | ApiError<UndocumentedStatus<never, "3XX" | "5XX">, boolean> | TransportError',
    );
  });
});
