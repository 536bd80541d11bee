/**
 * What an error body says, as short texts, whatever its shape: `{ errors: ["…"] }`, `{ errors: [{ title, detail }] }`
 * (JSON:API 1.1), `{ title, detail }` (RFC 9457), `{ error: { message } }`, `{ error, error_description }` (RFC 6749),
 * `{ message }`, a bare string.
 *
 * @param body - The parsed body; anything else than the shapes above gives no text.
 */
export function errorMessages(body: unknown): string[] {
  if (typeof body === "string") return body.trim() ? [body.trim()] : [];
  if (Array.isArray(body)) return body.flatMap(errorMessages);
  if (typeof body !== "object" || body === null) return [];
  const part: Readonly<Record<string, unknown>> = { ...body };
  const own = [part["title"], part["detail"] ?? part["message"] ?? part["error_description"]].filter(
    (text) => typeof text === "string" && text !== "",
  );
  return [
    ...(own.length ? [own.join(": ")] : []),
    ...errorMessages(part["errors"]),
    ...errorMessages(part["error"]),
  ];
}
