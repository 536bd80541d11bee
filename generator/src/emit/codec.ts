import type { Answer, Body } from "../model/api.ts";
import { lit, objectKey } from "./doors.ts";

/** A value of the runtime that an operation names, and the expression that uses it. */
export interface RuntimeValue {
  readonly imported: string;
  readonly expression: string;
}

/** How the body of a request is encoded. An operation imports only its own codec, so that no other is shipped. */
export function bodyCodec(body: Body): RuntimeValue {
  switch (body.kind) {
    case "json":
      return body.mediaType.toLowerCase() === "application/json"
        ? { imported: "json", expression: "json" }
        : { imported: "jsonAs", expression: `jsonAs(${lit(body.mediaType)})` };
    case "form":
      return { imported: "form", expression: `form(${encoding(body)})` };
    case "multipart":
      return { imported: "multipart", expression: `multipart(${encoding(body)})` };
    case "text":
      return { imported: "text", expression: `text(${lit(body.mediaType)})` };
    case "binary":
      return { imported: "binary", expression: `binary(${lit(body.mediaType)})` };
  }
}

function encoding(body: Body): string {
  if (body.encoding.size === 0) return "";
  return `{ ${[...body.encoding].map(([name, options]) => `${objectKey(name)}: ${lit(options)}`).join(", ")} }`;
}

const decoders = {
  json: "jsonAnswer",
  text: "textAnswer",
  binary: "blobAnswer",
  stream: "streamAnswer",
  none: "none",
} as const;

/** How an answer is decoded. */
export function answerDecoder(answer: Answer): RuntimeValue {
  const name = decoders[answer.kind];
  return { imported: name, expression: name };
}
