import { isObject, type JsonObject, type JsonValue } from "../json.js";

/** A copy of the document in which maps have at least one entry, for a sampler that would leave them all empty. */
export function withFilledMaps(document: JsonObject): JsonObject {
  const copy = (value: JsonValue, key?: string): JsonValue => {
    if (Array.isArray(value)) return value.map((item) => copy(item));
    if (!isObject(value) || key === "example" || key === "examples" || key === "default") return value;
    const whole: Record<string, JsonValue> = {};
    for (const [name, inner] of Object.entries(value)) whole[name] = copy(inner, name);
    const { additionalProperties: more, properties, minProperties } = value;
    const isMap = more !== undefined && more !== false && properties === undefined;
    return isMap && minProperties === undefined ? { ...whole, minProperties: 1 } : whole;
  };
  const filled = copy(document);
  return isObject(filled) ? filled : {};
}
