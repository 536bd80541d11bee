import { jsonAnswer } from "../answer/json.js";
import { defineApi, type ApiDefinition } from "../api.js";
import { createClient, type Client } from "../client.js";
import { defineOperation, type Operation, type OperationDefinition } from "../operation.js";
import type { ClientOptions, Credential } from "../options.js";
import { basicLogin, bearerToken } from "../security/http.js";
import { cookieKey, headerKey, queryKey } from "../security/key.js";

/** A small API with a key of each kind of place. */
export const api: ApiDefinition = defineApi({
  name: "@sample/parcels",
  version: "1.2.3",
  server: {
    url: "https://api.{region}",
    variables: {
      region: { default: "parcels.test", env: "PARCELS_REGION", values: ["parcels.test", "eu.parcels.test"] },
    },
  },
  security: {
    key: headerKey({ name: "X-Key", option: "apiKey", env: "PARCELS_KEY" }),
    second: headerKey({ name: "X-Second", option: "secondKey", env: "PARCELS_SECOND" }),
    inQuery: queryKey({ name: "api_key", option: "queryKey" }),
    inCookie: cookieKey({ name: "session", option: "cookieKey" }),
    token: bearerToken({ option: "accessToken" }),
    login: basicLogin({ option: "login" }),
  },
});

/** Options as a generated package would type them. */
export interface SampleOptions extends ClientOptions {
  region?: string;
  apiKey?: Credential;
  secondKey?: Credential;
  queryKey?: Credential;
  cookieKey?: Credential;
  accessToken?: Credential;
  login?: Credential;
}

/** A client that is sent to a loopback server and never waits long between attempts. */
export function sampleClient(baseUrl: string, options: SampleOptions = {}): Client<SampleOptions> {
  return createClient<SampleOptions>(api, { retry: { minDelay: 1 }, baseUrl, ...options });
}

/** An operation; what is not given is a safe GET of `/parcels` that answers JSON and needs no key. */
export function sampleOperation<Input = unknown, Data = unknown, Failure = unknown>(
  parts: Partial<OperationDefinition> = {},
): Operation<Input, Data, Failure> {
  return defineOperation({
    api,
    id: "listParcels",
    method: "GET",
    path: "/parcels",
    idempotency: "safe",
    answers: { 200: jsonAnswer },
    ...parts,
  });
}
