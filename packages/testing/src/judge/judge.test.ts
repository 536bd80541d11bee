import { describe, expect, it } from "vitest";
import { parcels, wire } from "../testing/parcels.js";
import { judge } from "./judge.js";
import { rules } from "./rejection.js";

const judged = judge(parcels);
const base = "/v1/parcels?since=2024-01-01T00%3A00%3A00Z";
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const proven = new Set<string>();

describe("requests that are accepted", () => {
  it.each([
    ["as they are", wire("listParcels"), {}],
    [
      "with scalars",
      wire("listParcels", { target: `${base}&limit=5&filter%5Btext%5D=a%20b` }),
      { limit: 5, "filter[text]": "a b" },
    ],
    ["with an empty value that may be", wire("listParcels", { target: `${base}&flag=` }), { flag: "" }],
    ["with a repeated list", wire("listParcels", { target: `${base}&ids=1&ids=2` }), { ids: [1, 2] }],
    ["with a list between commas", wire("listParcels", { target: `${base}&near=1,2` }), { near: [1, 2] }],
    ["with a list between pipes", wire("listParcels", { target: `${base}&piped=1%7C2` }), { piped: [1, 2] }],
    [
      "with a list between spaces",
      wire("listParcels", { target: `${base}&spaced=1%202` }),
      { spaced: [1, 2] },
    ],
    [
      "with a deep object",
      wire("listParcels", { target: `${base}&deep%5Ba%5D=1&deep%5Bb%5D=1` }),
      { deep: { a: "1", b: 1 } },
    ],
    [
      "with an object of names",
      wire("listParcels", { target: `${base}&a=1&b=2` }),
      { spread: { a: "1", b: 2 } },
    ],
    [
      "with a JSON text",
      wire("listParcels", { target: `${base}&as-json=%7B%22b%22:1%7D` }),
      { "as-json": { b: 1 } },
    ],
  ])("%s", (_, request, query) => {
    const { rejections, request: understood } = judged.request(request);
    expect(rejections).toEqual([]);
    expect(understood?.parameters.query).toEqual({ since: "2024-01-01T00:00:00Z", ...query });
  });

  it("with a header, a cookie and a token", () => {
    const headers = {
      "x-key": null,
      "x-second": null,
      authorization: "Bearer t",
      "x-tag": "abc",
      cookie: "session=5",
    };
    const { rejections, request } = judged.request(wire("listParcels", { headers }));
    expect(rejections).toEqual([]);
    expect(request?.parameters).toMatchObject({ header: { "X-Tag": "abc" }, cookie: { session: 5 } });
  });

  it("with a body, on any server's path, with a header that is allowed", () => {
    expect(judged.request(wire("sendParcel")).request).toMatchObject({
      operationId: "sendParcel",
      body: { weight: 3 },
    });
    expect(judged.request(wire("sendParcel", { target: "/eu/v1/parcels" })).rejections).toEqual([]);
    expect(judged.request(wire("getParcel")).request?.parameters.path).toEqual({ id: "a/b" });
    expect(judged.request(wire("putNote")).request?.body).toBe("hello");
    const traced = judge(parcels, { allowHeaders: ["X-More"] });
    expect(traced.request(wire("sendParcel", { headers: { "x-more": "1" } })).ok).toBe(true);
  });
});

describe("requests that are refused", () => {
  const list = (rest: string): ReturnType<typeof wire> => wire("listParcels", { target: `${base}${rest}` });
  it.each([
    ["path", "another path", wire("listParcels", { target: "/v1/parcel" })],
    ["path", "another case", wire("listParcels", { target: "/v1/Parcels" })],
    ["path-encoding", "a slash at the end", wire("sendParcel", { target: "/v1/parcels/" })],
    ["path-encoding", "a space", wire("listParcels", { target: "/v1/par cels" })],
    ["path-encoding", "letters encoded small", wire("getParcel", { target: "/v1/parcels/a%2fb?api_key=q" })],
    ["path-encoding", "a climbing segment", wire("getParcel", { target: "/v1/parcels/%2E%2E?api_key=q" })],
    ["path-parameter", "a pattern broken", wire("getParcel", { target: "/v1/parcels/x?api_key=q" })],
    ["path-parameter", "no integer", wire("putNote", { target: "/v1/parcels/7%20/note" })],
    ["path-parameter", "dots for a value", wire("getParcel", { target: "/v1/parcels/..?api_key=q" })],
    ["path-encoding", "an empty value", wire("getParcel", { target: "/v1/parcels/?api_key=q" })],
    ["method", "another method", wire("listParcels", { method: "DELETE" })],
    ["query-encoding", "raw brackets", list("&filter[text]=a")],
    ["query-encoding", "a plus", list("&filter%5Btext%5D=a+b")],
    ["query-encoding", "broken UTF-8", list("&filter%5Btext%5D=%FF")],
    ["query-encoding", "needless encoding", list("&filter%5Btext%5D=%61")],
    ["query-unknown", "another name", list("&page=1")],
    ["query-unknown", "another case", list("&Limit=1")],
    ["query-repeated", "a scalar twice", list("&limit=1&limit=1")],
    ["query-empty", "an empty scalar", list("&limit=")],
    ["query-value", "a space in an integer", list("&limit=5%20")],
    ["query-value", "a plus sign", list("&limit=%2B5")],
    ["query-value", "leading zeros", list("&limit=05")],
    ["query-value", "a fraction", list("&limit=5.0")],
    ["query-value", "over a bound", list("&limit=101")],
    ["query-value", "no time", wire("listParcels", { target: "/v1/parcels?since=2024-01-01" })],
    ["query-value", "a list of texts", list("&ids=a")],
    ["query-value", "a repeated name in a deep object", list("&deep%5Ba%5D=1&deep%5Ba%5D=2")],
    ["query-value", "no JSON", list("&as-json=%7B")],
    ["query-missing", "no required name", wire("listParcels", { target: "/v1/parcels" })],
    ["header-unknown", "one more header", wire("listParcels", { headers: { "x-more": "1" } })],
    ["header-repeated", "a header twice", wire("listParcels", { headers: { "x-tag": ["a", "b"] } })],
    ["header-value", "a long header", wire("listParcels", { headers: { "x-tag": "abcd" } })],
    ["header-value", "a list of texts in a header", wire("sendParcel", { headers: { "x-trace": "a" } })],
    ["header-missing", "no required header", wire("sendParcel", { headers: { "x-trace": null } })],
    ["cookie-unknown", "one more cookie", wire("listParcels", { headers: { cookie: "other=1" } })],
    ["cookie-value", "no integer in a cookie", wire("listParcels", { headers: { cookie: "session=a" } })],
    ["cookie-missing", "no required cookie", wire("putNote", { headers: { cookie: null } })],
    ["accept", "another answer", wire("listParcels", { headers: { accept: "text/html" } })],
    ["credential-missing", "one key of two", wire("listParcels", { headers: { "x-second": null } })],
    ["credential-missing", "no credential", wire("sendParcel", { headers: { "x-key": null } })],
    ["credential-surplus", "a key too many", wire("sendParcel", { headers: { "x-second": "s" } })],
    [
      "credential-surplus",
      "two alternatives",
      wire("listParcels", { headers: { authorization: "Bearer t" } }),
    ],
    ["credential-surplus", "a key where none is asked for", wire("putNote", { headers: { "x-key": "k" } })],
    ["credential-form", "an empty key", wire("sendParcel", { headers: { "x-key": "" } })],
    [
      "credential-form",
      "a token without its word",
      wire("listParcels", { headers: { "x-key": null, "x-second": null, authorization: "t" } }),
    ],
    ["body-missing", "no body", wire("sendParcel", { headers: { "content-type": null }, body: bytes("") })],
    [
      "body-unexpected",
      "a body",
      wire("getParcel", { headers: { "content-type": "application/json" }, body: {} }),
    ],
    [
      "body-media-type",
      "another media type",
      wire("sendParcel", { headers: { "content-type": "text/plain" } }),
    ],
    ["body-media-type", "no media type", wire("sendParcel", { headers: { "content-type": null } })],
    ["body-length", "another length", wire("sendParcel", { headers: { "content-length": "3" } })],
    ["body-syntax", "half a body", wire("sendParcel", { body: bytes('{"weight":') })],
    ["body-syntax", "no UTF-8", wire("sendParcel", { body: new Uint8Array([0xff, 0xfe]) })],
    ["body-value", "a missing field", wire("sendParcel", { body: {} })],
    ["body-value", "a wrong field", wire("sendParcel", { body: { weight: "3" } })],
    ["body-value", "a field of answers", wire("sendParcel", { body: { weight: 3, id: "1" } })],
    [
      "body-value",
      "a wrong part deep inside",
      wire("sendParcel", { body: { weight: 3, parts: [{ weight: 0 }] } }),
    ],
    ["body-value", "a long text", wire("putNote", { body: bytes("hello, world") })],
  ])("%s: %s", (rule, _, request) => {
    const { ok, rejections } = judged.request(request);
    expect(ok).toBe(false);
    expect(rejections.map((one) => one.rule)).toContain(rule);
    proven.add(rule);
  });

  it("without repeating a credential", () => {
    const all = ["k-3141", "s-2718"];
    const request = wire("sendParcel", {
      headers: { "x-key": all[0] ?? "", "x-second": all[1] ?? "", "x-more": "1" },
    });
    const text = JSON.stringify(judged.request(request).rejections);
    for (const secret of all) expect(text).not.toContain(secret);
  });

  it("with the place on the wire and in the document", () => {
    expect(judged.request(list("&limit=101")).rejections).toEqual([
      {
        rule: "query-value",
        message: '"101" must be <= 100',
        where: "query limit",
        pointer: "/paths/~1parcels/get/parameters/0",
      },
    ]);
  });
});

describe("answers", () => {
  const json = ["content-type", "application/json"] as const;
  const total = ["x-total", "2"] as const;
  const body = (value: unknown): Uint8Array => bytes(JSON.stringify(value));

  it("are accepted as documented", () => {
    const parcel = { id: "1", weight: 2, labels: { a: "b" } };
    expect(
      judged.answer("listParcels", { status: 200, headers: [json, total], body: body([parcel]) }),
    ).toEqual([]);
    expect(
      judged.answer("listParcels", { status: 404, headers: [json], body: body({ errors: [] }) }),
    ).toEqual([]);
    expect(judged.answer("sendParcel", { status: 202, headers: [], body: bytes("") })).toEqual([]);
  });

  it.each([
    ["answer-status", "listParcels", { status: 500, headers: [json], body: body({ errors: [] }) }],
    [
      "answer-media-type",
      "listParcels",
      { status: 404, headers: [["content-type", "text/html"]], body: body({ errors: [] }) },
    ],
    ["answer-syntax", "listParcels", { status: 404, headers: [json], body: bytes("{") }],
    ["answer-value", "listParcels", { status: 404, headers: [json], body: body({}) }],
    [
      "answer-value",
      "getParcel",
      { status: 200, headers: [json], body: body({ id: "1", weight: 2, secret: "s" }) },
    ],
    ["answer-unexpected", "sendParcel", { status: 202, headers: [json], body: body({}) }],
    ["answer-header", "listParcels", { status: 200, headers: [json], body: body([]) }],
    ["answer-header", "listParcels", { status: 200, headers: [json, ["x-total", "a"]], body: body([]) }],
  ] as const)("are refused: %s of %s", (rule, operation, answer) => {
    expect(judged.answer(operation, answer).map((one) => one.rule)).toEqual([rule]);
    proven.add(rule);
  });

  it("of an operation that there is not throw, with the names that there are", () => {
    expect(() => judged.answer("nothing", { status: 200, headers: [], body: bytes("") })).toThrow(
      /listParcels, sendParcel/,
    );
  });
});

it("every rule of requests and answers has refused something", () => {
  // One rule is the mock's own; mock-api.test.ts shows it.
  proven.add("no-reply");
  expect(Object.keys(rules).filter((rule) => !proven.has(rule))).toEqual([]);
});

it("takes a bearer token of either scheme, however they are written", () => {
  const own = judge({
    openapi: "3.0.3",
    paths: { "/a": { get: { operationId: "a", security: [{ personal: [] }, { oauth: [] }] } } },
    components: {
      securitySchemes: { personal: { type: "http", scheme: "bearer" }, oauth: { type: "oauth2", flows: {} } },
    },
  });
  const headers = [["authorization", "Bearer secret"]] as const;
  const { rejections } = own.request({ method: "GET", target: "/a", headers, body: bytes("") });
  expect(rejections).toEqual([]);
});

describe("what others write", () => {
  const form = "application/x-www-form-urlencoded";
  const own = judge({
    openapi: "3.0.3",
    paths: {
      "/a/{id}": {
        post: {
          operationId: "a",
          parameters: [
            { name: "id", in: "path", required: true, content: { "*/*": { schema: { type: "string" } } } },
            { name: "expand", in: "query", style: "deepObject", schema: { type: "array", items: {} } },
          ],
          responses: { 200: { description: "OK", content: { "*/*": {} } } },
          requestBody: { content: { [form]: { schema: { type: "object" } } } },
        },
      },
    },
  });
  const request = (more: object): ReturnType<typeof own.request> =>
    own.request({ method: "POST", target: "/a/x", headers: [], body: bytes(""), ...more });

  it("is a parameter with content that is no JSON", () => {
    expect(request({})).toMatchObject({ rejections: [], request: { parameters: { path: { id: "x" } } } });
  });

  it("is an answer of any type, of which one is asked for", () => {
    expect(request({ headers: [["accept", "application/json"]] }).rejections).toEqual([]);
  });

  it("is a list as a deep object", () => {
    expect(request({ target: "/a/x?expand%5B%5D=b&expand%5B%5D=c" })).toMatchObject({
      rejections: [],
      request: { parameters: { query: { expand: ["b", "c"] } } },
    });
  });

  it("is a form without fields, which has no bytes", () => {
    expect(request({ headers: [["content-type", form]] }).rejections).toEqual([]);
    expect(request({ headers: [["content-type", "application/json"]] }).rejections).toMatchObject([
      { rule: "body-media-type" },
    ]);
  });
});
