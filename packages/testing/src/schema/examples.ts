import { nameKeys } from "../document/keys.js";
import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.js";

/** A copy without the examples: the validator takes an `$id` in their data for that of a schema. */
export function withoutExamples(document: JsonObject): JsonObject {
  const copy = (value: JsonValue, isNames: boolean): JsonValue => {
    if (Array.isArray(value)) return value.map((item) => copy(item, false));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => isNames || (key !== "example" && key !== "examples" && !key.startsWith("x-")))
        .map(([key, inner]): [string, JsonValue] => [key, copy(inner, !isNames && nameKeys.has(key))]),
    );
  };
  return objectOf(copy(document, false));
}
