/**
 * The same answer with a body that tells when it is over: read to its end, cancelled or failed. Until then the limits of
 * its call hold; then nothing of them is left.
 *
 * @param done - Called once, at once when there is no body.
 * @param failure - Makes the error that a reader of the body sees.
 */
export function untilRead(
  response: Response,
  done: () => void,
  failure: (cause: unknown) => unknown,
): Response {
  if (!response.body) {
    done();
    return response;
  }
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done: ended, value } = await reader.read();
          if (!ended) return controller.enqueue(value);
          done();
          controller.close();
        } catch (cause) {
          done();
          controller.error(failure(cause));
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
