import { isObject } from "../load/node.ts";

/** From here on numbers are written with an exponent: they were never meant to be exact. */
const large = 1e21;

/**
 * Whether a value stands in the model as it stands in the document. Integers beyond 2^53 may have been rounded, and
 * numbers beyond the largest are infinite, or were (RFC 8259, section 6).
 */
export function isExact(value: unknown): boolean {
  if (typeof value === "number")
    return Math.abs(value) < Number.MAX_VALUE && (Math.abs(value) >= large || !isLong(value));
  if (Array.isArray(value)) return value.every(isExact);
  return !isObject(value) || Object.values(value).every(isExact);
}

function isLong(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

/** A value with the largest numbers in place of infinite ones, for which JSON would have null. */
export function finite(value: unknown): unknown {
  if (typeof value === "number" && !Number.isNaN(value))
    return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
  if (Array.isArray(value)) return value.map(finite);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, finite(member)]));
}
