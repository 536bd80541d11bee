import { describe, expect, it } from "vitest";
import { changesBetween } from "../testing/diff.ts";
import { documentOf } from "../testing/document.ts";

const ref = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;
const content = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const answer = (schema: string): string => `{ description: D., ${content(schema)} }`;
const sent = (schema: string): string => `requestBody: { required: true, ${content(schema)} }, `;

/** A document of operations, each `name: rest`, and of named schemas. */
function whole(operations: Readonly<Record<string, string>>, schemas: string): string {
  const paths = Object.entries(operations).map(
    ([id, rest]) => `/${id}: { post: { operationId: ${id}, ${rest} } }`,
  );
  return documentOf(`paths: { ${paths.join(", ")} }\ncomponents: { schemas: { ${schemas} } }`);
}

const breaks = (before: string, after: string): readonly string[] =>
  changesBetween(before, after)
    .filter(({ level }) => level === "major")
    .map(({ rule, subject, place }) => `${rule} ${subject} ${place}`.trimEnd());

describe("a type that no operation of both versions leads to", () => {
  it("is compared by its name", () => {
    const job = (properties: string): string =>
      `Foo: { type: object, properties: { a: { type: string } } }, Job: { type: object, properties: { ${properties} } }`;
    const before = whole(
      { a: `responses: { "200": ${answer(ref("Foo"))}, "202": ${answer(ref("Job"))} }` },
      job("x: { type: string }, y: { type: string }"),
    );
    const after = whole(
      { a: `responses: { "200": ${answer(ref("Foo"))} }`, b: `responses: { "200": ${answer(ref("Job"))} }` },
      job("x: { type: string }"),
    );
    expect(breaks(before, after)).toEqual(["property-removed Job y"]);
  });

  it("is compared where several statuses of a success changed at once", () => {
    const foo = (properties: string): string => `Foo: { type: object, properties: { ${properties} } }`;
    const before = whole(
      { a: `responses: { "200": ${answer(ref("Foo"))}, "202": { description: D. } }` },
      foo("x: { type: string }, y: { type: string }"),
    );
    const after = whole(
      { a: `responses: { "201": ${answer(ref("Foo"))}, "204": { description: D. } }` },
      foo("x: { type: string }"),
    );
    expect(breaks(before, after)).toEqual(["property-removed Foo y"]);
  });
});

describe("a name that stood for requests", () => {
  const given = (schema: string): string => `parameters: [{ name: s, in: query, schema: ${schema} }], `;
  const split = (before: string, after: string, schemas: string): readonly string[] =>
    breaks(whole({ a: before }, schemas), whole({ a: after }, schemas));

  it("breaks code when answers come to hold what requests must not", () => {
    const state =
      "S: { type: string, enum: [x, y] }, T: { type: object, properties: { s: { type: string } } }";
    const more =
      "S: { type: string, enum: [x, y] }, T: { type: object, properties: { s: { type: string }, more: " +
      `${ref("S")} } }`;
    const operation = `${given(ref("S"))}responses: { "200": ${answer(ref("T"))} }`;
    expect(breaks(whole({ a: operation }, state), whole({ a: operation }, more))).toEqual(["type-split S"]);
  });

  it.each([
    ["{ type: object, required: [id], properties: { id: { type: string, readOnly: true } } }", true],
    ["{ type: object, properties: { id: { type: string, readOnly: true } } }", false],
    ["{ type: object, properties: { key: { type: string, writeOnly: true } } }", true],
    ["{ type: object, properties: { at: { type: string, format: date-time } } }", true],
    ["{ type: object, properties: { size: { type: integer, default: 1 } } }", true],
    ["{ type: object, properties: { name: { type: string } } }", false],
  ])("and stands for answers now, of %s: %s", (schema, expected) => {
    const before = `${sent(ref("It"))}responses: { "204": { description: D. } }`;
    const after = `${sent(ref("It"))}responses: { "200": ${answer(ref("It"))} }`;
    expect(split(before, after, `It: ${schema}`)).toEqual(expected ? ["type-split It"] : []);
  });

  it.each([
    ["st: { type: string, enum: [x, y], readOnly: true }", false],
    ["st: { type: string, enum: [x, y], writeOnly: true }", false],
    ["st: { type: object, writeOnly: true, properties: { s: { type: string, enum: [x, y] } } }", false],
    ["st: { type: object, readOnly: true, properties: { s: { type: string, default: x } } }", false],
    ["st: { type: string, enum: [x, y] }", true],
    ["st: { type: string, readOnly: true, default: x }", true],
  ])("and stood for answers, too, comes to have %s: %s", (added, expected) => {
    const operation = `${sent(ref("It"))}responses: { "200": ${answer(ref("It"))} }`;
    const of = (more: string): string =>
      whole({ a: operation }, `It: { type: object, properties: { n: { type: string }${more} } }`);
    expect(breaks(of(""), of(`, ${added}`))).toEqual(expected ? ["type-split It"] : []);
  });

  it("is not told of where requests do not take it any more", () => {
    const before = whole(
      { a: `${sent(ref("It"))}responses: { "200": ${answer(ref("It"))} }` },
      "It: { type: object, properties: { n: { type: string } } }",
    );
    const after = whole(
      { a: `responses: { "200": ${answer(ref("It"))} }` },
      "It: { type: object, properties: { n: { type: string }, s: { enum: [x, y] } } }",
    );
    expect(breaks(before, after)).toEqual(["input-removed a"]);
  });

  it("breaks nothing where requests come to hold what answers have", () => {
    const before = `responses: { "200": ${answer(ref("It"))} }`;
    const after = `${given("{ type: string }")}responses: { "200": ${answer(ref("It"))} }`;
    const two = (body: string): string =>
      whole(
        { a: before, b: `${body}responses: { "204": { description: D. } }` },
        "It: { type: object, properties: { at: { type: string, format: date-time } } }",
      );
    expect(
      split(before, after, "It: { type: string }").filter((line) => line.startsWith("type-split")),
    ).toEqual([]);
    expect(
      breaks(
        two(sent("{ type: object, properties: { x: { type: object } } }")),
        two(sent(`{ type: object, properties: { x: ${ref("It")} } }`)),
      ).filter((line) => line.startsWith("type-split")),
    ).toEqual([]);
  });
});
