import { dataKeys, nameKeys } from "../document/keys.js";
import { isObject, type JsonObject, type JsonValue, listOf, objectOf, textOf, valueAt } from "../json.js";

export type Direction = "request" | "answer";

/**
 * A copy of the document as one direction sees it: in requests no `readOnly` property is allowed or required, in answers
 * no `writeOnly` one (OpenAPI 3.1.1, section 4.8.24; JSON Schema Validation 2020-12, section 9.4).
 */
export function seenFrom(direction: Direction, document: JsonObject): JsonObject {
  const hidden = direction === "request" ? "readOnly" : "writeOnly";
  // Schemas that hold for a value together may require what another one of them bars.
  const copy = (value: JsonValue, isNames = false, outer: readonly string[] = []): JsonValue => {
    if (Array.isArray(value)) return value.map((item) => copy(item, false, outer));
    if (!isObject(value)) return value;
    const barred = isNames ? [] : [...outer, ...barredBy(document, value, hidden)];
    const whole = Object.fromEntries(
      Object.entries(value).map(([name, inner]): [string, JsonValue] => [
        name,
        !isNames && dataKeys.has(name)
          ? inner
          : copy(inner, !isNames && nameKeys.has(name), together.has(name) ? barred : []),
      ]),
    );
    if (barred.length === 0) return whole;
    const own = Object.entries(objectOf(value["properties"]))
      .filter(([, property]) => carries(document, property, hidden))
      .map(([name]): [string, JsonValue] => [name, false]);
    return {
      ...whole,
      ...(own.length === 0
        ? {}
        : { properties: { ...objectOf(whole["properties"]), ...Object.fromEntries(own) } }),
      required: listOf(value["required"]).filter((name) => !barred.includes(String(name))),
    };
  };
  return objectOf(copy(document));
}

const together: ReadonlySet<string> = new Set(["allOf", "oneOf", "anyOf"]);

/** The properties that a schema bars, with those of the schemas that hold beside it. */
function barredBy(document: JsonObject, schema: JsonObject, mark: string, depth = 0): readonly string[] {
  const own = Object.entries(objectOf(schema["properties"]))
    .filter(([, property]) => carries(document, property, mark))
    .map(([name]) => name);
  if (depth > 16) return own;
  const others = listOf(schema["allOf"]).flatMap((part) => {
    const reference = textOf(objectOf(part)["$ref"]);
    const target =
      reference?.startsWith("#") === true ? valueAt(document, decodeURIComponent(reference.slice(1))) : part;
    return barredBy(document, objectOf(target), mark, depth + 1);
  });
  return [...own, ...others];
}

function carries(document: JsonObject, property: JsonValue, mark: string): boolean {
  const schema = objectOf(property);
  if (schema[mark] === true) return true;
  const reference = textOf(schema["$ref"]);
  return (
    reference?.startsWith("#") === true &&
    objectOf(valueAt(document, decodeURIComponent(reference.slice(1))))[mark] === true
  );
}
