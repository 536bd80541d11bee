import { quietly } from "./quietly.js";

/**
 * The same answer with a body that tells when it is over: read to its end, cancelled or failed. Until then the limits of
 * its call hold; then nothing of them is left.
 *
 * @param signal - Ends the body, also where what sent the request does not look at it. Its reason is the error to throw.
 * @param done - Called once, at once when there is no body.
 * @param failure - Makes the error for a body that breaks off.
 */
export function untilRead(
  response: Response,
  signal: AbortSignal,
  done: () => void,
  failure: (cause: unknown) => unknown,
): Response {
  // Of a status beyond those of HTTP no other answer can be made.
  if (!response.body || response.status > 599) {
    done();
    return response;
  }
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        signal.addEventListener("abort", () => {
          controller.error(signal.reason);
          void quietly(() => reader.cancel(signal.reason));
        });
      },
      async pull(controller) {
        try {
          const { done: ended, value } = await reader.read();
          if (!ended) return controller.enqueue(value);
          done();
          controller.close();
        } catch (cause) {
          done();
          controller.error(signal.aborted ? signal.reason : failure(cause));
        }
      },
      cancel(reason) {
        done();
        return reader.cancel(reason);
      },
    },
    // Nothing is read ahead of the reader.
    { highWaterMark: 0 },
  );
  const copy = new Response(body, response);
  return Object.defineProperty(copy, "url", { value: response.url });
}
