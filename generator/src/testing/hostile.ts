import type { Config } from "../config.ts";

/** What each payload would run, if any of it became code, or show, if any of it became markup. */
export const payloads: Readonly<Record<string, string>> = {
  "end of a comment": "*/ globalThis.planted = 1; /*",
  "end of a comment, doubled": "**//**/ globalThis.planted = 1; //",
  "double quotes": '"; globalThis.planted = 1; "',
  "single quotes": "'; globalThis.planted = 1; '",
  template: "`; globalThis.planted = 1; `${globalThis.planted = 1}",
  "line feed": "a\nglobalThis.planted = 1;\n",
  "line separator": "a\u2028globalThis.planted = 1;\u2029",
  "carriage return": "a\rglobalThis.planted = 1;\r",
  backslash: '\\"; globalThis.planted = 1; //\\',
  HTML: "</script><img src=x onerror=planted> <!-- x --> --> <b>",
  "HTML with lines": "\n\n<img src=x onerror=planted>\n\n<script>planted</script>\n",
  tags: "{@link http://example.com | planted} @deprecated @param client - planted",
  fence: "```\nplanted\n```",
  "fence of tildes": "~~~\n<b>planted</b>\n~~~\n    [planted](http://planted.example)",
  Markdown: "[x](javascript:planted) | ![y](z) | # a",
  links:
    "http://planted.example www.planted.example planted@planted.example <http://planted.example> [p]: http://planted.example",
  path: "../../../../planted",
  "Windows path": "..\\..\\planted:stream",
  "control characters": "\u0000\u001b[31m\u202e\u0007",
  "dollar patterns": "$& $1 $` $'",
  "end of a regular expression": "/; globalThis.planted = 1; /",
  "a call": "globalThis.planted=Function('return 1')()",
  "a computed name": "]: 1, [(globalThis.planted = 1)]: 2",
  "a prototype": "__proto__",
  "a token": "T0_ T1_ T2_ T3_ T4_",
};

/** A document's text for each of its places, which are called by what stands there. */
export type TextAt = (place: string) => string;

/** Every place of a document that holds a text of the author's choice; {@link hostileDocument} asks for each once at least. */
export function placesOfText(): readonly string[] {
  const places = new Set<string>();
  hostileDocument((place) => {
    places.add(place);
    return `Text ${places.size}`;
  });
  return [...places];
}

/** A document with a text in every place that takes one. */
export function hostileDocument(t: TextAt): string {
  const inPath = (place: string): string => t(place).replaceAll(/[{}?]/g, "");
  const escaped = (place: string): string =>
    encodeURIComponent(t(place).replaceAll("~", "~0").replaceAll("/", "~1"));
  const schema = (name: string): object => ({
    title: t(`${name}: title`),
    description: t(`${name}: description`),
    $comment: t(`${name}: comment`),
    type: "object",
    required: [t(`${name}: property's name`)],
    properties: {
      [t(`${name}: property's name`)]: {
        type: "string",
        title: t(`${name}: property's title`),
        description: t(`${name}: property's description`),
        default: t(`${name}: property's default`),
        pattern: t(`${name}: property's pattern`),
        format: t(`${name}: property's format`),
        example: t(`${name}: property's example`),
        contentMediaType: t(`${name}: property's content media type`),
      },
      kind: { enum: [t(`${name}: enum value`), "b"], description: t(`${name}: enum's description`) },
      tag: { const: t(`${name}: const`) },
      objects: { const: { [t(`${name}: const's key`)]: [t(`${name}: const's item`)] } },
      list: { type: "array", items: { enum: [t(`${name}: item's enum value`)] } },
      shown: { type: "object", examples: [{ [t(`${name}: example's key`)]: t(`${name}: example's value`) }] },
      deep: { type: "object", properties: { [t(`${name}: inner property's name`)]: { type: "number" } } },
      map: { type: "object", additionalProperties: { $ref: "#/components/schemas/Other" } },
    },
  });
  const variant = (kind: string): object => ({
    type: "object",
    "x-clientwright-variant": t(`variant ${kind}: title`),
    description: t(`variant ${kind}: description`),
    required: [t("discriminator's property")],
    properties: { [t("discriminator's property")]: { const: `${t("discriminator's value")}${kind}` } },
  });
  const incoming = (name: string): object => ({
    post: {
      summary: t(`${name}: summary`),
      description: t(`${name}: description`),
      operationId: `${name}Id`,
      parameters: [
        { name: t(`${name}: query parameter`), in: "query", schema: { type: "string" } },
        { name: "X-Signature", in: "header", description: t(`${name}: header's description`), schema: {} },
      ],
      requestBody: {
        description: t(`${name}: body's description`),
        content: { "application/json": { schema: { $ref: "#/components/schemas/Named" } } },
      },
      responses: { "200": { description: t(`${name}: response's description`) } },
    },
  });
  return JSON.stringify({
    openapi: "3.1.1",
    info: {
      title: t("title"),
      version: t("version"),
      summary: t("summary"),
      description: t("description"),
      termsOfService: t("terms of service"),
      contact: { name: t("contact's name"), url: t("contact's URL"), email: t("contact's address") },
      license: { name: t("license's name"), identifier: t("license's identifier") },
    },
    externalDocs: { url: `https://example.com/${t("link's URL")}`, description: t("link's description") },
    tags: [{ name: t("operation: tag"), description: t("tag's description") }],
    servers: [
      {
        url: `https://example.com/{v}/${inPath("server's URL")}`,
        description: t("server's description"),
        variables: {
          v: {
            default: t("server variable's default"),
            description: t("server variable's description"),
            enum: [t("server variable's value")],
            "x-clientwright-env": "V",
          },
        },
      },
    ],
    security: [{ [t("security scheme")]: [t("scope")] }],
    webhooks: { [t("webhook's name")]: incoming("webhook") },
    paths: {
      [`/x/${inPath("path")}`]: {
        summary: t("path's summary"),
        description: t("path's description"),
        post: {
          operationId: t("operation: id"),
          tags: [t("operation: tag")],
          summary: t("operation: summary"),
          description: t("operation: description"),
          externalDocs: {
            url: `https://example.com/${t("operation: link's URL")}`,
            description: t("operation: link's description"),
          },
          parameters: [
            {
              name: t("query parameter"),
              in: "query",
              description: t("parameter's description"),
              schema: { type: "string", default: t("parameter's default") },
              examples: { [t("parameter's example's name")]: { value: t("parameter's example") } },
            },
            { name: `b[${t("bracketed parameter")}]`, in: "query", schema: { type: "string" } },
            {
              name: "X-One",
              in: "header",
              required: true,
              schema: { type: "string" },
              example: t("header's example"),
            },
            { name: t("cookie"), in: "cookie", schema: { type: "string" }, example: t("cookie's example") },
          ],
          requestBody: {
            description: t("body's description"),
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Named" },
                examples: {
                  [t("body's example's name")]: {
                    summary: t("body's example's summary"),
                    description: t("body's example's description"),
                    value: { [t("body's example's key")]: t("body's example's value") },
                  },
                },
              },
            },
          },
          responses: {
            "200": {
              description: t("response's description"),
              headers: { [t("response header's name")]: { description: t("response header's description") } },
              links: { [t("response link's name")]: { description: t("response link's description") } },
              content: { "application/json; x=1": { schema: { $ref: "#/components/schemas/Union" } } },
            },
            "400": { description: t("failure's description") },
          },
          callbacks: { [t("callback's name")]: { [t("callback's address")]: incoming("callback") } },
        },
        get: {
          operationId: "follow",
          tags: [t("operation: tag")],
          responses: {
            "200": {
              description: t("stream's description"),
              content: {
                "text/event-stream": {
                  schema: { type: "object", properties: { [t("event's property")]: { type: "string" } } },
                  "x-clientwright-stream": { end: t("stream's end") },
                },
              },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Named: schema("schema"),
        Other: { $ref: `#/components/schemas/${escaped("schema's name")}` },
        [t("schema's name")]: schema("named schema"),
        Union: {
          description: t("union's description"),
          "x-clientwright-union": t("union's short name"),
          oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }],
          discriminator: {
            propertyName: t("discriminator's property"),
            mapping: Object.fromEntries(
              ["A", "B"].map((kind) => [`${t("discriminator's value")}${kind}`, kind]),
            ),
          },
        },
        A: variant("A"),
        B: variant("B"),
      },
      securitySchemes: {
        [t("security scheme")]: {
          type: "apiKey",
          in: "query",
          name: t("security scheme's parameter"),
          description: t("security scheme's description"),
          "x-clientwright-option": t("security scheme's option"),
          "x-clientwright-env": "KEY",
        },
      },
    },
  });
}

/** What a configuration holds of a document's author: nothing but the way to it. */
export function hostileConfig(split: "tag" | undefined): Config {
  return {
    output: "../packages",
    documents: [{ document: "openapi.json", ...(split === undefined ? {} : { split }) }],
  };
}
