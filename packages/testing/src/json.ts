/** Any value that JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object; whatever else it is, an empty one. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The value as a list; whatever else it is, an empty one. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** The value as text; `undefined` when it is none. */
export function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** One more step of a JSON pointer (RFC 6901). */
export function step(pointer: string, ...keys: readonly (string | number)[]): string {
  return keys.reduce(
    (at: string, key) => `${at}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`,
    pointer,
  );
}

/** The value that a JSON pointer leads to. */
export function valueAt(root: JsonValue, pointer: string): JsonValue | undefined {
  return pointer
    .split("/")
    .slice(1)
    .reduce((value: JsonValue | undefined, token) => {
      const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
      if (Array.isArray(value)) return value[Number(key)];
      return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    }, root);
}
