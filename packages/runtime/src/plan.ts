import type { SecurityScheme } from "./api.js";
import type { EncodedBody } from "./body/codec.js";
import { compressed } from "./body/gzip.js";
import type { ClientState } from "./client.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import type { OperationDefinition } from "./operation.js";
import type { CallSettings } from "./options.js";
import { checkHeaders, writeHeaders, type HeaderMap } from "./request/header.js";
import { writePath } from "./request/path.js";
import { writeQuery } from "./request/query.js";
import { chooseSecurity } from "./security.js";
import { resolveServer } from "./server.js";
import { userAgent } from "./user-agent.js";

/** All of a request that is the same in each attempt. */
export interface Plan {
  readonly operation: OperationDefinition;
  readonly server: string;
  readonly path: string;
  readonly query: string;
  readonly headers: HeaderMap;
  readonly body: EncodedBody["body"] | undefined;
  /** The credentials to ask for in each attempt. */
  readonly security: readonly SecurityScheme[];
}

/**
 * Works out a request from the operation, the client and the input, and finds every mistake that can be found before
 * anything is sent.
 */
export async function makePlan(
  operation: OperationDefinition,
  { api: home, options }: ClientState,
  input: unknown,
  settings: CallSettings,
): Promise<Plan> {
  const { api, params = [] } = operation;
  const given: Readonly<Record<string, unknown>> = { ...options };
  if (home.server.url !== api.server.url) {
    // Its base URL and keys belong to another service, which this operation must not send them to.
    throw new ConfigurationError(
      `A client of ${home.name} (${home.server.url}) cannot call ${api.name} (${api.server.url}): make one with the createClient of that package`,
    );
  }
  const server = resolveServer(operation.server ?? api.server, options.baseUrl, given);
  const security = chooseSecurity(operation.security ?? [], api.security ?? {}, given);
  const path = writePath(operation.path, params, input);
  const query = writeQuery(params, input);
  const encoded = operation.body?.(bodyOf(input, params.length > 0));
  const agent = userAgent(api, settings.userAgent);
  const headers: HeaderMap = {
    accept: operation.accept ?? "application/json",
    ...(agent !== undefined && { "user-agent": agent }),
    ...(encoded && { "content-type": encoded.type }),
    ...writeHeaders(params, input),
    ...settings.headers,
  };
  checkHeaders(headers);
  const zipped = settings.compress === "gzip" && encoded ? await compressed(encoded.body) : undefined;
  if (zipped) headers["content-encoding"] = "gzip";
  return { operation, server, path, query, headers, body: zipped ?? encoded?.body, security };
}

function bodyOf(input: unknown, besideParameters: boolean): unknown {
  if (!besideParameters) return input;
  if (typeof input !== "object" || input === null || !Object.hasOwn(input, "body")) return undefined;
  return Reflect.get(input, "body");
}
