import { jsonText } from "../request/json-text.js";

/** A body without the list of items that stands in it. */
export interface Envelope {
  /** The body with these items as its list. */
  readonly around: (items: readonly unknown[]) => unknown;
  /** The JSON text of the body before and after the elements of its list. */
  readonly text: readonly [before: string, after: string];
}

/**
 * The envelope of a list that stands at a path of a body.
 *
 * @param rest - The body without the list.
 * @throws TypeError for a rest without JSON text.
 */
export function envelope(path: readonly string[], rest: unknown): Envelope {
  return { around: (items) => around(path, rest, items), text: textAround(path, rest) };
}

function around([key, ...below]: readonly string[], rest: unknown, items: readonly unknown[]): unknown {
  if (key === undefined) return items;
  const { [key]: inner, ...others }: Record<string, unknown> = Object(rest);
  return { ...others, [key]: around(below, inner, items) };
}

function textAround([key, ...below]: readonly string[], rest: unknown): Envelope["text"] {
  if (key === undefined) return ["[", "]"];
  const { [key]: inner, ...others }: Record<string, unknown> = Object(rest);
  const [before, after] = textAround(below, inner);
  const members = jsonText(others)?.slice(1, -1) ?? "";
  return [`{${members}${members && ","}${JSON.stringify(key)}:${before}`, `${after}}`];
}
