import { child, nodeKey, type SpecNode } from "../load/node.ts";
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
  return mediaType.includes("*") && isBytes(reader, child(media, "schema"))
    ? "application/octet-stream"
    : mediaType;
}

/** Whether a schema is bytes: itself, by a reference, or by the only member of its `allOf`, as many write a reference. */
function isBytes(reader: Reader, node: SpecNode | undefined): boolean {
  const met = new Set<string>();
  for (let at = reader.follow(node); at !== undefined && !met.has(nodeKey(at));) {
    if (isBinary(at)) return true;
    met.add(nodeKey(at));
    const all = child(at, "allOf");
    if (!Array.isArray(all?.value) || all.value.length !== 1) return false;
    at = reader.follow(child(all, 0));
  }
  return false;
}

/** Whether an object has a property that is bytes, or a list of them: only multipart can send it as such. */
export function hasBytes(reader: Reader, media: SpecNode): boolean {
  const schema = reader.follow(child(media, "schema"));
  const properties = schema && child(schema, "properties");
  return reader.members(properties).some(([, property]) => {
    const followed = reader.follow(property);
    return isBytes(reader, followed) || isBytes(reader, followed && child(followed, "items"));
  });
}

/** What is typed best comes first: a body as a whole, then its items as they arrive. What would have bytes as text comes after multipart. */
export function preference(kind: AnswerKind | BodyKind, hasBytesIn: () => boolean): number {
  if (isStream(kind)) return 3;
  if ((kind === "json" || kind === "form") && hasBytesIn()) return 2.5;
  return ["json", "form", "multipart", "stream", "text", "binary"].indexOf(kind);
}

/** `application/json`, `application/vnd.api+json; charset=utf-8` and the like (RFC 6839). */
function isJson(mediaType: string): boolean {
  return (
    /^[\w.+-]+\/([\w.*+-]*\+)?json\s*(;|$)/i.test(mediaType) ||
    /^(\*|application)\/\*\s*(;|$)/i.test(mediaType)
  );
}

function isText(mediaType: string): boolean {
  return /^text\/|^application\/([\w.*+-]*\+)?(xml|yaml|x-yaml|javascript)\s*(;|$)/i.test(mediaType);
}
