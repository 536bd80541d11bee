import { describe, expect, it } from "vitest";
import { schema } from "../testing/document.ts";
import { outline } from "../testing/outline.ts";

const id = "#/components/schemas/It/$defs/Id";

describe("read-only and write-only", () => {
  it.each([
    ["at the target of a reference", `$ref: "${id}"`, "ro a?: <Id>"],
    ["in an allOf of one", `allOf: [{ $ref: "${id}" }]`, "ro a?: <Id>"],
    ["in an allOf with something beside it", `allOf: [{ $ref: "${id}" }, { minLength: 1 }]`, "ro a?: <Id>"],
    ["behind two of them", 'allOf: [{ $ref: "#/components/schemas/It/$defs/Twice" }]', "ro a?: <Twice>"],
    ["each from another", `writeOnly: true, allOf: [{ $ref: "${id}" }]`, "ro wo a?: <Id>"],
    ["nowhere", `anyOf: [{ $ref: "${id}" }, { type: "null" }]`, "a?: <Id>|null"],
  ])("are found %s", (_where, property, expected) => {
    const { schema: found } = schema(
      `{ properties: { a: { ${property} } }, $defs: { Id: { type: string, readOnly: true }, Twice: { allOf: [{ $ref: "${id}" }] } } }`,
      property.startsWith("$ref") ? "3.0.3" : "3.1.1",
    );
    expect(outline(found)).toBe(`{${expected}}`);
  });

  it("come to an end in a circle", () => {
    const circle = '{ allOf: [{ $ref: "#/components/schemas/It/$defs/Id" }] }';
    const { schema: found } = schema(
      `{ properties: { a: ${circle} }, $defs: { Id: { properties: { b: ${circle} } } } }`,
    );
    expect(outline(found)).toBe("{a?: <Id>}");
  });
});
