import type { Content } from "../document/operation.js";
import { follow } from "../document/references.js";
import { isObject, type JsonObject, valueAt } from "../json.js";
import { entryOf, matchesMedia } from "../wire/media-type.js";

/** The media type of an answer: the entry of the document that describes it, and what its Content-Type is. */
export interface Negotiated {
  readonly documented: string | undefined;
  readonly mediaType: string;
}

/**
 * Chooses among the documented media types (RFC 9110, section 12.5.1).
 *
 * @param given - The Content-Type that a test has set.
 */
export function negotiated(
  document: JsonObject,
  contents: readonly Content[],
  accept: string,
  given: string | undefined,
): Negotiated {
  const named = given === undefined ? undefined : entryOf(contents, given);
  if (named !== undefined && given !== undefined) return { documented: named.mediaType, mediaType: given };
  const ranges = rangesOf(accept);
  const [content] = [
    ...ranges.flatMap((range) => contents.find(({ mediaType }) => meet(mediaType, range)) ?? []),
    ...contents,
  ];
  if (content === undefined) return { documented: undefined, mediaType: "application/json" };
  const { mediaType: documented } = content;
  const asked = ranges.find((range) => !range.includes("*") && matchesMedia(documented, range));
  return {
    documented,
    mediaType: documented.includes("*") ? (asked ?? oneOf(document, content)) : documented,
  };
}

function meet(type: string, range: string): boolean {
  return matchesMedia(range, type) || matchesMedia(type, range);
}

/** What is asked for, without parameters, the most wanted first. */
function rangesOf(accept: string): readonly string[] {
  return accept
    .split(",")
    .map((range) => ({
      range: (range.split(";")[0] ?? "").trim(),
      weight: Number(/;\s*q=([\d.]+)/i.exec(range)?.[1] ?? 1),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ range }) => range);
}

const usual: Readonly<Record<string, string>> = {
  "*": "application/json",
  application: "application/json",
  text: "text/plain",
  image: "image/png",
  audio: "audio/mpeg",
  video: "video/mp4",
  font: "font/woff2",
};

/** A media type of a documented range, for an answer has one and no range. Of any at all, clients expect JSON or bytes. */
function oneOf(document: JsonObject, { mediaType: range, schema }: Content): string {
  const bytes = "application/octet-stream";
  if (matchesMedia(range, bytes) && isBinary(document, schema)) return bytes;
  return usual[range.split("/")[0]?.trim().toLowerCase() ?? ""] ?? range;
}

/** Whether a schema stands for bytes (OpenAPI 3.0.4, section 4.7.14.2). */
function isBinary(document: JsonObject, schema: string | undefined): boolean {
  return (
    schema !== undefined &&
    isObject(valueAt(document, schema)) &&
    follow(document, schema).value["format"] === "binary"
  );
}
