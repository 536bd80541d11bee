/** What generated guards, matchers and builders are made of. Each looks at a value from outside and changes nothing. */

/** A JSON value that an enumeration can list. */
export type Scalar = string | number | boolean | null;

/** The JSON types (RFC 8259, section 3). */
export type JsonType = "object" | "array" | "string" | "number" | "boolean" | "null";

/** Whether a value has one of some JSON types. */
export function hasType(value: unknown, ...types: readonly JsonType[]): boolean {
  const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return types.some((each) => each === type);
}

/** Whether a value is an object that has a property with one of some values. */
export function hasTag(value: unknown, property: string, ...values: readonly Scalar[]): boolean {
  return hasKey(value, property) && isOneOf(Reflect.get(value, property), ...values);
}

/** Whether a value is an object that has a property of its own. */
export function hasKey(value: unknown, property: string): value is object {
  return hasType(value, "object") && Object.hasOwn(Object(value), property);
}

/** Whether a value is one of some. */
export function isOneOf(value: unknown, ...values: readonly Scalar[]): boolean {
  return values.some((each) => each === value);
}

/** An object without its tags, optional and index members kept as they are. */
export type WithoutTags<Variant, Tag extends PropertyKey> = {
  [Key in keyof Variant as Key extends Tag ? never : Key]: Variant[Key];
};

/**
 * The end of a match that no arm was for.
 *
 * @param unknown - The arm for unknown values, of a match that can have one.
 *
 * @throws TypeError without an arm for unknown values; it names the union and no part of the value.
 */
export function unmatched<Result = never>(
  union: string,
  value: unknown,
  ...unknown: readonly [arm?: (value: unknown) => Result]
): Result {
  const [arm] = unknown;
  if (arm) return arm(value);
  const advice = unknown.length ? "; give an arm named unknown for those" : "";
  throw new TypeError(`No known variant of ${union} fits the value${advice}`);
}
