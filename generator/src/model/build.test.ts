import { describe, expect, it } from "vitest";
import { codesOf, describeAll, documentOf, model, modelOne, paths, placeOf } from "../testing/document.ts";

describe("operations", () => {
  it("are read with everything that is said of them, in the order of the document", () => {
    const api = modelOne(
      paths(
        [
          "/b",
          "post",
          "operationId: b, summary: S, description: D, deprecated: true, externalDocs: { url: https://example.com, description: E }",
        ],
        ["/a", "get", "operationId: a"],
      ),
    );
    expect(api.operations.map(({ id, method, path }) => `${id} ${method} ${path}`)).toEqual([
      "b POST /b",
      "a GET /a",
    ]);
    expect(api.operations[0]).toMatchObject({
      name: "b",
      summary: "S",
      description: "D",
      deprecated: true,
      documentation: { url: "https://example.com", description: "E" },
    });
  });

  it("are found at every method of a path, and behind a reference", () => {
    const { apis, found } = model({
      "openapi.yaml": documentOf("paths: { /x: { $ref: item.yaml } }"),
      "item.yaml":
        "get: { operationId: g, responses: {} }\nquery: { operationId: q }\ndelete: { operationId: d, responses: {} }\n",
    });
    expect(apis[0]?.operations.map((operation) => operation.id)).toEqual(["g", "d"]);
    expect(found.map(placeOf)).toEqual(["CW1031 item.yaml:2:1 /query"]);
  });

  it.each([
    ["/users/{id}/keys", "get", "getUsersByIdKeys"],
    ["/", "post", "post"],
    ["/a-b/c.d", "put", "putABCD"],
    ["/{a}/{b}", "delete", "deleteByAByB"],
  ])("without an id at %s %s are called %s, with a warning", (path, method, id) => {
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(
      (match) => `{ name: ${match[1] ?? ""}, in: path }`,
    );
    const { apis, found } = model(paths([path, method, `parameters: [${parameters.join(", ")}]`]));
    expect(apis[0]?.operations[0]).toMatchObject({ id, name: id });
    expect(found).toMatchObject([{ code: "CW2001", severity: "warning" }]);
  });

  it.each(["get", "head"])("that %s have no body: it could not be sent", (method) => {
    const body = "requestBody: { required: true, content: { application/json: {} } }";
    const { apis, found } = model(
      documentOf(`paths: { /a: { ${method}: { operationId: a, ${body}, responses: {} } } }`),
    );
    expect(found).toMatchObject([{ code: "CW1034", pointer: `/paths/~1a/${method}/requestBody` }]);
    expect(apis[0]?.operations[0]?.body).toBeUndefined();
  });

  it.each([
    ["paths: {}", ["CW1032"]],
    ["paths: 7", ["CW1032", "CW1030"]],
    ["servers: []", ["CW1032"]],
    ["paths: { x: { get: { operationId: x, responses: {} } } }", ["CW1030"]],
    ["paths: { /x: 7 }", ["CW1032", "CW1030"]],
    ["paths: { /x: { get: 7 } }", ["CW1032", "CW1030"]],
    ["paths: { /x: { get: { operationId: 7, responses: {} } } }", ["CW2001", "CW1030"]],
    ["path: {}\npaths: { /x: { get: { operationId: x, responses: {} } } }", ["CW1031"]],
    ["paths: { /x: { get: { operationId: x, responses: {}, tag: [] } } }", ["CW1031"]],
    ["paths: { /x: { get: { operationId: x, responses: {}, tags: [7] } } }", ["CW1030"]],
    ["webhooks: []\npaths: { /x: { get: { operationId: x, responses: {} } } }", ["CW1030"]],
    ["webhooks: { w: { post: 7 } }\npaths: { /x: { get: { operationId: x, responses: {} } } }", ["CW1030"]],
    ["paths: { /x: { get: { operationId: x, responses: {}, callbacks: { c: 7 } } } }", ["CW1030"]],
    [
      "paths: { /x: { get: { operationId: x, responses: {}, externalDocs: { url: 'javascript:alert(1)' } } } }",
      ["CW1030"],
    ],
    ["webhooks: { w: { post: { responses: {} } } }", []],
    [
      "paths: { /x: { get: { operationId: x, responses: {}, externalDocs: { url: '/docs#x' } } } }",
      ["CW1034"],
    ],
  ])("of %j are reported as %j", (text, codes) => {
    expect(codesOf(model(documentOf(text)).found)).toEqual(codes);
  });

  it("proposes the field that was meant", () => {
    const { found } = model(
      documentOf("paths: { /x: { get: { operationId: x, responses: {}, sumary: S } } }"),
    );
    expect(found).toMatchObject([{ hint: "did you mean summary?" }]);
  });

  it("lacks info and is reported for it, with all other problems", () => {
    const { found } = model(
      "openapi: 3.1.0\npaths:\n  /x:\n    get: { operationId: x, parameters: [{ name: p }], responses: { '9': {} } }\n",
    );
    expect(codesOf(found)).toEqual(["CW1032", "CW1032", "CW1030"]);
  });
});

describe("a document of OpenAPI 3.2", () => {
  const of = (rest: string): readonly string[] =>
    codesOf(model(`openapi: 3.2.0\ninfo: { title: Things, version: "1" }\n${rest}`).found);

  it.each([
    ["the method QUERY", "paths: { /x: { query: { operationId: x, responses: {} } } }", []],
    [
      "an operation with a method of its own",
      "paths: { /x: { get: { operationId: x, responses: {} }, additionalOperations: { COPY: { responses: {} } } } }",
      ["CW2010"],
    ],
    [
      "a parameter that is the whole query",
      "paths: { /x: { get: { operationId: x, responses: {}, parameters: [{ name: q, in: querystring, content: { text/plain: {} } }] } } }",
      ["CW2010"],
    ],
    [
      "a cookie that is not escaped",
      "paths: { /x: { get: { operationId: x, responses: {}, parameters: [{ name: c, in: cookie, style: cookie }] } } }",
      ["CW2010"],
    ],
    [
      "parts of a body by their position",
      "paths: { /x: { post: { operationId: x, responses: {}, requestBody: { content: { multipart/mixed: { prefixEncoding: [{}], itemEncoding: {} } } } } } }",
      ["CW2011", "CW2011"],
    ],
    [
      "items of a body",
      "paths: { /x: { post: { operationId: x, responses: {}, requestBody: { content: { application/jsonl: { itemSchema: {} } } } } } }",
      ["CW2011"],
    ],
    [
      "its own address",
      "$self: https://a.example/\npaths: { /x: { get: { operationId: x, responses: {} } } }",
      [],
    ],
    [
      "a variant for all other tags",
      `paths: { /x: { get: { operationId: x, responses: { "200": { content: { application/json: { schema: { $ref: "#/components/schemas/U" } } } } } } } }
components: { schemas: { A: { type: object, required: [t], properties: { t: { const: a } } }, U: { oneOf: [{ $ref: "#/components/schemas/A" }], discriminator: { propertyName: t, defaultMapping: A } } } }`,
      ["CW2011"],
    ],
  ])("%s", (_, rest, codes) => {
    expect(of(rest)).toEqual(codes);
  });

  it("knows no unescaped cookies in an older version", () => {
    const parameter = "{ name: c, in: cookie, style: cookie }";
    const text = `paths: { /x: { get: { operationId: x, responses: {}, parameters: [${parameter}] } } }`;
    expect(codesOf(model(documentOf(text)).found)).toEqual(["CW1030"]);
  });

  it("knows no address of its own in an older version", () => {
    const text = "$self: https://a.example/\npaths: { /x: { get: { operationId: x, responses: {} } } }";
    expect(codesOf(model(documentOf(text)).found)).toEqual(["CW1031"]);
  });

  it("knows no QUERY in an older version", () => {
    const text = "paths: { /x: { get: { operationId: x, responses: {} }, query: { responses: {} } } }";
    expect(codesOf(model(documentOf(text)).found)).toEqual(["CW1031"]);
  });
});

describe("packages", () => {
  const text = paths(
    ["/a", "get", "operationId: a, tags: [Big Things, Other]"],
    ["/b", "get", "operationId: b, tags: [Other]"],
    ["/c", "get", "operationId: c"],
  );

  it("are one a document by default", () => {
    const api = modelOne(text);
    expect(api.package).toEqual({ name: "things", folder: "things", className: "Things" });
    expect(api.operations).toHaveLength(3);
  });

  it("are named by the configuration", () => {
    expect(modelOne(text, { package: "my-things" }).package).toEqual({
      name: "my-things",
      folder: "my-things",
      className: "MyThings",
    });
    expect(modelOne(text, { className: "Own" }).package.className).toBe("Own");
  });

  it("have a class that gives way to an operation of its name, unless the configuration names it", () => {
    const ping = paths(["/a", "get", "operationId: Things"]);
    expect(modelOne(ping).package.className).toBe("ThingsClient");
    expect(codesOf(model(ping, { className: "Things" }).found)).toEqual(["CW2003"]);
  });

  it("have a class that gives way to what every package exports, unless the configuration names it", () => {
    const limited = paths(["/a", "get", "operationId: a, tags: [rate-limit]"]);
    const { apis } = model(limited, { split: "tag" });
    expect(apis.map((api) => api.package.className)).toEqual(["RateLimitClient"]);
    expect(codesOf(model(limited, { className: "RateLimit" }).found)).toEqual(["CW2003"]);
  });

  it("are one a first tag on demand, each operation in exactly one", () => {
    const { apis } = model(text, { split: "tag", tags: { Other: { package: "rest", className: "Rest" } } });
    expect(
      apis.map((api) => [
        api.package.folder,
        api.package.className,
        api.operations.map((operation) => operation.id),
      ]),
    ).toEqual([
      ["big-things", "BigThings", ["a"]],
      ["rest", "Rest", ["b"]],
      ["default", "Default", ["c"]],
    ]);
  });

  it("of a tag hold the types that they need, and no others", () => {
    const { apis } = model(
      documentOf(`paths:
  /a: { get: { operationId: a, tags: [A], responses: { "200": { description: D, content: { application/json: { schema: { $ref: "#/components/schemas/Shared" } } } } } } }
  /b: { get: { operationId: b, tags: [B], responses: { "200": { description: D, content: { application/json: { schema: { $ref: "#/components/schemas/Own" } } } } } } }
components: { schemas: { Shared: { type: string }, Own: { properties: { s: { $ref: "#/components/schemas/Shared" } } }, Unused: {} } }`),
      { split: "tag" },
    );
    expect(apis.map((api) => api.types.map((type) => type.name))).toEqual([["Shared"], ["Own", "Shared"]]);
  });

  it.each([
    ["../../etc/passwd", "etc-passwd"],
    ["node_modules", "node-modules"],
    ["..", "api"],
    ["日本", "api"],
    ["__proto__", "proto"],
    ["constructor", "constructor"],
    ["a\\b", "a-b"],
  ])("of the tag %j have the folder %s", (tag, folder) => {
    const { apis } = model(paths(["/a", "get", `operationId: a, tags: [${JSON.stringify(tag)}]`]), {
      split: "tag",
      tags: {},
    });
    expect(apis[0]?.package.folder).toBe(folder);
  });
});

describe("the order of components", () => {
  it("changes nothing", () => {
    const schemas = [
      "A: { properties: { b: { $ref: '#/components/schemas/B' } } }",
      "B: { type: object, properties: { c: { $ref: '#/components/schemas/C' } } }",
      "C: { enum: [x, y] }",
    ];
    const text = (order: readonly string[]): string =>
      documentOf(`paths:
  /a: { get: { operationId: a, responses: { "200": { description: D, content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } } } }
components: { schemas: { ${order.join(", ")} } }`);
    const names = (order: readonly string[]): readonly string[] =>
      modelOne(text(order)).types.map((type) => type.name);
    expect(names(schemas)).toEqual(["A", "B", "C"]);
    expect(names(schemas.toReversed())).toEqual(["A", "B", "C"]);
  });
});

describe("all problems", () => {
  it("are found in one run", () => {
    const { found } = model(
      documentOf(`paths:
  /a/{id}:
    get: { operationId: a, responses: { "200": { description: D, content: { application/json: { schema: { type: text } } } } } }
  /b:
    get: { operationId: a, responses: { "999": {} }, security: [{ gone: [] }] }
  /c:
    get: { responses: { "200": { $ref: "#/components/responses/Gone" } } }`),
    );
    expect(describeAll(found).map((text) => text.split(" ").slice(0, 2).join(" "))).toEqual([
      "CW2005 openapi.yaml:5:5",
      "CW1030 openapi.yaml:5:107",
      "CW2002 openapi.yaml:7:12",
      "CW1030 openapi.yaml:7:41",
      "CW1011 openapi.yaml:7:67",
      "CW2001 openapi.yaml:9:5",
      "CW1011 openapi.yaml:9:34",
    ]);
  });
});
