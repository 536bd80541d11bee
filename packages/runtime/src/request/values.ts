/**
 * The text of a single value.
 *
 * @param label - What the value is for, to name it in the error.
 * @returns Dates in ISO 8601 with milliseconds; everything else as JavaScript writes it.
 * @throws TypeError for half of a surrogate pair, a date that is not valid, a number that is not finite, and whatever is
 * not a single value.
 */
export function textOf(value: unknown, label: string): string {
  switch (typeof value) {
    case "string":
      // It has no UTF-8, and what encodes it says neither what it is nor where it stands.
      if (/\p{Cs}/u.test(value))
        throw new TypeError(`${label} has half of a surrogate pair, which cannot be sent`);
      return value;
    case "boolean":
    case "bigint":
      return String(value);
    case "number":
      if (Number.isFinite(value)) return String(value);
      throw new TypeError(`${label} is ${value}, which cannot be sent`);
    default:
      if (value instanceof Date) return dateText(value, label);
      throw new TypeError(`${label} holds a value that cannot be written as text (${kindOf(value)})`);
  }
}

function dateText(date: Date, label: string): string {
  if (Number.isNaN(date.getTime())) throw new TypeError(`${label} is an invalid Date`);
  return date.toISOString();
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** True for a value with named members: not for lists, collections, dates, files and bytes. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  return !(Symbol.iterator in value || value instanceof Date || value instanceof Blob || isBytes(value));
}

/** True for an ArrayBuffer or a view of one. */
export function isBytes(value: unknown): value is ArrayBuffer | ArrayBufferView<ArrayBuffer> {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

/** True for what has no place in a URL, a header or a form: RFC 6570, section 2.3, leaves both out. */
export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}
