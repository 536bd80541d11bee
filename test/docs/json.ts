// JSON values as read from files, and the narrow doors through which the comparison looks into them.

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object; an absent one is empty. Throws TypeError for any other value. */
export function objectOf(value: JsonValue | undefined): JsonObject {
  if (value === undefined) return {};
  if (!isObject(value)) throw new TypeError(`Expected an object, found ${JSON.stringify(value)}`);
  return value;
}

/** The value as a list; an absent one is empty. Throws TypeError for any other value. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new TypeError(`Expected a list, found ${JSON.stringify(value)}`);
  return value;
}

/** The value as a list of texts; an absent one is empty. Throws TypeError for any other value. */
export function textsOf(value: JsonValue | undefined): string[] {
  return listOf(value).map((item) => {
    if (typeof item !== "string") throw new TypeError(`Expected a text, found ${JSON.stringify(item)}`);
    return item;
  });
}
