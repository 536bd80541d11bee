import { expect, it } from "vitest";
import { documentOf, modelOne } from "../testing/document.ts";
import { formatFile } from "../write/format.ts";
import { apiReference } from "./api-reference.ts";

it("api.md shows signatures laid out as code is, and texts as sentences", async () => {
  const answer =
    "{ type: object, properties: { data: { type: array, items: { type: string } }, next: { type: string, description: The cursor } } }";
  const api = modelOne(
    documentOf(`paths:
  /a:
    get:
      operationId: listThings
      parameters: [{ name: id, in: query, description: Id of the thing, schema: { type: string, format: uuid } }]
      responses: { "200": { description: A., content: { application/json: { schema: ${answer} } } } }`),
  );
  const { text } = await formatFile({ path: "api.md", text: apiReference(api) });
  expect(text).toContain(`\`\`\`ts
function listThings(
  client: Client,
  params?: ListThingsParams,
  options?: CallOptions,
): Call<
  {
    data?: string[];
    /** The cursor */
    next?: string;
  },
  ListThingsError
>;
\`\`\``);
  expect(text).toContain("| Id of the thing. Format: `uuid`. |");
});

it("api.md says when an answer is partial", () => {
  const api = modelOne(
    documentOf(`paths:
  /a:
    get:
      operationId: listThings
      x-clientwright-partial: [{ value: $response.body#/state, equals: "la\`te" }, { value: $response.body#/gaps, nonEmpty: true }]
      responses: { "200": { description: A., content: { application/json: { schema: { type: object } } } } }`),
  );
  expect(apiReference(api)).toContain(
    '- partial answers: when `response body /state` is `` "la`te" ``, or `response body /gaps` is not empty',
  );
});
