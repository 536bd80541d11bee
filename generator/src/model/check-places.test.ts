import { describe, expect, it } from "vitest";
import { describeAll, operation } from "../testing/document.ts";

const components = `
components:
  schemas:
    Page:
      type: object
      properties:
        list: { oneOf: [{ type: "null" }, { $ref: "#/components/schemas/Things" }] }
        meta: { allOf: [{ type: object, properties: { page: { $ref: "#/components/schemas/Meta" } } }] }
        count: { type: integer }
        any: {}
    Things: { type: array, items: { type: string } }
    Meta: { type: object, properties: { after: { type: string } } }
    Ask: { type: object, properties: { at: { type: string }, size: { type: integer }, send: { anyOf: [{ type: string }, { $ref: "#/components/schemas/Things" }] } } }
    Tree: { type: object, additionalProperties: { $ref: "#/components/schemas/Tree" } }`;

function problems(extension: string, body = "application/json"): readonly string[] {
  const { found } = operation(
    `post:
  operationId: run
  parameters: [{ name: "page[limit]", in: query, schema: { type: integer } }, { name: X-At, in: header }]
  requestBody: { content: { ${body}: { schema: { $ref: "#/components/schemas/Ask" } } } }
  responses: { "200": { description: A page., content: { application/json: { schema: { $ref: "#/components/schemas/Page" } } } } }
  ${extension}`,
    { rest: components },
  );
  return describeAll(found);
}

function pagination(fields: Readonly<Record<string, string>>): readonly string[] {
  const good = {
    items: "$response.body#/list",
    cursor: "$request.body#/at",
    next: "$response.body#/meta/page/after",
  };
  return problems(`x-clientwright-pagination: ${JSON.stringify({ ...good, ...fields })}`);
}

const at = "/paths/~1run/post/x-clientwright-pagination";

describe("places of pages", () => {
  it("are found through references, unions, null and allOf", () => {
    expect(pagination({})).toEqual([]);
    expect(pagination({ limit: "$request.query.page[limit]", cursor: "$request.header.x-at" })).toEqual([]);
    expect(pagination({ items: "$response.body#/any/where", next: "$response.header.X-Next" })).toEqual([]);
  });

  it.each([
    ["items", "$response.body#/things", "items points at nothing in the schema of the body"],
    ["items", "$response.body#/count", "items points at something that is no array"],
    ["items", "$response.body", "items points at something that is no array"],
    ["items", "$response.header.link", "items must point into the body"],
    ["cursor", "$request.body#/att", "cursor points at nothing that the request has"],
    ["cursor", "$request.query.cursor", "cursor points at nothing that the request has"],
    ["limit", "$request.query.limit", "limit points at nothing that the request has"],
    ["next", "$response.body#/meta/after", "next points at nothing in the schema of the answer"],
  ])("%s: %s is reported where it stands", (key, expression, message) => {
    expect(pagination({ [key]: expression })).toEqual([
      expect.stringMatching(
        new RegExp(`^CW2020 openapi\\.yaml:\\d+:\\d+ ${at}/${key} ${message.replaceAll(".", "\\.")}$`),
      ),
    ]);
  });

  it("a rule that cannot hold is reported", () => {
    expect(pagination({ end: "short-page" })).toEqual([
      expect.stringMatching(/\/end end is short-page, and nothing says how long a page is$/),
    ]);
    expect(pagination({ end: "short-page", limit: "$request.body#/size" })).toEqual([]);
    const counted = `x-clientwright-pagination: { style: page, end: no-cursor, items: $response.body#/list, cursor: $request.body#/at }`;
    expect(problems(counted)).toEqual([
      expect.stringMatching(/\/end end is no-cursor, and the answer has none$/),
    ]);
  });
});

describe("places of batches", () => {
  it("may hold a list or something else", () => {
    expect(problems("x-clientwright-batch: { items: $request.body#/send }")).toEqual([]);
  });

  it.each([
    ["$request.body#/sends", "items points at nothing in the schema of the body"],
    ["$request.body#/at", "items points at something that is no array"],
    ["$request.query.page[limit]", "items must point into a JSON body"],
  ])("%s is reported", (expression, message) => {
    expect(problems(`x-clientwright-batch: { items: "${expression}" }`)).toEqual([
      expect.stringMatching(new RegExp(`^CW2020 .*/x-clientwright-batch/items ${message}$`)),
    ]);
  });

  it("are refused in a body that is not JSON", () => {
    const extension = "x-clientwright-batch: { items: $request.body#/send }";
    expect(problems(extension, "application/x-www-form-urlencoded")).toEqual([
      expect.stringMatching(/items must point into a JSON body$/),
    ]);
  });
});

describe("places of partial answers", () => {
  it("are held against the answer", () => {
    expect(
      problems(
        "x-clientwright-partial: [{ value: $response.body#/count, equals: 1 }, { value: $response.header.X-Part, nonEmpty: true }, { value: $response.body#/part, nonEmpty: true }]",
      ),
    ).toEqual([
      expect.stringMatching(
        /^CW2020 .*\/x-clientwright-partial\/2\/value value points at nothing in the schema of the answer$/,
      ),
    ]);
  });
});

it("a schema that refers to itself ends the search", () => {
  const { found } = operation(
    `get:
  operationId: run
  x-clientwright-pagination: { style: link, items: $response.body#/a/b/c, next: $response.header.link }
  responses: { "200": { description: A tree., content: { application/json: { schema: { $ref: "#/components/schemas/Tree" } } } } }`,
    { rest: components },
  );
  expect(describeAll(found)).toEqual([expect.stringMatching(/items points at something that is no array$/)]);
});
