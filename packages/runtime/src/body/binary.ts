import { isBytes } from "../request/values.js";
import type { BodyCodec } from "./codec.js";

/** Bytes to send. A stream is never sent twice, so a call with one is not tried again. */
export type BinaryBody = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/**
 * Sends bytes as they are: a Blob, an ArrayBuffer or a view of one, or a stream of bytes, which is never sent twice.
 * The codec throws a TypeError for anything else.
 *
 * @param type - Media type that the document names. For a range such as `image/*` a Blob's own type is sent.
 */
export function binary(type: string = "application/octet-stream"): BodyCodec {
  return (body) => {
    if (body === undefined) return undefined;
    if (!(body instanceof Blob || body instanceof ReadableStream || isBytes(body))) {
      throw new TypeError("The body must be a Blob, bytes or a stream of bytes");
    }
    const own = body instanceof Blob ? body.type : "";
    return { body, type: type.includes("*") ? own || "application/octet-stream" : type };
  };
}
