/**
 * JSON text of a value; dates as ISO 8601 with milliseconds.
 *
 * @returns `undefined` for undefined.
 * @throws TypeError for an invalid date, which JSON.stringify would turn into null, for a bigint and for a cycle.
 */
export function jsonText(value: unknown): string | undefined {
  const text: string | undefined = JSON.stringify(value);
  // Looking at every value would cost more than writing it. Only a text with a null in it can hide an invalid date.
  if (text?.includes("null")) refuseInvalidDates(value, "The body");
  return text;
}

function refuseInvalidDates(value: unknown, place: string): void {
  if (typeof value !== "object" || value === null) return;
  if (value instanceof Date && Number.isNaN(value.getTime()))
    throw new TypeError(`${place} is an invalid Date`);
  for (const [key, member] of Object.entries(value)) refuseInvalidDates(member, `${place}.${key}`);
}
