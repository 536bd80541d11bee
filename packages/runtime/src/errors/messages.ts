/**
 * What an error body says, as short texts, whatever its shape: `{ errors: ["…"] }`, `{ errors: [{ title, detail }] }`
 * (JSON:API 1.1), `{ title, detail }` (RFC 9457), `{ error: { message } }`, `{ error, error_description }` (RFC 6749),
 * `{ message }`, a bare string.
 *
 * @param body - The parsed body; anything else than the shapes above gives no text.
 */
export function errorMessages(body: unknown, depth: number = 0): string[] {
  // No service nests what it says this deep; without an end, it would be the stack's that the caller is told of.
  if (!body || depth > 10) return [];
  const part = Object(body);
  const own: readonly unknown[] = [part.title, part.detail ?? part.message ?? part.error_description];
  const text =
    typeof body === "string" ? body.trim() : own.filter((one) => one && typeof one === "string").join(": ");
  const inside: readonly unknown[] = Array.isArray(body) ? body : [part.errors, part.error];
  return [text, ...inside.flatMap((one) => errorMessages(one, depth + 1))].filter(Boolean);
}
