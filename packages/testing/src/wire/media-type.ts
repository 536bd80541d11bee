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

/** Of several entries, that of a media type: the most exact one that it falls under (OpenAPI 3.1.1, section 4.8.16.1). */
export function entryOf<Entry extends { readonly mediaType: string }>(
  entries: readonly Entry[],
  mediaType: string,
): Entry | undefined {
  const rank = (entry: Entry): number =>
    plain(entry.mediaType) === plain(mediaType) ? 0 : 1 + essenceOf(entry.mediaType).split("*").length;
  const [best] = entries
    .filter((entry) => matchesMedia(entry.mediaType, mediaType))
    .sort((a, b) => rank(a) - rank(b));
  return best;
}

function plain(mediaType: string): string {
  return mediaType.replaceAll(/\s/g, "").toLowerCase();
}

/** Whether bodies of a media type are JSON texts (RFC 6839, section 3.1). */
export function isJson(mediaType: string): boolean {
  return !isSequence(mediaType) && /^[^/]+\/(?:json|[^/]+\+json)$/.test(essenceOf(mediaType));
}

/** Whether bodies of a media type are forms of names and values. */
export function isForm(mediaType: string): boolean {
  return essenceOf(mediaType) === "application/x-www-form-urlencoded";
}

/** Whether bodies of a media type are one text: what generated clients take and give as a string. */
export function isText(mediaType: string): boolean {
  const isWritten = /^(?:text\/.*|application\/(?:[^/]+\+)?(?:xml|yaml|x-yaml|javascript))$/;
  return isWritten.test(essenceOf(mediaType)) && !isSequence(mediaType) && !isJson(mediaType);
}

/** Whether even a single value stands in such a text in a syntax of its own: a number in XML has an element around it. */
export function isMarkup(mediaType: string): boolean {
  return /[/+](?:xml|yaml|x-yaml)$/.test(essenceOf(mediaType));
}

/** Whether nothing at all is a body of a media type: an empty text or file, a form without fields. */
export function mayBeEmpty(mediaType: string): boolean {
  const isOther = isJson(mediaType) || isMarkup(mediaType) || essenceOf(mediaType).startsWith("multipart/");
  return !isOther;
}
