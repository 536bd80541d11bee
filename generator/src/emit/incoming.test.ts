import { describe, expect, it } from "vitest";
import { modelOne } from "../testing/document.ts";
import { apiReference } from "./api-reference.ts";
import { incomingModule } from "./incoming.ts";
import { printModule } from "./print.ts";

const frame = (rest: string): string => `openapi: 3.1.1\ninfo: { title: Things, version: "1" }\n${rest}`;
const operation = "paths: { /a: { get: { operationId: a, responses: {} } } }\n";

function emitted(text: string): string {
  const module = incomingModule(modelOne(frame(text)));
  return module === undefined ? "" : printModule(module).replaceAll(/\s+/g, " ");
}

describe("incoming.ts", () => {
  it("is not there where the service sends nothing", () => {
    expect(emitted(`webhooks: {}\n${operation}`)).toBe("");
  });

  it("has text of the document only behind the doors", () => {
    const text = emitted(
      `webhooks: { "*/ x'\\"\`": { post: { summary: "*/ alert(1)", responses: {} } }, __proto__: { post: { responses: {} } } }\n${operation}`,
    );
    expect(text).toContain(`"*/ x'\\"\`": {`);
    expect(text).toContain("__proto__");
    expect(text).not.toContain("*/ alert");
  });

  it("has a webhook that a path item elsewhere describes", () => {
    const text = emitted(`webhooks: { added: { $ref: "#/components/pathItems/Added" } }
components: { pathItems: { Added: { summary: Shared., post: { responses: {} } } } }
${operation}`);
    expect(text).toContain('/** Shared. */ added: { method: "POST"; body: undefined; answer: undefined };');
  });
});

describe("api.md", () => {
  it("lists what the service sends, with the URL of callbacks", () => {
    const api = modelOne(
      frame(`webhooks: { added: { post: { deprecated: true, responses: {} } } }
paths: { /a: { post: { operationId: a, responses: {}, callbacks: { done: { "{$request.query.to}": { put: { responses: {} } } } } } } }
`),
    );
    const text = apiReference(api);
    expect(text).toMatch(/\| `added` \| POST\s+\| `undefined` \| `undefined` \|\s+Deprecated\. /);
    expect(text).toMatch(/\| `a\.done` \| `\{\$request\.query\.to\}` \| PUT /);
  });
});
