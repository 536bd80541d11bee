/**
 * What an error body says, as short texts, whatever its shape: `{ errors: ["…"] }`, `{ errors: [{ title, detail }] }`
 * (JSON:API 1.1), `{ title, detail }` (RFC 9457), `{ error: { message } }`, `{ error, error_description }` (RFC 6749),
 * `{ message }`, a bare string.
 *
 * @param body - The parsed body; anything else than the shapes above gives no text.
 */
export function errorMessages(body: unknown, depth: number = 0): string[] {
  if (typeof body === "string") return body.trim() ? [body.trim()] : [];
  // No service nests what it says this deep; without an end, it would be the stack's that the caller is told of.
  if (typeof body !== "object" || body === null || depth > 9) return [];
  const part: Readonly<Record<string, unknown>> = { ...body };
  const own = [part["title"], part["detail"] ?? part["message"] ?? part["error_description"]].filter(
    (text) => typeof text === "string" && text !== "",
  );
  const inside: readonly unknown[] = Array.isArray(body) ? body : [part["errors"], part["error"]];
  return [...(own.length ? [own.join(": ")] : []), ...inside.flatMap((one) => errorMessages(one, depth + 1))];
}
