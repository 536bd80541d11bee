import type { CallFacts } from "./errors/base.js";
import { ConnectionError } from "./errors/connection-error.js";
import { quietly } from "./quietly.js";
import type { Scope } from "./scope.js";

/**
 * The same answer with a body that closes the scope when it is over: read to its end, cancelled or failed. Until then the
 * limits of the call hold; then nothing of them is left.
 *
 * @param response - One that has a body.
 * @param scope - Ends the body, also where what sent the request does not look at its signal.
 */
export function untilRead(response: Response, scope: Scope, facts: CallFacts): Response {
  const { signal } = scope;
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
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
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          scope.close();
          controller.close();
        } catch (cause) {
          scope.close();
          controller.error(signal.aborted ? signal.reason : new ConnectionError(facts, cause));
        }
      },
      cancel(reason) {
        scope.close();
        return reader.cancel(reason);
      },
    },
    // Nothing is read ahead of the reader.
    { highWaterMark: 0 },
  );
  const copy = new Response(body, response);
  return Object.defineProperty(copy, "url", { value: response.url });
}
