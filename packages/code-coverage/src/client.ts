// Generated from spec/code-coverage/openapi.yaml by clientwright. Do not edit: change the document and generate again.
import {
  bearerToken,
  createClient as runtimeCreateClient,
  defineApi,
  headerKey,
  type ApiDefinition,
  type Client,
  type ClientOptions as RuntimeClientOptions,
  type Credential,
} from "@clientwright/runtime";

/** What the document says of the service as a whole. Every operation of this package refers to it. */
export const api: ApiDefinition = /* @__PURE__ */ defineApi({
  name: "@clientwright/code-coverage",
  version: "0.1.0",
  server: {
    url: "https://api.{site}",
    variables: {
      site: {
        default: "datadoghq.com",
        env: "DD_SITE",
        values: [
          "datadoghq.com",
          "us3.datadoghq.com",
          "us5.datadoghq.com",
          "datadoghq.eu",
          "ap1.datadoghq.com",
          "ap2.datadoghq.com",
          "ddog-gov.com",
          "uk1.datadoghq.com",
          "us2.ddog-gov.com",
        ],
      },
    },
  },
  security: {
    apiKeyAuth: /* @__PURE__ */ headerKey({ name: "DD-API-KEY", option: "apiKey", env: "DD_API_KEY" }),
    appKeyAuth: /* @__PURE__ */ headerKey({
      name: "DD-APPLICATION-KEY",
      option: "appKey",
      env: "DD_APP_KEY",
    }),
    AuthZ: /* @__PURE__ */ bearerToken({ option: "accessToken" }),
  },
});

/** Options of `createClient`: those of every client, and what this service asks for. */
export interface ClientOptions extends RuntimeClientOptions {
  /**
   * Domain of the site, without `api.` or `app.` in front. New sites appear over time, so any host name
   * is taken.
   *
   * Known values: `datadoghq.com`, `us3.datadoghq.com`, `us5.datadoghq.com`, `datadoghq.eu`, `ap1.datadoghq.com`, `ap2.datadoghq.com`, `ddog-gov.com`, `uk1.datadoghq.com`, `us2.ddog-gov.com`; others are allowed.
   *
   * @defaultValue the environment variable `DD_SITE`, or `datadoghq.com`
   */
  site?:
    | "datadoghq.com"
    | "us3.datadoghq.com"
    | "us5.datadoghq.com"
    | "datadoghq.eu"
    | "ap1.datadoghq.com"
    | "ap2.datadoghq.com"
    | "ddog-gov.com"
    | "uk1.datadoghq.com"
    | "us2.ddog-gov.com"
    | (string & {})
    | undefined;
  /**
   * API key of the organization that owns the data.
   *
   * @defaultValue the environment variable `DD_API_KEY`
   */
  apiKey?: Credential | undefined;
  /**
   * Application key of a user or a service account. It carries the permissions that reading needs.
   *
   * @defaultValue the environment variable `DD_APP_KEY`
   */
  appKey?: Credential | undefined;
  /**
   * OAuth 2.0 access token, sent as a bearer token. It stands in for both keys where an operation allows
   * it.
   */
  accessToken?: Credential | undefined;
}

/**
 * Makes a client. It can be shared by all packages of the same service.
 *
 * @param options - Credentials, server and the defaults of every call.
 */
export function createClient(options: ClientOptions = {}): Client<ClientOptions> {
  return runtimeCreateClient(api, options);
}
