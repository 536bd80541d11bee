// Test values for the credentials that a document asks for, and where each belongs.
import { type JsonObject, objectOf } from "../docs/json.ts";
import type { Operation } from "@clientwright/testing";

export interface TestCredential {
  /** Name of the security scheme in the document. */
  readonly scheme: string;
  /** Name of the client option. */
  readonly option: string;
  /** Name of the environment variable, for schemes that have one. */
  readonly env: string | undefined;
  /** The secret itself. */
  readonly secret: string;
  /** The header it is sent in. */
  readonly header: readonly [name: string, value: string];
}

/** One credential for each security scheme of the document. Throws Error for a kind of scheme it does not know. */
export function credentialsOf(document: JsonObject): TestCredential[] {
  const schemes = objectOf(objectOf(document["components"])["securitySchemes"]);
  return Object.entries(schemes).map(([scheme, value]) => {
    const definition = objectOf(value);
    const env = definition["x-clientwright-env"];
    const secret = `secret-of-${scheme}-5f1c`;
    return {
      scheme,
      option: String(definition["x-clientwright-option"] ?? scheme),
      env: typeof env === "string" ? env : undefined,
      secret,
      header: headerOf(definition, secret),
    };
  });
}

function headerOf(scheme: JsonObject, secret: string): readonly [string, string] {
  if (scheme["type"] === "apiKey" && scheme["in"] === "header") {
    return [String(scheme["name"]).toLowerCase(), secret];
  }
  const bearer = scheme["type"] === "http" && scheme["scheme"] === "bearer";
  if (bearer || scheme["type"] === "oauth2" || scheme["type"] === "openIdConnect") {
    return ["authorization", `Bearer ${secret}`];
  }
  throw new Error(`No test credential for a security scheme like ${JSON.stringify(scheme)}`);
}

/** The alternatives of an operation, each with the credentials it needs together. */
export function alternativesOf(
  { security }: Operation,
  credentials: readonly TestCredential[],
): TestCredential[][] {
  return security.map((alternative) => credentials.filter(({ scheme }) => alternative.includes(scheme)));
}

/** Client options that give these credentials. */
export function asOptions(credentials: readonly TestCredential[]): Record<string, string> {
  return Object.fromEntries(credentials.map(({ option, secret }) => [option, secret]));
}

/** The headers these credentials are sent in. */
export function asHeaders(credentials: readonly TestCredential[]): Record<string, string> {
  return Object.fromEntries(credentials.map(({ header }) => header));
}
