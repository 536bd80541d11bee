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
    expect(example("servers: [{ url: /api/v3/ }]")).toBe('{ baseUrl: "https://api.example.com/api/v3" }');
    expect(example("servers: [{ url: / }]")).toBe('{ baseUrl: "https://api.example.com" }');
    expect(example("")).toBe('{ baseUrl: "https://api.example.com" }');
    const table = (documented: string): string =>
      readme(
        modelOne(documentOf(`${documented}\npaths: { /a: { get: { operationId: a, responses: {} } } }`)),
      );
    expect(table("")).toContain("needed, since the document names none |");
    expect(table("servers: [{ url: '/v|`1' }]")).toContain(
      "needed, since the server of the document, `` /v\\|`1 ``, is relative |",
    );
  });
});

describe("what a README tells of the options", () => {
  it("has the known values of a server's variable", () => {
    const variables =
      "{ site: { default: a.com, description: Where it is, x-clientwright-values: [a.com, b.com] }, v: { default: v1 } }";
    const api = modelOne(
      documentOf(
        `servers: [{ url: "https://{site}/{v}", variables: ${variables} }]\npaths: { /a: { get: { operationId: a, responses: {} } } }`,
      ),
    );
    const text = readme(api);
    expect(text).toContain(
      "| `site` | Where it is. Known values: `a.com`, `b.com`; others are allowed. | `a.com` |",
    );
    expect(text).toContain("| `v` |  | `v1` |");
  });
});

describe("what a README tells of credentials and errors", () => {
  const text = (description: string): string =>
    readme(
      modelOne(
        documentOf(
          `components: { securitySchemes: { login: { type: http, scheme: basic${description} }, token: { type: http, scheme: bearer } } }
security: [{ login: [], token: [] }]
paths: { /a: { get: { operationId: a, responses: {} } } }`,
        ),
      ),
    );

  it("has the form of a basic login, with what the document says", () => {
    const form = "`user:password` as it is, not in base64: the client encodes it.";
    expect(text("")).toContain(`| \`login\` | ${form} |  |`);
    expect(text(", description: Of *yours*")).toContain(`| \`login\` | Of \\*yours\\*. ${form} |  |`);
    expect(text("")).toContain("| `token` |  |  |");
  });

  it("gives to every ApiError what every ApiError has", () => {
    expect(text("")).toContain(
      "`ApiError` has `status`, `messages`, `retryAfter` and the typed `body`; `RateLimitError` is the one with status 429;",
    );
  });
});

describe("what a README tells of partial answers", () => {
  const operation = (name: string, more: string): string => `  /${name}:
    get:
      operationId: ${name}
${more}      responses:
        "200":
          description: A.
          content:
            application/json:
              schema: { type: object, properties: { items: { type: array, items: { type: string } }, late: { type: boolean } } }
`;
  const partial = "      x-clientwright-partial: [{ value: $response.body#/late, equals: true }]\n";
  const pages =
    "      parameters: [{ name: offset, in: query, schema: { type: integer } }]\n      x-clientwright-pagination: { style: offset, items: $response.body#/items, cursor: $request.query.offset, end: empty-page }\n";
  const section = (paths: string): string | undefined =>
    readme(modelOne(documentOf(`${servers}\npaths:\n${paths}`)))
      .split("\n## ")
      .find((text) => text.startsWith("Partial answers"));

  it("names the operations that may give them, with or without pages", () => {
    const text = section(operation("one", partial) + operation("two", "") + operation("three", partial));
    expect(text).toContain("`one` and `three` can succeed with a part");
    expect(text).not.toContain("page.partial");
    expect(section(operation("one", partial) + operation("two", pages + partial))).toContain(
      "A page tells why in `page.partial`.",
    );
  });

  it("is nothing where there are none", () => {
    expect(section(operation("one", ""))).toBeUndefined();
  });
});
