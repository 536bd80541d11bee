import type { JsonObject, JsonValue } from "../json.js";
import type { WireRequest } from "../wire/request.js";

const text: JsonObject = { type: "string" };
const list: JsonObject = { type: "array", items: { type: "integer" } };
const map: JsonObject = { type: "object", properties: { a: text, b: { type: "integer" } } };

function query(name: string, schema: JsonObject, more: JsonObject = {}): JsonObject {
  return { name, in: "query", schema, ...more };
}

function json(schema: JsonObject): JsonObject {
  return { content: { "application/json": { schema } } };
}

const parcel: JsonObject = {
  type: "object",
  required: ["id", "weight"],
  properties: {
    id: { type: "string", readOnly: true },
    secret: { type: "string", writeOnly: true },
    weight: { type: "integer", minimum: 1 },
    sent: { type: "string", format: "date-time" },
    labels: { type: "object", additionalProperties: { type: "string" } },
    parts: { type: "array", items: { $ref: "#/components/schemas/Parcel" }, maxItems: 2 },
  },
};

/** A small API that has something of everything that the judge looks at. */
export const parcels: JsonObject = {
  openapi: "3.1.1",
  info: { title: "Parcels", version: "1" },
  servers: [{ url: "https://parcels.example/v1" }, { url: "https://{region}.parcels.example/{region}/v1" }],
  security: [{ key: [], second: [] }, { token: [] }],
  paths: {
    "/parcels": {
      parameters: [{ name: "X-Tag", in: "header", schema: { type: "string", maxLength: 3 } }],
      get: {
        operationId: "listParcels",
        parameters: [
          query("limit", { type: "integer", minimum: 1, maximum: 100 }),
          query("filter[text]", text),
          query("flag", text, { allowEmptyValue: true }),
          query("ids", list),
          query("near", list, { explode: false }),
          query("piped", list, { style: "pipeDelimited", explode: false }),
          query("spaced", list, { style: "spaceDelimited", explode: false }),
          query("deep", map, { style: "deepObject" }),
          query("spread", map),
          { name: "as-json", in: "query", content: { "application/json": { schema: map } } },
          query("since", { type: "string", format: "date-time" }, { required: true }),
          { name: "session", in: "cookie", schema: { type: "integer" } },
        ],
        responses: {
          200: {
            description: "Some.",
            headers: { "X-Total": { required: true, schema: { type: "integer" } } },
            ...json({ type: "array", items: { $ref: "#/components/schemas/Parcel" } }),
          },
          "4XX": {
            description: "No.",
            headers: { "X-RateLimit-Reset": { schema: { type: "integer", minimum: 0 } } },
            ...json({ $ref: "#/components/schemas/Problem" }),
          },
        },
      },
      post: {
        operationId: "sendParcel",
        security: [{ key: [] }],
        parameters: [{ name: "X-Trace", in: "header", required: true, schema: list }],
        requestBody: { required: true, ...json({ $ref: "#/components/schemas/Parcel" }) },
        responses: {
          202: { description: "Taken." },
          default: { description: "No.", ...json({ $ref: "#/components/schemas/Problem" }) },
        },
      },
    },
    "/parcels/{id}": {
      get: {
        operationId: "getParcel",
        security: [{ query: [] }],
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string", pattern: "^[^x]*$" } },
        ],
        responses: { 200: { description: "One.", ...json({ $ref: "#/components/schemas/Parcel" }) } },
      },
    },
    "/parcels/{id}/note": {
      put: {
        operationId: "putNote",
        security: [],
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "integer" } },
          { name: "token", in: "cookie", required: true, schema: text },
        ],
        requestBody: { content: { "text/*": { schema: { type: "string", maxLength: 5 } } } },
        responses: { 204: { description: "Done." } },
      },
    },
  },
  components: {
    schemas: {
      Parcel: parcel,
      Problem: {
        type: "object",
        required: ["errors"],
        properties: { errors: { type: "array", items: text } },
      },
    },
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      second: { type: "apiKey", in: "header", name: "X-Second" },
      query: { type: "apiKey", in: "query", name: "api_key" },
      token: { type: "http", scheme: "bearer" },
    },
  },
};

const encoder = new TextEncoder();

/** A request of {@link parcels} that the judge accepts, with some parts replaced. Headers that are `null` are left out. */
export function wire(
  operation: "listParcels" | "sendParcel" | "getParcel" | "putNote",
  change: {
    readonly method?: string;
    readonly target?: string;
    readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
    readonly body?: JsonValue | Uint8Array;
  } = {},
): WireRequest {
  const good = {
    listParcels: {
      method: "GET",
      target: "/v1/parcels?since=2024-01-01T00%3A00%3A00Z",
      headers: { "x-key": "k", "x-second": "s" },
      body: undefined,
    },
    sendParcel: {
      method: "POST",
      target: "/v1/parcels",
      headers: { "x-key": "k", "x-trace": "1,2", "content-type": "application/json" },
      body: { weight: 3 },
    },
    getParcel: { method: "GET", target: "/v1/parcels/a%2Fb?api_key=q", headers: {}, body: undefined },
    putNote: {
      method: "PUT",
      target: "/v1/parcels/7/note",
      headers: { cookie: "token=t", "content-type": "text/plain" },
      body: encoder.encode("hello"),
    },
  }[operation];
  const headers = { ...good.headers, ...change.headers };
  const body: unknown = "body" in change ? change.body : good.body;
  return {
    method: change.method ?? good.method,
    target: change.target ?? good.target,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      value === null ? [] : [value].flat().map((one) => [name, one] as const),
    ),
    body:
      body === undefined
        ? new Uint8Array()
        : body instanceof Uint8Array
          ? body
          : encoder.encode(JSON.stringify(body)),
  };
}
