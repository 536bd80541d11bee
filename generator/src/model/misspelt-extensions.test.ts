import { describe, expect, it } from "vitest";
import { model, placeOf } from "../testing/document.ts";

/** A document with room for fields at an object of each kind. */
function problems(at: Readonly<Record<string, string>>): readonly string[] {
  const more = (place: string): string => (at[place] === undefined ? "" : `, ${at[place]}`);
  const { found } = model(`openapi: 3.1.1
info: { title: T, version: "1"${more("info")} }
servers: [{ url: "https://{site}"${more("server")}, variables: { site: { default: a.com${more("variable")} } } }]
${at["root"] ?? ""}
security: [{ key: [] }]
paths:
  /things:
    ${at["item"] ?? "x-mine: 1"}
    get:
      operationId: listThings
      ${at["operation"] ?? "x-mine: 1"}
      parameters: [{ name: size, in: query, schema: { type: integer }${more("parameter")} }]
      responses:
        "200":
          description: D.
          ${at["response"] ?? "x-mine: 1"}
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" }${more("media")} } }
webhooks:
  told: { post: { ${at["webhook"] ?? "x-mine: 1"}, requestBody: { content: { application/json: { schema: { type: string } } } }, responses: { "200": { description: D. } } } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key${more("scheme")} } }
  schemas:
    Thing: { type: object, properties: { id: { type: string${more("property")} } }${more("schema")} }
`);
  return found.map((each) => `${placeOf(each)} ${each.message}; ${each.hint}`);
}

describe("an extension of ours", () => {
  it.each([
    ["operation", "x-clientwright-pagintion: {}", "an operation", "did you mean x-clientwright-pagination?"],
    ["operation", "x-clientwrigth-preview: true", "an operation", "did you mean x-clientwright-preview?"],
    ["operation", "x-clientwright-foo: 1", "an operation", "EXTENSIONS.md lists those that are read"],
    ["schema", "x-clientwright-nmae: A", "a schema", "did you mean x-clientwright-name?"],
    ["property", "x-clientwright-opne: true", "a schema", "did you mean x-clientwright-open?"],
    ["variable", "x-clientwright-value: [a]", "a server variable", "did you mean x-clientwright-values?"],
    ["scheme", "x-clientwright-evn: A", "a security scheme", "did you mean x-clientwright-env?"],
    ["media", "x-clientwright-steam: {}", "a media type", "did you mean x-clientwright-stream?"],
    ["root", "x-clientwright-packages: {}", "the document", "did you mean x-clientwright-package?"],
    ["webhook", "x-clientwright-foo: 1", "a request of the service", "EXTENSIONS.md lists those"],
  ])("that is misspelt is told of, in %s: %s", (place, extension, what, hint) => {
    const name = extension.slice(0, extension.indexOf(":"));
    const [problem, ...others] = problems({ [place]: extension });
    expect(others).toEqual([]);
    expect(problem).toMatch(
      new RegExp(`^CW1031 openapi.yaml:\\d+:\\d+ /.*${name} ${what} has no extension ${name};`),
    );
    expect(problem).toContain(hint);
  });

  it.each([
    ["operation", "x-clientwright-stream: {}", "a media type"],
    ["item", "x-clientwright-preview: true", "an operation"],
    ["response", "x-clientwright-partial: []", "an operation"],
    ["parameter", "x-clientwright-env: A", "a security scheme or a server variable"],
    ["server", "x-clientwright-values: []", "a server variable"],
    ["info", "x-clientwright-package: {}", "the document"],
    ["variable", "x-clientwright-option: a", "a security scheme"],
    ["webhook", "x-clientwright-name: a", "an operation or a schema"],
  ])("at an object that it says nothing of is told of, in %s: %s", (place, extension, owner) => {
    expect(problems({ [place]: extension })).toEqual([
      expect.stringMatching(`^CW1031 .* it is ignored; it belongs to ${owner}$`),
    ]);
  });

  it("at its place is not told of, nor a note, nor what others have", () => {
    const notes = "x-clientwright-provenance: { a: b }, x-codegen-name: a, x-clients: [], x-name: a";
    expect(
      problems({
        root: "x-clientwright-package: { name: things }",
        operation: "x-clientwright-preview: true",
        variable: `x-clientwright-values: [a.com], x-clientwright-env: SITE, ${notes}`,
        scheme: `x-clientwright-env: KEY, x-clientwright-option: mine, ${notes}`,
        schema: `x-clientwright-name: Other, ${notes}`,
        media: notes,
        parameter: notes,
        info: notes,
      }),
    ).toEqual([]);
  });

  it("of an operation is not told of where a path and a webhook share it", () => {
    const { found } = model(`openapi: 3.1.1
info: { title: T, version: "1" }
paths: { /things: { $ref: "#/components/pathItems/Told" } }
webhooks: { told: { $ref: "#/components/pathItems/Told" } }
components:
  pathItems:
    Told: { post: { operationId: tell, x-clientwright-idempotency: idempotent, responses: { "204": { description: D. } } } }
`);
    expect(found.filter(({ code }) => code === "CW1031")).toEqual([]);
  });
});
