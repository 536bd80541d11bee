import type { Plan } from "../plan.js";

/** Under this many bytes the saving is less than the cost. */
const WORTH_IT = 1024;

/**
 * A request with its body compressed by gzip (RFC 1952): bytes, so that a retry can send them again, or a stream for a
 * stream. It stays as it is when compressing is not worth it or the platform has no CompressionStream.
 */
export async function compressed(plan: Plan): Promise<Plan> {
  const { body, headers } = plan;
  const blob = body instanceof ReadableStream ? undefined : new Blob([body ?? ""]);
  if (
    body === undefined ||
    // What has an encoding already would be wrapped twice and said to be wrapped once.
    headers["content-encoding"] !== undefined ||
    typeof CompressionStream === "undefined" ||
    (blob && blob.size < WORTH_IT)
  )
    return plan;
  const bytes = blob ? blob.stream() : (body as ReadableStream<Uint8Array<ArrayBuffer>>);
  const zipped = bytes.pipeThrough(new CompressionStream("gzip"));
  return {
    ...plan,
    body: blob ? await new Response(zipped).arrayBuffer() : zipped,
    headers: { ...headers, "content-encoding": "gzip" },
  };
}
