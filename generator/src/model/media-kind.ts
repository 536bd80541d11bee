import { child, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { AnswerKind, BodyKind } from "./api.ts";
import { isBinary } from "./byte-places.ts";
import { isStream, streamKind } from "./stream.ts";

export function bodyKind(mediaType: string): BodyKind {
  if (isJson(mediaType)) return "json";
  if (/^application\/x-www-form-urlencoded/i.test(mediaType)) return "form";
  if (/^multipart\//i.test(mediaType)) return "multipart";
  return isText(mediaType) ? "text" : "binary";
}

export function answerKind(mediaType: string): Exclude<AnswerKind, "none"> {
  const stream = streamKind(mediaType);
  if (stream !== undefined) return stream;
  if (isJson(mediaType)) return "json";
  return isText(mediaType) ? "text" : "binary";
}

/** The media type by which a body is understood: of a range only the schema tells whether bytes are meant. */
export function meantType(reader: Reader, mediaType: string, media: SpecNode): string {
  const schema = reader.follow(child(media, "schema"));
  return mediaType.includes("*") && schema !== undefined && isBinary(schema)
    ? "application/octet-stream"
    : mediaType;
}

/** What is typed best comes first: a body as a whole, then its items as they arrive. */
export function preference(kind: AnswerKind | BodyKind): number {
  return isStream(kind) ? 3 : ["json", "form", "multipart", "stream", "text", "binary"].indexOf(kind);
}

/** `application/json`, `application/vnd.api+json; charset=utf-8` and the like (RFC 6839). */
function isJson(mediaType: string): boolean {
  return (
    /^[\w.+-]+\/([\w.+-]*\+)?json\s*(;|$)/i.test(mediaType) || /^(\*\/\*|application\/\*)/.test(mediaType)
  );
}

function isText(mediaType: string): boolean {
  return /^text\/|^application\/([\w.+-]*\+)?(xml|yaml|x-yaml|javascript)\s*(;|$)/i.test(mediaType);
}
