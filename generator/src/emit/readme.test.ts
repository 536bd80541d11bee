import { describe, expect, it } from "vitest";
import { documentOf, modelOne } from "../testing/document.ts";
import { readme } from "./readme.ts";

const servers = 'servers: [{ url: "https://a.example" }]';
const schemes = `components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    "my-login": { type: http, scheme: basic }
    oAuth2: { type: oauth2, flows: {} }
    known: { type: http, scheme: bearer, x-clientwright-env: TOKEN }`;

/** The first example of the README of a document with one operation. */
function example(rest: string): string {
  const api = modelOne(
    documentOf(
      `paths: { /a: { get: { operationId: run, responses: { "200": { description: A. } } } } }\n${rest}`,
    ),
  );
  const text = readme(api);
  const calls = [...text.matchAll(/createClient\((.*?)\)[;)]/g)].map(([, options]) => options ?? "");
  // Every example of one README is called in one way.
  expect(new Set(calls).size).toBe(1);
  return calls[0] ?? "";
}

describe("the examples of a README", () => {
  it.each([
    ["nothing asked for", "", ""],
    ["a key", "security: [{ key: [] }]", '{ key: "your key" }'],
    ["the first of two ways", "security: [{ oAuth2: [] }, { key: [] }]", '{ oAuth2: "your token" }'],
    [
      "two at once",
      "security: [{ key: [], my-login: [] }]",
      '{ key: "your key", "my-login": "user:password" }',
    ],
    ["a variable's", "security: [{ known: [] }]", ""],
    ["a variable's, or another", "security: [{ key: [] }, { known: [] }]", ""],
    ["one of two has a variable", "security: [{ key: [], known: [] }]", '{ key: "your key" }'],
    ["none, or a key", "security: [{ key: [] }, {}]", ""],
  ])("give the client what a call needs: %s", (_what, security, options) => {
    expect(example(`${servers}\n${schemes}\n${security}`)).toBe(options);
  });

  it("are of webhooks alone where the service sends all", () => {
    const text = readme(modelOne(documentOf("webhooks: { 'thing.added': { post: { responses: {} } } }")));
    expect(text).toContain('Webhooks["thing.added"]["body"]');
    for (const other of ["createClient", "## Operations", "## Options", "One function"])
      expect(text).not.toContain(other);
  });

  it("give it a base URL where the document has none, and the table says why", () => {
    expect(example("servers: [{ url: /api/v3 }]")).toBe('{ baseUrl: "https://api.example.com" }');
    expect(example("")).toBe('{ baseUrl: "https://api.example.com" }');
  });
});
