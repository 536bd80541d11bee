import { isObject, type JsonObject, type JsonValue, listOf } from "../json.js";
import { DocumentError } from "./document-error.js";
import { dataKeys, nameKeys } from "./keys.js";

/**
 * The document in the terms of OpenAPI 3.1, whose schemas are JSON Schema 2020-12. The keywords of 3.0 that are none there
 * are rewritten, in later documents too, where many still write and mean them: `nullable`, and `exclusiveMinimum` and
 * `exclusiveMaximum` as booleans.
 *
 * @throws DocumentError for what is no OpenAPI document, or one of another version.
 */
export function modernized(document: unknown): JsonObject {
  if (!isObject(document)) throw new DocumentError("An OpenAPI document is an object", "");
  const version = document["openapi"];
  if (typeof version !== "string")
    throw new DocumentError("The field openapi is missing: is this an OpenAPI 3 document?", "");
  if (/^3\.[0-2]\./.test(version)) return rewritten(document) as JsonObject;
  throw new DocumentError(`OpenAPI ${version} is not known here: 3.0, 3.1 and 3.2 are`, "/openapi");
}

function rewritten(value: JsonValue, isNames = false): JsonValue {
  if (Array.isArray(value)) return value.map((item) => rewritten(item));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, JsonValue] => [
    name,
    !isNames && dataKeys.has(name) ? inner : rewritten(inner, !isNames && nameKeys.has(name)),
  ]);
  return isNames ? Object.fromEntries(entries) : keywords(Object.fromEntries(entries));
}

function keywords(schema: JsonObject): JsonObject {
  let next = schema;
  if (typeof next["nullable"] === "boolean") next = nullable(next, next["nullable"]);
  for (const [exclusive, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    const { [exclusive]: flag, [bound]: limit, ...rest } = next;
    if (typeof flag !== "boolean") continue;
    next = limit === undefined ? rest : { ...rest, [flag ? exclusive : bound]: limit };
  }
  return next;
}

function nullable(whole: JsonObject, isNullable: boolean): JsonObject {
  const schema = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== "nullable"));
  if (!isNullable) return schema;
  const { type, enum: values, readOnly, writeOnly, default: fallback } = schema;
  if (typeof type !== "string") {
    return {
      anyOf: [schema, { type: "null" }],
      ...(readOnly === undefined ? {} : { readOnly }),
      ...(writeOnly === undefined ? {} : { writeOnly }),
      ...(fallback === undefined ? {} : { default: fallback }),
    };
  }
  const enumeration = values === undefined ? {} : { enum: [...listOf(values), null] };
  return { ...schema, type: [type, "null"], ...enumeration };
}
