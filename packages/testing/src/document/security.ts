import { type JsonObject, objectOf, step } from "../json.js";
import { follow } from "./references.js";

/** Where a credential is sent. */
export interface SecurityScheme {
  readonly name: string;
  readonly in: "header" | "query" | "cookie";
  /** Name of the header (in small letters), query parameter or cookie. */
  readonly parameter: string;
  /** What stands before the secret: `Bearer`, `Basic`. */
  readonly prefix: string | undefined;
}

/** The schemes of a document by name. One that is not sent in a header, query or cookie, such as mutual TLS, is left out. */
export function readSchemes(document: JsonObject): ReadonlyMap<string, SecurityScheme> {
  const all = objectOf(objectOf(document["components"])["securitySchemes"]);
  return new Map(
    Object.keys(all).flatMap((name): [string, SecurityScheme][] => {
      const { value } = follow(document, step("/components/securitySchemes", name));
      const scheme = schemeOf(name, value);
      return scheme === undefined ? [] : [[name, scheme]];
    }),
  );
}

// OpenAPI 3.1.1, Security Scheme Object; RFC 6750, section 2.1; RFC 7617, section 2.
function schemeOf(
  name: string,
  { type, in: place, name: parameter, scheme }: JsonObject,
): SecurityScheme | undefined {
  if (type === "apiKey" && (place === "header" || place === "query" || place === "cookie")) {
    const text = String(parameter);
    return { name, in: place, parameter: place === "header" ? text.toLowerCase() : text, prefix: undefined };
  }
  if (type === "oauth2" || type === "openIdConnect") return authorization(name, "Bearer");
  if (type === "http") return authorization(name, String(scheme));
  return undefined;
}

function authorization(name: string, prefix: string): SecurityScheme {
  return { name, in: "header", parameter: "authorization", prefix };
}
