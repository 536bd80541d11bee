import { jsonText } from "./json-text.js";
import { isAbsent, textOf } from "./values.js";

/**
 * The text of a parameter, form field or part that has a media type of its own: JSON for a JSON type, else the value.
 *
 * @returns `undefined` for undefined; null is a value in JSON and absent elsewhere.
 */
export function contentText(value: unknown, mediaType: string, label: string): string | undefined {
  if (/^[^;]*[/+]json\s*(;|$)/i.test(mediaType)) return jsonText(value);
  return isAbsent(value) ? undefined : textOf(value, label);
}
