import { decoderFor } from "./answer/for-status.js";
import { ConnectionError } from "./errors/connection-error.js";
import { keepSecret } from "./errors/masked.js";
import { logMessage, silent } from "./logger.js";
import { wrap, type MiddlewareContext } from "./middleware.js";
import type { Plan } from "./plan.js";
import type { Run } from "./run.js";
import { urlOf } from "./transport.js";

/** Sends a request that has its credentials through the middleware. */
export function send(
  { operation, settings, raw, listeners, facts }: Run,
  { server, path, query, headers, body }: Plan,
  signal: AbortSignal,
): Promise<Response> {
  const { attempts: attempt, ...origin } = facts;
  const { fetch, logger, middleware } = settings;
  const url = urlOf(server, path, query);
  const init: RequestInit & { duplex?: "half" } = {
    method: operation.method,
    headers,
    signal,
    // Following one would carry key headers to wherever it points: fetch strips only Authorization.
    redirect: "manual",
  };
  if (body !== undefined) init.body = body;
  if (body instanceof ReadableStream) init.duplex = "half";
  const watched = async (request?: Request): Promise<Response> => {
    // Nothing leaves after the end: neither a middleware nor a fetch of the caller's need look at the signal.
    signal.throwIfAborted();
    const start = Date.now();
    if (logger) logMessage(logger, facts, request, { body });
    let response: Response;
    try {
      response = await (fetch && request
        ? fetch(request)
        : globalThis.fetch(request ?? url, request ? {} : init));
    } catch (cause) {
      // Middleware sees what ended the attempt, as the caller does.
      if (signal.aborted) throw signal.reason;
      keepSecret(facts, request?.url ?? url);
      throw new ConnectionError(facts, cause);
    }
    // A browser hides where a redirect leads behind an answer without a status.
    if (response?.status === 0)
      throw new ConnectionError(facts, new TypeError("The service answered with a redirect"));
    if (logger && response) {
      logMessage(logger, facts, response, {
        duration: Date.now() - start,
        body: raw || decoderFor(operation.answers, response)?.unread ? null : undefined,
      });
    }
    return response;
  };
  // Nobody looks at the request. Given one, fetch would make a second from it: a quarter more work.
  if (!fetch && !middleware.length && !logger?.describe) return watched();
  const context: MiddlewareContext = {
    api: operation.api,
    ...origin,
    attempt,
    logger: logger ?? silent,
    call: facts,
    onSettled: (listener) => listeners.push(listener),
  };
  return wrap(middleware, watched, context)(new Request(url, init));
}
