import { isObject, type JsonObject, type JsonValue, listOf, objectOf, textOf, valueAt } from "../json.js";

export type Direction = "request" | "answer";

/**
 * A copy of the document as one direction sees it: in requests no `readOnly` property is allowed or required, in answers
 * no `writeOnly` one (OpenAPI 3.1.1, section 4.8.24; JSON Schema Validation 2020-12, section 9.4).
 */
export function seenFrom(direction: Direction, document: JsonObject): JsonObject {
  const hidden = direction === "request" ? "readOnly" : "writeOnly";
  const copy = (value: JsonValue, key?: string): JsonValue => {
    if (Array.isArray(value)) return value.map((item) => copy(item));
    if (!isObject(value) || key === "example" || key === "examples" || key === "default") return value;
    const whole = Object.fromEntries(
      Object.entries(value).map(([name, inner]): [string, JsonValue] => [name, copy(inner, name)]),
    );
    const barred = Object.entries(objectOf(value["properties"]))
      .filter(([, property]) => carries(document, property, hidden))
      .map(([name]) => name);
    if (barred.length === 0) return whole;
    const closed = Object.fromEntries(barred.map((name): [string, JsonValue] => [name, false]));
    const required = listOf(value["required"]).filter((name) => !barred.includes(String(name)));
    return { ...whole, properties: { ...objectOf(whole["properties"]), ...closed }, required };
  };
  return objectOf(copy(document));
}

function carries(document: JsonObject, property: JsonValue, mark: string): boolean {
  const schema = objectOf(property);
  if (schema[mark] === true) return true;
  const reference = textOf(schema["$ref"]);
  return (
    reference?.startsWith("#") === true && objectOf(valueAt(document, reference.slice(1)))[mark] === true
  );
}
