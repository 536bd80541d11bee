import { describe, expect, it } from "vitest";
import { codesOf, schema } from "../testing/document.ts";

function hints(text: string, version?: string): readonly string[] {
  return schema(text, version).found.map(({ code, message, hint, pointer }) => {
    const key = pointer?.split("/").at(-1);
    return `${code} ${key}: ${message.startsWith("a schema has no field") ? hint : message}`;
  });
}

describe("a field of a schema", () => {
  it.each([
    ["{ type: array, itmes: { type: string } }", "CW1031 itmes: did you mean items?"],
    ["{ type: object, propertes: { a: {} } }", "CW1031 propertes: did you mean properties?"],
    ["{ type: object, requried: [a] }", "CW1031 requried: did you mean required?"],
    ["{ type: string, descripton: A }", "CW1031 descripton: did you mean description?"],
    ["{ type: object, readonly: true }", "CW1031 readonly: did you mean readOnly?"],
    ["{ tpye: string }", "CW1031 tpye: did you mean type?"],
  ])("that is misspelt is told: %s", (text, hint) => {
    expect(hints(text)).toEqual([hint]);
    expect(hints(text, "3.0.3")).toEqual([hint]);
  });

  it("that is the rest of a text is told, with the way to mend it", () => {
    expect(hints("{ type: string, description: A note, if there is one }")).toEqual([
      "CW1031 if there is one: inside { … } a comma begins the next field: put quotes around the text before it",
    ]);
  });

  it.each([
    "{ type: string, x-typ: 1 }",
    "{ type: string, tsType: Foo, unit: kg, time: 1, note: A, size: 3, label: B }",
    "{ type: string, mine: ~ }",
    "{ type: object, properties: { itmes: { type: string }, tpye: {} } }",
    "{ type: string, default: a, example: { itmes: 1 } }",
  ])("that is somebody's own, or a name or value, is not: %s", (text) => {
    expect(codesOf(schema(text).found)).toEqual([]);
  });
});
