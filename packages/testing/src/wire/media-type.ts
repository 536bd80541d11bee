import { isSequence } from "./sequence.js";

/** The type of a media type without its parameters, in small letters (RFC 9110, section 8.3.1). */
function essenceOf(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

/** Whether a media type is one that a pattern such as `application/json`, `text/*` or `*`/`*` stands for. */
export function matchesMedia(pattern: string, mediaType: string): boolean {
  const [type, subtype] = essenceOf(pattern).split("/");
  const [givenType, givenSubtype] = essenceOf(mediaType).split("/");
  return (type === "*" || type === givenType) && (subtype === "*" || subtype === givenSubtype);
}

/** Whether bodies of a media type are JSON texts (RFC 6839, section 3.1). */
export function isJson(mediaType: string): boolean {
  return /^[^/]+\/(?:json|[^/]+\+json)$/.test(essenceOf(mediaType));
}

/** Whether bodies of a media type are forms of names and values. */
export function isForm(mediaType: string): boolean {
  return essenceOf(mediaType) === "application/x-www-form-urlencoded";
}

/** Whether bodies of a media type are one text. */
export function isText(mediaType: string): boolean {
  return essenceOf(mediaType).startsWith("text/") && !isSequence(mediaType);
}
