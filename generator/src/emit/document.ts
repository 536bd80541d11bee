import type { Api } from "../model/api.ts";
import { jsonFile } from "./doors.ts";

/**
 * `openapi.json`: the document of this package alone, for whoever wants to read it, to compare versions, or to generate from
 * it.
 */
export function documentJson(api: Api): string {
  const document = api.document();
  const text = texts.get(document) ?? jsonFile(document);
  texts.set(document, text);
  return text;
}

/** Of documents that are still in use: whoever compares one before it is emitted needs its text twice. */
const texts = new WeakMap<object, string>();
