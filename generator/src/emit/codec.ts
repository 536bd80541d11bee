import type { Answer, Body } from "../model/api.ts";
import { lit, objectKey } from "./doors.ts";

/** A function of the runtime that an operation names, and what it is called with, if it has to be called. */
export interface Codec {
  readonly name: string;
  /** As an expression, `""` for a call without one. */
  readonly argument?: string;
}

/** How the body of a request is encoded. An operation imports only its own codec, so that no other is shipped. */
export function bodyCodec(body: Body): Codec {
  switch (body.kind) {
    case "json":
      return isRange(body) || body.mediaType.toLowerCase() === "application/json"
        ? { name: "json" }
        : { name: "jsonAs", argument: lit(body.mediaType) };
    case "form":
    case "multipart":
      return { name: body.kind, argument: encoding(body) };
    case "text":
      return { name: body.kind, argument: isRange(body) ? "" : lit(body.mediaType) };
    case "binary":
      return { name: body.kind, argument: lit(body.mediaType) };
  }
}

/** A range is no Content-Type (RFC 9110, section 8.3.1): what is sent is the plain type of its kind; a Blob has its own. */
function isRange({ mediaType }: Body): boolean {
  return mediaType.includes("*");
}

function encoding(body: Body): string {
  if (body.encoding.size === 0) return "";
  return `{ ${[...body.encoding].map(([name, options]) => `${objectKey(name)}: ${lit(options)}`).join(", ")} }`;
}

const decoders = {
  json: "jsonAnswer",
  text: "textAnswer",
  binary: "blobAnswer",
  none: "none",
  "text-events": "textEvents",
  "json-events": "jsonEvents",
  "json-lines": "jsonLines",
  "json-sequence": "jsonSequence",
} as const;

/** How an answer is decoded. */
export function answerDecoder({ kind, end }: Answer): Codec {
  const name = decoders[kind];
  return kind === "json-events" ? { name, argument: end === undefined ? "" : lit(end) } : { name };
}
