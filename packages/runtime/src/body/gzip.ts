import type { Plan } from "../plan.js";

/** Under this many bytes the saving is less than the cost. */
const WORTH_IT = 1024;

/**
 * A request with its body compressed by gzip (RFC 1952): bytes, so that a retry can send them again, or a stream for a
 * stream. It stays as it is when compressing is not worth it or the platform has no CompressionStream.
 */
export async function compressed(plan: Plan): Promise<Plan> {
  const { body, headers } = plan;
  const isStream = body instanceof ReadableStream;
  if (
    body === undefined ||
    // What has an encoding already would be wrapped twice and said to be wrapped once.
    headers["content-encoding"] !== undefined ||
    typeof CompressionStream === "undefined" ||
    (!isStream && new Blob([body]).size < WORTH_IT)
  )
    return plan;
  const zipped = new Response(body).body?.pipeThrough(new CompressionStream("gzip"));
  return {
    ...plan,
    body: isStream ? zipped : await new Response(zipped).arrayBuffer(),
    headers: { ...headers, "content-encoding": "gzip" },
  };
}
