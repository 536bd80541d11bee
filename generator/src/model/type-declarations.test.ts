import { describe, expect, it } from "vitest";
import { describeAll, documentOf, model, modelOne } from "../testing/document.ts";
import type { Api } from "./api.ts";

/** A document whose one operation takes `In` and gives `Out`. */
function text(schemas: string, input = "In", output = "Out"): string {
  const media = (name: string): string =>
    `{ application/json: { schema: { $ref: ${JSON.stringify(`#/components/schemas/${name}`)} } } }`;
  return documentOf(`paths:
  /run:
    post:
      operationId: run
      requestBody: { content: ${media(input)} }
      responses: { "200": { description: D, content: ${media(output)} } }
components: { schemas: { ${schemas} } }`);
}

function names(api: Api): readonly string[] {
  return api.types.map((type) => `${type.name}:${type.direction}`);
}

describe("types of requests and answers", () => {
  it("are one where they are the same", () => {
    expect(
      names(modelOne(text("It: { type: object, properties: { a: { type: string } } }", "It", "It"))),
    ).toEqual(["It:output"]);
  });

  it.each([
    ["a date", "{ properties: { at: { type: string, format: date-time } } }"],
    ["an open enum", "{ properties: { kind: { enum: [a, b] } } }"],
    ["read-only", "{ properties: { id: { type: string, readOnly: true } } }"],
    ["write-only", "{ properties: { secret: { type: string, writeOnly: true } } }"],
    ["a default", "{ properties: { size: { type: integer, default: 10 } } }"],
    ["a reference to such a type", "{ properties: { part: { $ref: '#/components/schemas/Part' } } }"],
    ["an array of such a type", "{ type: array, items: { $ref: '#/components/schemas/Part' } }"],
    ["a union with such a type", "{ oneOf: [{ type: string }, { $ref: '#/components/schemas/Part' }] }"],
    ["a map of such a type", "{ additionalProperties: { $ref: '#/components/schemas/Part' } }"],
  ])("are two where they differ by %s", (_what, schema) => {
    const part = "Part: { properties: { id: { type: string, readOnly: true } } }";
    const api = modelOne(text(`It: ${schema}, ${part}`, "It", "It"));
    expect(names(api).filter((name) => name.startsWith("It"))).toEqual(["It:output", "ItInput:input"]);
  });

  it.each([
    ["one value, which is a tag", "{ properties: { kind: { const: a } } }"],
    ["true and false", "{ properties: { on: { enum: [true, false] } } }"],
    ["one value and null", "{ properties: { kind: { enum: [a, null] } } }"],
    ["an enum that is closed", "{ properties: { kind: { enum: [a, b], x-clientwright-open: false } } }"],
    [
      "an enum that is open both ways",
      "{ properties: { kind: { enum: [a, b], x-clientwright-open: true } } }",
    ],
    ["a required field with a default", "{ required: [a], properties: { a: { type: string, default: x } } }"],
    ["a plain date", "{ properties: { day: { type: string, format: date } } }"],
  ])("are one for %s", (_what, schema) => {
    expect(names(modelOne(text(`It: ${schema}`, "It", "It")))).toEqual(["It:output"]);
  });

  it("keep their name where only one is used", () => {
    const date = "{ properties: { at: { type: string, format: date-time } } }";
    expect(names(modelOne(text(`In: ${date}, Out: ${date}`)))).toEqual(["In:input", "Out:output"]);
  });

  it("differ along a recursion too", () => {
    const api = modelOne(
      text(
        "It: { properties: { next: { $ref: '#/components/schemas/It' }, at: { type: string, format: date-time } } }",
        "It",
        "It",
      ),
    );
    expect(names(api)).toEqual(["It:output", "ItInput:input"]);
    const id = api.types[0]?.definition.id ?? "";
    expect([api.typeName(id, "input"), api.typeName(id, "output")]).toEqual(["ItInput", "It"]);
  });

  it("leave out what only a read-only property leads to, in requests", () => {
    const api = modelOne(
      text(
        "In: { properties: { a: { readOnly: true, allOf: [{ $ref: '#/components/schemas/Hidden' }] } } }, Out: {}, Hidden: { type: string }",
      ),
    );
    expect(names(api)).toEqual(["In:input", "Out:output"]);
  });
});

describe("names of types", () => {
  it("give way to the package's own", () => {
    const api = modelOne(text("Call: { type: string }, RunError: { type: object }", "Call", "RunError"));
    expect(names(api)).toEqual(["CallSchema:input", "RunErrorSchema:output"]);
  });

  it.each(["constructor", "__proto__", "toString", "class", "2fa", "it's", "🚀 a", "a b"])(
    "are made of %j",
    (name) => {
      const { apis, found } = model(text(`${JSON.stringify(name)}: { type: string }, Out: {}`, name), {
        names: { schemas: {} },
      });
      expect(found).toEqual([]);
      expect(apis[0]?.types).toHaveLength(2);
      for (const type of apis[0]?.types ?? []) expect(type.name).toMatch(/^[A-Z_$][\w$]*$/);
    },
  );

  it("that differ by case only are two types", () => {
    expect(names(modelOne(text("Ab: { type: string }, AB: { type: string }", "Ab", "AB")))).toEqual([
      "AB:output",
      "Ab:input",
    ]);
  });

  it.each([
    ["a-b", "a_b", ["AB", "A_b"], []],
    ["a-b", "a.b", ["AB", "AB2"], ['the schema "a.b" becomes the type AB2: AB is "a-b"']],
    ["ab", "Ab", ["Ab2", "Ab"], ['the schema "ab" becomes the type Ab2: Ab is "Ab"']],
  ])("%s and %s become %j, in either order", (one, other, expected, messages) => {
    const both = [one, other].map((name) => `${name}: { title: ${name}, type: string }`);
    for (const order of [both, both.toReversed()]) {
      const { apis, found } = model(text(order.join(", "), one, other));
      const named = new Map(apis[0]?.types.map(({ definition, name }) => [definition.documentedName, name]));
      expect([named.get(one), named.get(other)]).toEqual(expected);
      expect(found.map(({ message }) => message)).toEqual(messages);
      for (const each of found)
        expect(each).toMatchObject({ code: "CW2016", hint: expect.stringContaining("names: { schemas:") });
    }
  });

  it("that follow from a place give way to documented ones, and to each other", () => {
    const place = "'#/paths/~1run/post/responses/200/content/application~1json/schema/properties";
    const documents = documentOf(`paths:
  /run:
    post:
      operationId: run
      responses:
        "200":
          description: D
          content:
            application/json:
              schema:
                properties:
                  part: { properties: { name: { type: string, enum: [a] } } }
                  other: { $ref: ${place}/part/properties/name' }
                  a: { properties: { part: { properties: { name: { type: string, enum: [b] } } } } }
                  b: { $ref: ${place}/a/properties/part/properties/name' }
                  c: { $ref: '#/components/schemas/PartName' }
                  d: { $ref: ${place}/part' }
components: { schemas: { PartName: { type: string } } }`);
    const { apis, found } = model(documents);
    expect(found).toEqual([]);
    expect(apis[0]?.types.map(({ name }) => name)).toEqual([
      "PartName",
      "PartName2",
      "PartName3",
      "RunResponsePart",
    ]);
  });

  it("collide with the split of another type", () => {
    const date = "{ properties: { at: { type: string, format: date-time } } }";
    const found = describeAll(
      model(
        text(
          `It: ${date}, ItInput: { properties: { it: { $ref: '#/components/schemas/It' } } }`,
          "It",
          "ItInput",
        ),
      ).found,
    );
    expect(found).toEqual([expect.stringMatching(/^CW2003 .*would both be the type ItInput$/)]);
  });

  it("that collide can be named in the configuration", () => {
    const { apis, found } = model(text("a-b: { type: string }, a.b: { type: string }", "a-b", "a.b"), {
      names: { schemas: { "a.b": "Other" } },
    });
    expect(found).toEqual([]);
    expect(apis[0]?.types.map((type) => type.name)).toEqual(["AB", "Other"]);
  });
});
