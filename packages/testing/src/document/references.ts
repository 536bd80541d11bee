import { isObject, type JsonObject, type JsonValue, valueAt } from "../json.js";
import { DocumentError } from "./document-error.js";

/** A value and the place in the document where it stands, after all references on the way. */
export interface Placed {
  readonly value: JsonObject;
  readonly pointer: string;
}

/**
 * Follows `$ref` from a place until there is none (OpenAPI 3.1.1, Reference Object).
 *
 * @throws DocumentError for a reference to another file, to nothing, or back to itself.
 */
export function follow(document: JsonObject, pointer: string): Placed {
  const seen = new Set<string>();
  let at = pointer;
  for (;;) {
    const value: JsonValue | undefined = valueAt(document, at);
    if (!isObject(value)) throw new DocumentError("An object is expected here", at);
    const reference = value["$ref"];
    if (typeof reference !== "string") return { value, pointer: at };
    if (!reference.startsWith("#"))
      throw new DocumentError(`The reference ${reference} leaves the document: bundle it into one file`, at);
    if (seen.has(at)) throw new DocumentError(`The reference ${reference} leads back to itself`, at);
    seen.add(at);
    at = decodeURIComponent(reference.slice(1));
    if (valueAt(document, at) === undefined)
      throw new DocumentError(`The reference ${reference} leads nowhere`, pointer);
  }
}
