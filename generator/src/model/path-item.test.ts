import { describe, expect, it } from "vitest";
import { describeAll, documentOf, model } from "../testing/document.ts";

const op = (id: string, rest = ""): string => `{ operationId: ${id}, responses: {}${rest} }`;

/** What a path item gives, whose reference leads over another to one with `get`, and the same from the package's own document. */
function read(beside: string, target = ""): { operations: readonly string[]; found: readonly string[] } {
  const operations = (text: string): readonly string[] =>
    model({ "openapi.yaml": text, "parts/items.yaml": parts(target) }).apis.flatMap((api) =>
      api.operations.map(
        ({ name, method, server, parameters }) =>
          `${method} ${name}(${parameters.map((each) => each.name).join(", ")})${server?.url ?? ""}`,
      ),
    );
  const text = documentOf(
    `servers: [{ url: https://a.com }]\npaths: { "/x/{id}": { $ref: "parts/items.yaml#/A"${beside} } }`,
  );
  const { apis, found } = model({ "openapi.yaml": text, "parts/items.yaml": parts(target) });
  const again = operations(JSON.stringify(apis[0]?.document() ?? {}));
  if (found.every(({ severity }) => severity === "warning")) expect(again).toEqual(operations(text));
  return { operations: operations(text), found: describeAll(found) };
}

function parts(target: string): string {
  return `A: { $ref: "#/B", put: ${op("put")} }
B: { get: ${op("get")}, x-mine: 1${target} }
id: { name: id, in: path, required: true, schema: { $ref: "#/text" } }
text: { type: string }
`;
}

const id = '{ $ref: "#/id" }';

describe("fields beside the reference of a path item", () => {
  it("hold with those of what it leads to, over any number of references", () => {
    const { operations, found } = read(
      `, delete: ${op("remove")}, parameters: [{ name: id, in: path, required: true }, { name: q, in: query }], servers: [{ url: https://b.com }]`,
    );
    expect(operations).toEqual([
      "GET get(id, q)https://b.com",
      "PUT put(id, q)https://b.com",
      "DELETE remove(id, q)https://b.com",
    ]);
    expect(found).toEqual([]);
  });

  it("have what stands in the other file, where it stands there", () => {
    expect(read(`, delete: ${op("remove")}`, `, parameters: [${id}]`)).toEqual({
      operations: ["GET get(id)", "PUT put(id)", "DELETE remove(id)"],
      found: [],
    });
  });

  it("hold in place of those that they have twice, with a warning", () => {
    const { operations, found } = read(
      `, get: ${op("own")}, description: Own.`,
      `, parameters: [${id}], description: Theirs.`,
    );
    expect(operations).toEqual(["GET own(id)", "PUT put(id)"]);
    expect(found).toEqual([
      expect.stringMatching(/^CW1034 openapi.yaml:4:\d+ \/paths\/~1x~1\{id\}\/get get stands here and in/),
    ]);
  });

  it("are told of when they are unknown", () => {
    expect(read(`, gte: {}`, `, parameters: [${id}]`).found).toEqual([
      expect.stringMatching(/^CW1031 .* a path item has no field "gte"/),
    ]);
  });

  it("hold for webhooks too", () => {
    const { apis, found } = model(
      documentOf(`webhooks: { added: { $ref: "#/components/pathItems/P", summary: Own., put: ${op("b")} } }
components: { pathItems: { P: { summary: Theirs., post: ${op("a", ", summary: Post.")} } } }`),
    );
    expect(found).toEqual([]);
    const sent = apis[0]?.webhooks.map(({ method, summary }) => `${method} ${summary}`);
    expect(sent).toEqual(["PUT Own.", "POST Post."]);
    const again = model(JSON.stringify(apis[0]?.document())).apis[0]?.webhooks;
    expect(again?.map(({ method, summary }) => `${method} ${summary}`)).toEqual(sent);
  });
});
