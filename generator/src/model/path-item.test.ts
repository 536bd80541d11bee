import { describe, expect, it } from "vitest";
import { describeAll, documentOf, model, modelOne } from "../testing/document.ts";

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

  it.each(["get: null", "parameters: null", "servers: null", "get:"])(
    "that are empty say nothing: %s",
    (own) => {
      const { operations, found } = read(
        `, ${own}`,
        `, parameters: [${id}], servers: [{ url: https://b.com }], description:`,
      );
      expect(operations).toEqual(["GET get(id)https://b.com", "PUT put(id)https://b.com"]);
      expect(found).toEqual([expect.stringMatching(/^CW1033 .* has no value; it is treated as absent/)]);
    },
  );

  it("leave the servers to what they lead to, where their list is empty", () => {
    const { operations, found } = read(
      ", servers: []",
      `, parameters: [${id}], servers: [{ url: https://b.com }]`,
    );
    expect(operations).toEqual(["GET get(id)https://b.com", "PUT put(id)https://b.com"]);
    expect(found).toEqual([]);
  });

  it("do not stand empty in the package's own document", () => {
    const text = documentOf(
      `paths: { /x: { $ref: "#/components/pathItems/P", parameters: , servers: , put: } }
webhooks: { added: { $ref: "#/components/pathItems/P", get: , summary: } }
components: { pathItems: { P: { summary: S., parameters: , get: ${op("a")} } } }`,
    );
    const { paths, webhooks } = modelOne(text).document() as Record<string, Record<string, object>>;
    expect(Object.entries(paths?.["/x"] ?? {}).map(([key, value]) => `${key} ${value === null}`)).toEqual([
      "summary false",
      "get false",
    ]);
    expect(webhooks?.["added"]).toMatchObject({ summary: "S.", get: { operationId: "a" } });
  });

  it("are told of once each in long chains of references", () => {
    const chain = Array.from(
      { length: 3000 },
      (_, index) => `  /p${index}: { $ref: "#/paths/~1p${index + 1}", summary: x, parameters: [], x-a: 1 }`,
    );
    const { found } = model(
      documentOf(`paths:\n${chain.join("\n")}\n  /p3000: { parameters: [], description: D }`),
    );
    expect(found.filter(({ code }) => code === "CW1034")).toHaveLength(3000);
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
