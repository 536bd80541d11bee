import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.js";

/** Below these keys the keys are names, so that `example` may be a property or a schema. */
const nameKeys: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "definitions",
  "schemas",
  "responses",
  "parameters",
  "requestBodies",
  "headers",
  "callbacks",
  "pathItems",
]);

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
