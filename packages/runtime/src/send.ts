import type { CallFacts } from "./errors/base.js";
import { ConnectionError } from "./errors/connection-error.js";
import { logMessage, silent } from "./logger.js";
import { wrap, type MiddlewareContext } from "./middleware.js";
import type { Fetch } from "./options.js";
import type { Plan } from "./plan.js";
import type { Run } from "./run.js";
import type { SentCredential } from "./security.js";
import { compose } from "./transport.js";

interface SentRequest {
  readonly request: Request;
  readonly body: unknown;
}

/** Puts the credentials into the request and sends it through the middleware. */
export function send(
  run: Run,
  plan: Plan,
  facts: CallFacts,
  credentials: readonly SentCredential[],
  signal: AbortSignal,
): Promise<Response> {
  const { operation, settings, listeners, total } = run;
  const { server, path, body } = plan;
  const headers = { ...plan.headers };
  let { query } = plan;
  for (const { in: place, name, value } of credentials) {
    const pair = `${encodeURIComponent(name)}=${value}`;
    if (place === "header") headers[name] = value;
    else if (place === "query") query += `${query && "&"}${pair}`;
    else headers["cookie"] = headers["cookie"] ? `${headers["cookie"]}; ${pair}` : pair;
  }
  const { method } = operation;
  const { url, init } = compose({ method, server, path, query, headers, body, signal });
  const { fetch, logger, middleware } = settings;
  if (!fetch && !middleware.length && !logger?.describe) {
    // Nobody looks at the request. Given one, fetch would make a second from it: a quarter more work.
    return watched(run, facts, () => globalThis.fetch(url, init));
  }
  const context: MiddlewareContext = {
    api: operation.api,
    operation: operation.id,
    method,
    path: operation.path,
    attempt: facts.attempts,
    logger: logger ?? silent,
    call: total,
    onSettled: (listener) => listeners.push(listener),
  };
  const last: Fetch = (request) =>
    watched(run, facts, () => (fetch ?? globalThis.fetch)(request), { request, body });
  return wrap(middleware, last, context)(new Request(url, init));
}

/** Sends, tells the logger, and turns what fetch throws into our error. */
async function watched(
  { settings: { logger } }: Run,
  facts: CallFacts,
  go: () => Promise<Response>,
  sent?: SentRequest,
): Promise<Response> {
  const start = Date.now();
  void logMessage(logger, facts, sent?.request, { body: sent?.body });
  let response: Response;
  try {
    response = await go();
  } catch (cause) {
    throw new ConnectionError(facts, cause);
  }
  // A browser hides where a redirect leads behind an answer without a status.
  if (response.status === 0) {
    throw new ConnectionError(facts, new TypeError("The service answered with a redirect"));
  }
  void logMessage(logger, facts, response, { duration: Date.now() - start });
  return response;
}
