import { jsonText } from "../request/json-text.js";

/** The JSON text of a body before and after the elements of its list. */
export type Envelope = readonly [before: string, after: string];

/**
 * The text around a list that stands at a path of a body, so that the list's elements need not be encoded again.
 *
 * @param rest - The body without the list.
 */
export function envelope([key, ...below]: readonly string[], rest: unknown): Envelope {
  if (key === undefined) return ["[", "]"];
  const { [key]: inner, ...others }: Record<string, unknown> = Object(rest);
  const [before, after] = envelope(below, inner);
  const members = jsonText(others)?.slice(1, -1) ?? "";
  return [`{${members}${members && ","}${JSON.stringify(key)}:${before}`, `${after}}`];
}
