import type { SecurityScheme } from "./security/scheme.js";

/**
 * What a generated package says about its API as a whole. All of it is from the OpenAPI document: the runtime knows no
 * host, header or environment variable of its own.
 */

/** One variable of a server URL template (OpenAPI 3.1, section 4.8.6, Server Variable Object). */
export interface ServerVariable {
  /** Used when neither the client option of the same name nor the environment gives a value. */
  readonly default: string;
  /** Environment variable that supplies the value. */
  readonly env?: string;
  /** Known values. Other values are allowed; these are shown when one is refused. */
  readonly values?: readonly string[];
}

/** Where an API answers (OpenAPI 3.1, section 4.8.5, Server Object). */
export interface ServerDefinition {
  /** URL template, such as `https://api.{site}`. */
  readonly url: string;
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

/** The data of one API, shared by all operations of its package. */
export interface ApiDefinition {
  /** npm name of the generated package; its last part is sent in the user agent. */
  readonly name: string;
  /** Version of the generated package; sent in the user agent. */
  readonly version: string;
  readonly server: ServerDefinition;
  /** Security schemes by name. */
  readonly security?: Readonly<Record<string, SecurityScheme>>;
}

/** Declares an API. It gives back what it got: the call marks the place and checks the type. */
export function defineApi(definition: ApiDefinition): ApiDefinition {
  return definition;
}
