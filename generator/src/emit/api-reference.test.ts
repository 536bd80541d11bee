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

/** The section of one operation, `run`. */
function section(item: string, rest = ""): string {
  const api = modelOne(documentOf(`paths:\n  /a/{id}:\n    post:\n      operationId: run\n${item}\n${rest}`));
  return /^## run\n([^]*?)(?=^## )/m.exec(apiReference(api))?.[1] ?? "";
}

const id = "      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]";

it("api.md names the type of the parameters and lists the body among them, with its media type", () => {
  const text = section(`${id}
      requestBody: { required: true, description: What | changes, content: { application/merge-patch+json: { schema: { type: object, properties: { a: { type: string } } } } } }
      responses: { "204": { description: Done. } }`);
  expect(text).toContain("- body: `application/merge-patch+json`\n");
  expect(text).toContain("\n\n`RunParams` has these fields:\n\n| parameter |");
  expect(text).toContain("| `body` (required) | body | `{ a?: string; }` | What \\| changes. |");
});

it.each([
  [
    "multipart/form-data: { schema: { type: object, properties: { file: { type: string, format: binary } } } }",
  ],
  ["application/octet-stream: {}"],
])("api.md says how a body alone is sent: %s", (content) => {
  const api = modelOne(
    documentOf(
      `paths: { /a: { post: { operationId: run, requestBody: { description: The *file*, content: { ${content} } }, responses: {} } } }`,
    ),
  );
  expect(apiReference(api)).toContain(`- body: \`${content.split(":")[0]}\`. The \\*file\\*.\n`);
});

it("api.md lists documented redirections, such as 304, which have no type", () => {
  const text = section(`${id}
      responses: { "200": { description: A. }, "304": { description: As it was. }, "302": { description: Elsewhere., content: { text/html: {} } }, "404": { description: None. } }`);
  expect(text).toContain("| `304` | As it was. | no content |");
  expect(text).toContain("| `302` | Elsewhere. | `unknown` |");
  expect(text).toContain("| `404` | None. | no content |");
});

it("api.md says what a batch takes besides the items, and that items are the body as a whole", () => {
  const body = `requestBody: { required: true, content: { application/json: { schema: { type: array, items: { type: string } } } } }
      responses: { "204": { description: Done. } }
      x-clientwright-batch: { items: $request.body }`;
  expect(section(`${id}\n      ${body}`)).toContain(
    '- batches: items at `request body`, the rest of each request in `options.input: Omit<RunParams, "body">`\n',
  );
});
