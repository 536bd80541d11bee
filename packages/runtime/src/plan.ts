import type { EncodedBody } from "./body/codec.js";
import type { ClientState } from "./client.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import type { RunnableOperation } from "./operation.js";
import type { CallSettings } from "./options.js";
import type { PlacedInput } from "./request/place.js";
import { sendable } from "./request/header-map.js";
import { chooseSecurity } from "./security/choose.js";
import type { SecurityScheme } from "./security/scheme.js";
import { resolveServer } from "./server.js";
import { userAgent } from "./user-agent.js";

/** All of a request that is the same in each attempt. */
export interface Plan {
  readonly server: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: EncodedBody["body"] | undefined;
  /** The credentials to ask for in each attempt. */
  readonly security: readonly SecurityScheme[];
}

/**
 * Works out a request from the operation, the client and the input, and finds every mistake that can be found before
 * anything is sent.
 */
export function makePlan(
  operation: RunnableOperation,
  { api: home, settings: own }: ClientState,
  input: unknown,
  settings: CallSettings,
): Plan {
  const { api } = operation;
  if (home.server.url !== api.server.url) {
    // Its base URL and keys belong to another service, which this operation must not send them to.
    throw new ConfigurationError(
      `A client of ${home.name} (${home.server.url}) cannot call ${api.name} (${api.server.url}): use the createClient of that package`,
    );
  }
  const server = resolveServer(operation.server ?? api.server, own.baseUrl, own);
  const security = chooseSecurity(operation.security ?? [], api.security ?? {}, own);
  const placed: PlacedInput = operation.place?.(input, server) ?? {
    path: operation.path,
    query: "",
    headers: {},
    body: input,
  };
  const encoded = operation.body?.(placed.body);
  return {
    server,
    ...placed,
    headers: sendable({
      accept: operation.accept ?? "application/json",
      "user-agent": userAgent(api, settings.userAgent),
      "content-type": encoded?.type,
      ...placed.headers,
      ...settings.headers,
    }),
    body: encoded?.body,
    security,
  };
}
