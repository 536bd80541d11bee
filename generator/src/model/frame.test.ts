import { expect, it } from "vitest";
import { describeAll, documentOf, model } from "../testing/document.ts";

function found(frame: string, operation = "", version = "3.1.1"): readonly string[] {
  const text = `openapi: ${version}\n${frame}\npaths: { /x: { get: { operationId: x, responses: { "204": { description: D${operation} } } } } }\n`;
  return describeAll(model(text).found);
}

const info = 'info: { title: T, version: "1" }';

it.each([
  ["info", "info: { title: T, version: '1', descripton: D }", "descripton"],
  ["a contact", "info: { title: T, version: '1', contact: { mail: a@b.c } }", "mail"],
  ["a license", "info: { title: T, version: '1', license: { nam: MIT } }", "nam"],
  ["a tag", `${info}\ntags: [{ name: a, descripton: D }]`, "descripton"],
  ["components", `${info}\ncomponents: { schema: {} }`, "schema"],
  ["externalDocs", `${info}\nexternalDocs: { url: https://a.com, descripton: D }`, "descripton"],
  ["a server", `${info}\nservers: [{ url: https://a.com, descripton: D }]`, "descripton"],
  [
    "a server variable",
    `${info}\nservers: [{ url: 'https://{a}.com', variables: { a: { default: a, enumm: [a] } } }]`,
    "enumm",
  ],
  [
    "a security scheme",
    `${info}\ncomponents: { securitySchemes: { a: { type: http, scheme: bearer, bearerFormt: JWT } } }`,
    "bearerFormt",
  ],
  [
    "the flows of OAuth",
    `${info}\ncomponents: { securitySchemes: { a: { type: oauth2, flows: { implcit: {} } } } }`,
    "implcit",
  ],
  [
    "a flow of OAuth",
    `${info}\ncomponents: { securitySchemes: { a: { type: oauth2, flows: { password: { tokenURL: https://a.com } } } } }`,
    "tokenURL",
  ],
])("%s is looked through for misspelt fields", (what, frame, field) => {
  expect(found(frame)).toEqual([
    expect.stringMatching(new RegExp(`^CW1031 .*/${field} ${what} has no field "${field}"; it is ignored$`)),
  ]);
  // What begins with x- is the author's.
  expect(found(frame.replace(field, `x-${field}`))).toEqual([]);
});

it("headers of a response are looked through for misspelt fields, behind a reference too", () => {
  const components = "components: { headers: { H: { schma: {} } } }";
  expect(
    found(
      `${info}\n${components}`,
      ', headers: { X-A: { descripton: D }, X-B: { $ref: "#/components/headers/H" } }',
    ),
  ).toEqual([
    expect.stringMatching(/^CW1031 .*\/components\/headers\/H\/schma a header has no field "schma"/),
    expect.stringMatching(/^CW1031 .*\/headers\/X-A\/descripton a header has no field "descripton"/),
  ]);
});

it("fields of a newer version are known", () => {
  const frame = `info: { title: T, version: "1", summary: S, license: { name: MIT, identifier: MIT } }
tags: [{ name: a, summary: A, kind: nav, parent: b }]
servers: [{ url: https://a.com, name: A }]
components: { mediaTypes: {}, pathItems: {}, securitySchemes: { a: { type: oauth2, oauth2MetadataUrl: https://a.com, deprecated: true, flows: { deviceAuthorization: { deviceAuthorizationUrl: https://a.com } } } } }`;
  for (const version of ["3.0.3", "3.1.1", "3.2.0"]) expect(found(frame, "", version)).toEqual([]);
});

it("a list of tags that is none is left alone", () => {
  expect(
    describeAll(
      model(documentOf("tags: 7\npaths: { /x: { get: { operationId: x, responses: {} } } }")).found,
    ),
  ).toEqual([]);
});
