import type { CallFacts } from "./errors/base.js";
import { ConnectionError } from "./errors/connection-error.js";
import { logMessage, silent } from "./logger.js";
import { wrap, type MiddlewareContext } from "./middleware.js";
import type { Plan } from "./plan.js";
import type { Run } from "./run.js";
import type { SentCredential } from "./security.js";
import { transmit } from "./transport.js";

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
  const { id, method, path: template, api } = operation;
  const context: MiddlewareContext = {
    api,
    operation: id,
    method,
    path: template,
    attempt: facts.attempts,
    logger: settings.logger ?? silent,
    call: total,
    onSettled: (listener) => listeners.push(listener),
  };
  return transmit(
    { method, server, path, query, headers, body, signal },
    wrap(settings.middleware, (request) => fetchOne(run, facts, request, body), context),
  );
}

async function fetchOne(
  { settings }: Run,
  facts: CallFacts,
  request: Request,
  body: unknown,
): Promise<Response> {
  // Taken out of the settings: a browser's fetch refuses to be called as a method of something else.
  const { fetch = globalThis.fetch, logger } = settings;
  const start = Date.now();
  void logMessage(logger, facts, request, { body });
  let response: Response;
  try {
    response = await fetch(request);
  } catch (cause) {
    throw new ConnectionError(facts, cause);
  }
  // A browser hides where a redirect leads behind an answer without a status.
  if (response.status === 0)
    throw new ConnectionError(facts, new TypeError("The service answered with a redirect"));
  void logMessage(logger, facts, response, { duration: Date.now() - start });
  return response;
}
