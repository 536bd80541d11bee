import type { Content } from "../document/operation.js";
import type { JsonValue } from "../json.js";
import { isMarkup } from "../wire/media-type.js";

/**
 * A body that is one text. OpenAPI does not tell how a value with parts is written in one, such as in CSV: an example
 * stands for it, if there is one.
 *
 * @param draw - Makes a value of the schema; `undefined` where there is none.
 */
export function sampleText({ mediaType, examples }: Content, draw: () => JsonValue | undefined): string {
  const example = [...examples.values()].find((one) => typeof one === "string");
  // JSON is YAML, and nothing else that a schema tells is markup.
  const isXml = isMarkup(mediaType) && /xml/i.test(mediaType);
  if (isXml) return example ?? "<text/>";
  const value = draw();
  if (value === undefined) return example ?? "text";
  if (value === null) return "";
  if (isMarkup(mediaType)) return JSON.stringify(value);
  return typeof value === "object" ? (example ?? "text") : String(value);
}
