import { describe, expect, it } from "vitest";
import { codesOf, model, documentOf, schema } from "../testing/document.ts";
import { outline } from "../testing/outline.ts";

type Case = readonly [what: string, text: string, outline: string];

function read(text: string, version?: string): string {
  return outline(schema(text, version).schema);
}

describe("types", () => {
  it.each<Case>([
    ["nothing at all", "{}", "unknown"],
    ["true", "true", "unknown"],
    ["false", "false", "never"],
    ["null", "type: 'null'", "null"],
    ["boolean", "type: boolean", "boolean"],
    ["integer", "type: integer", "number"],
    ["string", "type: string", "string"],
    ["date-time", "{ type: string, format: date-time }", "dateTime"],
    ["date", "{ type: string, format: date }", "string"],
    ["byte", "{ type: string, format: byte }", "string"],
    ["several types", "type: [string, integer, 'null']", "string|number|null"],
    ["integer and number together", "type: [integer, number, integer]", "number"],
    ["one type in an array", "type: [string]", "string"],
    ["array", "{ type: array, items: { type: string } }", "[...string]"],
    ["array of anything", "type: array", "[...unknown]"],
    ["array without its type", "items: { type: string }", "[...string]"],
    ["object without its type", "properties: { a: { type: string } }", "{a?: string}"],
  ])("%s", (_what, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("reports a type that does not exist, and goes on", () => {
    const { schema: found, found: problems } = schema(
      "{ type: object, properties: { a: { type: text }, b: { type: 7 } } }",
    );
    expect(outline(found)).toBe("{a?: unknown, b?: unknown}");
    expect(codesOf(problems)).toEqual(["CW1030", "CW1030"]);
  });
});

describe("null in both dialects", () => {
  it.each<Case>([
    ["beside a type", "{ type: string, nullable: true }", "string|null"],
    ["beside an enum", "{ type: string, nullable: true, enum: [a, b] }", '"a"|"b"|null'],
    ["beside allOf", "{ nullable: true, allOf: [{ type: string }] }", "string|null"],
    [
      "beside oneOf",
      "{ nullable: true, oneOf: [{ type: string }, { type: boolean }] }",
      "string|boolean|null",
    ],
    ["on an object", "{ type: object, nullable: true, properties: { a: {} } }", "{a?: unknown}|null"],
    ["false", "{ type: string, nullable: false }", "string"],
    ["beside no type, where everything is allowed already", "nullable: true", "unknown"],
  ])("nullable %s", (_what, text, expected) => {
    expect(read(text, "3.0.3")).toBe(expected);
    expect(read(text, "3.1.0")).toBe(expected);
  });

  it.each<Case>([
    ["in a type array", "type: [string, 'null']", "string|null"],
    ["as a variant", "oneOf: [{ type: string }, { type: 'null' }]", "string|null"],
    ["in an enum", "enum: [a, null]", '"a"|null'],
    ["as a const", "const: null", "null"],
  ])("null %s", (_what, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("keeps the description on the whole", () => {
    expect(schema("{ type: string, nullable: true, description: D }", "3.0.0").schema.docs.description).toBe(
      "D",
    );
  });
});

describe("objects", () => {
  it.each<Case>([
    ["required and optional", "{ required: [a], properties: { a: {}, b: {} } }", "{a: unknown, b?: unknown}"],
    ["free-form", "type: object", "{[unknown]}"],
    ["free-form, said", "{ type: object, additionalProperties: true }", "{[unknown]}"],
    ["empty", "{ type: object, additionalProperties: false }", "{}"],
    ["map", "{ additionalProperties: { type: string } }", "{[string]}"],
    [
      "map beside properties",
      "{ properties: { a: { type: integer } }, additionalProperties: { type: string } }",
      "{a?: number, [string]}",
    ],
    ["closed", "{ properties: { a: {} }, additionalProperties: false }", "{a?: unknown}"],
    [
      "patterns",
      "{ patternProperties: { ^x: { type: string }, ^y: { type: integer } } }",
      "{[string|number]}",
    ],
    [
      "pattern and rest",
      "{ patternProperties: { ^x: { type: string } }, additionalProperties: { type: 'null' } }",
      "{[string|null]}",
    ],
    [
      "pattern and no rest",
      "{ patternProperties: { ^x: { type: string } }, additionalProperties: false }",
      "{[string]}",
    ],
    ["required without a definition", "{ type: object, required: [a] }", "{a: unknown}"],
    [
      "read-only and write-only",
      "properties: { a: { readOnly: true }, b: { writeOnly: true } }",
      "{ro a?: unknown, wo b?: unknown}",
    ],
    [
      "names of JavaScript's own",
      "properties: { __proto__: {}, constructor: {}, $ref: { type: string }, default: {}, x-id: {} }",
      "{__proto__?: unknown, constructor?: unknown, $ref?: string, default?: unknown, x-id?: unknown}",
    ],
  ])("%s", (_what, text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("compositions", () => {
  it.each<Case>([
    [
      "allOf",
      "allOf: [{ properties: { a: {} } }, { properties: { b: {} } }]",
      "({a?: unknown})&({b?: unknown})",
    ],
    ["allOf of one", "allOf: [{ type: string }]", "string"],
    [
      "allOf beside properties",
      "{ properties: { a: {} }, allOf: [{ properties: { b: {} } }] }",
      "({a?: unknown})&({b?: unknown})",
    ],
    ["allOf beside a bare type", "{ type: object, allOf: [{ properties: { b: {} } }] }", "{b?: unknown}"],
    [
      "oneOf beside a type that is closed",
      "{ type: object, additionalProperties: false, oneOf: [{ properties: { b: {} } }, { type: string }] }",
      "{b?: unknown}|string",
    ],
    [
      "allOf beside a map",
      "{ additionalProperties: { type: string }, allOf: [{ properties: { b: {} } }] }",
      "({[string]})&({b?: unknown})",
    ],
    [
      "allOf beside patterns",
      "{ patternProperties: { ^x: { type: string } }, allOf: [{ properties: { b: {} } }] }",
      "({[string]})&({b?: unknown})",
    ],
    ["allOf of nothing", "allOf: [{}, { description: D }]", "unknown"],
    ["oneOf", "oneOf: [{ type: string }, { type: integer }]", "string|number"],
    ["anyOf", "anyOf: [{ type: string }, { type: integer }]", "string|number"],
    [
      "oneOf and anyOf",
      "{ oneOf: [{ const: 1 }, { const: 2 }], anyOf: [{ const: 2 }, { const: 3 }] }",
      "(1|2)&(2|3)",
    ],
    [
      "oneOf beside properties",
      "{ properties: { a: {} }, oneOf: [{ properties: { b: {} } }, { properties: { c: {} } }] }",
      "({a?: unknown})&({b?: unknown}|{c?: unknown})",
    ],
    [
      "titles of variants",
      "oneOf: [{ type: string, x-clientwright-variant: text }, { type: 'null' }]",
      "text=string|null",
    ],
  ])("%s", (_what, text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("references", () => {
  const self = "#/components/schemas/It";

  it("become references, recursion included", () => {
    expect(read(`properties: { next: { $ref: "${self}" } }`)).toBe("{next?: <It>}");
    expect(read(`oneOf: [{ type: string }, { type: array, items: { $ref: "${self}" } }]`)).toBe(
      "string|[...<It>]",
    );
  });

  it("apply together with what stands beside them in 3.1, and alone in 3.0", () => {
    const text = `properties: { a: { $ref: "${self}", description: Mine., properties: { b: {} } } }`;
    expect(read(text, "3.1.0")).toBe("{a?: (<It>)&({b?: unknown})}");
    expect(read(text, "3.0.3")).toBe("{a?: <It>}");
  });

  it("may be null where 3.1 still says nullable", () => {
    const text = `properties: { a: { $ref: "${self}", nullable: true } }`;
    expect(read(text, "3.1.0")).toBe("{a?: <It>|null}");
    expect(read(text, "3.0.3")).toBe("{a?: <It>}");
  });

  it("take their description from where they stand", () => {
    const { schema: found } = schema(
      `{ description: Theirs., properties: { a: { $ref: "${self}", description: Mine. } } }`,
    );
    expect(found).toMatchObject({
      properties: [{ schema: { kind: "reference", docs: { description: "Mine." } } }],
    });
  });

  it("share a definition when they lead to one place, and are named by where that is", () => {
    const files = {
      "openapi.yaml": documentOf(`paths:
  /x:
    get:
      operationId: x
      responses:
        "200":
          description: D
          content:
            application/json:
              schema:
                properties:
                  a: { $ref: "parts/money.yaml" }
                  b: { $ref: "./parts/money.yaml#" }
                  c: { $ref: "parts/money.yaml#/$defs/in~1out" }
                  d: { $ref: "#/components/responses/R/content/application~1json/schema" }
components:
  responses:
    R: { description: D, content: { application/json: { schema: { type: object, properties: { r: {} } } } } }
`),
      "parts/money.yaml": "type: object\nproperties: { amount: {} }\n$defs: { in/out: { type: string } }\n",
    };
    const { apis, found } = model(files);
    expect(found).toEqual([]);
    expect(apis[0]?.types.map((type) => type.name)).toEqual(["InOut", "Money", "RResponse"]);
  });
});

describe("what types cannot express", () => {
  it.each(["not", "if", "contains", "propertyNames", "dependentRequired", "unevaluatedProperties"])(
    "%s is a warning that points at it",
    (key) => {
      const { found } = schema(`{ type: object, ${key}: {} }`);
      expect(found).toMatchObject([
        { code: "CW2011", severity: "warning", pointer: `/components/schemas/It/${key}` },
      ]);
    },
  );

  it.each(["$dynamicRef", "$recursiveRef"])("%s is an error that points at it", (key) => {
    const { found } = schema(`{ type: object, ${key}: "#x" }`);
    expect(found).toMatchObject([
      { code: "CW2010", severity: "error", pointer: `/components/schemas/It/${key}` },
    ]);
  });
});

describe("discriminators", () => {
  const rest = (discriminator: string): string =>
    `{ oneOf: [{ $ref: "#/components/schemas/It/$defs/A" }, { $ref: "#/components/schemas/It/$defs/B" }], discriminator: ${discriminator}, $defs: { A: { properties: { kind: { const: a } } }, B: { properties: { kind: { const: b } } } } }`;

  it("keep their property and mapping", () => {
    const { schema: found } = schema(
      rest('{ propertyName: kind, mapping: { a: "#/components/schemas/It/$defs/A", plain: It } }'),
    );
    const { discriminator } = found.kind === "union" ? found : { discriminator: undefined };
    expect(discriminator?.property).toBe("kind");
    expect(
      [...(discriminator?.mapping ?? [])].map(([tag, id]) => `${tag} ${id.split("#")[1] ?? ""}`),
    ).toEqual(["a /components/schemas/It/$defs/A", "plain /components/schemas/It"]);
  });

  it("must name their property and lead somewhere", () => {
    expect(codesOf(schema(rest("{ mapping: {} }")).found)).toEqual(["CW1032"]);
    expect(codesOf(schema(rest("{ propertyName: kind, mapping: { a: Gone } }")).found)).toEqual(["CW1034"]);
    expect(codesOf(schema(rest("kind")).found)).toEqual(["CW1030"]);
  });
});
