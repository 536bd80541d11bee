import { isObject, type JsonObject, type JsonValue, listOf, objectOf } from "../json.js";

/**
 * A schema of an answer whose properties that have a default are always there: a service fills in what was left out, and so
 * generated types have it.
 *
 * @param source - The schema as the document writes it.
 * @param isDefault - Whether a property that may have parts is to hold its default. It must now and then: what has to be
 * there, and leads back to its own schema, has no end.
 */
export function withDefaults(
  schema: JsonObject,
  source: JsonObject,
  isDefault: (name: string) => boolean,
): JsonObject {
  const properties = objectOf(schema["properties"]);
  const found = Object.entries(objectOf(source["properties"])).flatMap(([name, property]) => {
    const value = defaultOf(property);
    return value === undefined ? [] : [{ name, property, value }];
  });
  if (found.length === 0) return schema;
  const held = found
    .filter(({ name, property }) => !isScalar(property) && isDefault(name))
    .map(({ name, value }): [string, JsonValue] => [name, { const: value }]);
  const names = found.map(({ name }) => name);
  return {
    ...schema,
    properties: { ...properties, ...Object.fromEntries(held) },
    required: [...new Set([...listOf(schema["required"]), ...names])],
  };
}

/** The default of a schema: its own, or that of the only schema that it wraps. That of a reference's target is not meant. */
function defaultOf(schema: JsonValue): JsonValue | undefined {
  const { default: own, allOf } = objectOf(schema);
  const [only, ...others] = listOf(allOf);
  return own === undefined && isObject(only) && others.length === 0 ? defaultOf(only) : own;
}

function isScalar(schema: JsonValue): boolean {
  const { type } = objectOf(schema);
  const types = typeof type === "string" ? [type] : listOf(type);
  return types.length > 0 && types.every((one) => one !== "object" && one !== "array");
}
