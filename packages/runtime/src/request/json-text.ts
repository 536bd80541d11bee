/**
 * JSON text of a value; dates as ISO 8601 with milliseconds.
 *
 * @returns `undefined` for undefined.
 * @throws TypeError for what JSON.stringify would turn into null without a word (an invalid date, NaN, an infinity, nothing
 * at all in a list), for a bigint and for a cycle.
 */
export function jsonText(value: unknown): string | undefined {
  const text: string | undefined = JSON.stringify(value);
  // Looking at every value would cost more than writing it, so only where there is a null. Engines look for the first letter
  // before the others, and u is rarer than n.
  if (text?.includes("ull")) refuseLost(value, "The body", false);
  return text;
}

function refuseLost(value: unknown, place: string, inList: boolean): void {
  // What an object says of itself is its own affair.
  if (typeof value === "object" && value !== null && !("toJSON" in value)) {
    const list = Array.isArray(value);
    // Unlike those of an object, the keys of a list lead to its holes too.
    for (const key of list ? value.keys() : Object.keys(value)) {
      refuseLost(Reflect.get(value, key), `${place}.${key}`, list);
    }
  } else if (
    typeof value === "number" || value instanceof Date
      ? !Number.isFinite(Number(value))
      : inList && JSON.stringify(value) === undefined
  ) {
    throw new TypeError(`${place} is ${String(value)}, which JSON has no text for`);
  }
}
