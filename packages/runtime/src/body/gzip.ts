import type { EncodedBody } from "./codec.js";

/** Under this many bytes the saving is less than the cost. */
const WORTH_IT = 1024;

/**
 * Compresses a body with gzip (RFC 1952).
 *
 * @returns Bytes, so that a retry can send them again; a stream for a stream; `undefined` when it is not worth it or the
 * platform has no CompressionStream, for then it goes out as it is.
 */
export async function compressed(
  body: EncodedBody["body"],
): Promise<ArrayBuffer | ReadableStream<Uint8Array<ArrayBuffer>> | undefined> {
  if (typeof CompressionStream === "undefined") return undefined;
  if (body instanceof ReadableStream) return zip(body);
  const blob = new Blob([body]);
  return blob.size < WORTH_IT ? undefined : new Response(zip(blob.stream())).arrayBuffer();
}

function zip(source: ReadableStream<BufferSource>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return source.pipeThrough(new CompressionStream("gzip"));
}
