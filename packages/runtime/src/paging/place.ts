/** Where a value stands in an answer: property names from the body's root down, or the name of a header. */
export type AnswerPlace = readonly string[] | string;

/** The value at a place of an answer; `undefined` when something on the way is missing. */
export function readAnswer(place: AnswerPlace, data: unknown, headers: Headers): unknown {
  return typeof place === "string" ? headers.get(place) : valueAt(place, data);
}

/** The value at the end of a path of own properties; `undefined` when something on the way is missing. */
export function valueAt(path: readonly string[], root: unknown): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    root,
  );
}

/** The same value with another one at the end of a path: what is on the path is copied, everything else is shared. */
export function withValueAt(path: readonly string[], root: unknown, value: unknown): unknown {
  const [key, ...below] = path;
  if (key === undefined) return value;
  return { ...Object(root), [key]: withValueAt(below, valueAt([key], root), value) };
}
