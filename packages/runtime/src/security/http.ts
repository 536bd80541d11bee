import type { CredentialSource, SecurityScheme } from "./scheme.js";

/** A token sent as `Authorization: Bearer …` (RFC 6750); also stands for OAuth 2 and OpenID Connect. */
export function bearerToken(source: CredentialSource): SecurityScheme {
  return {
    ...source,
    put({ headers }, secret) {
      headers["authorization"] = `Bearer ${secret}`;
      return secret;
    },
  };
}

/** `user:password` sent as `Authorization: Basic …` (RFC 7617). */
export function basicLogin(source: CredentialSource): SecurityScheme {
  return {
    ...source,
    put({ headers }, secret) {
      // btoa takes one byte a character; a password may have any.
      const sent = btoa(String.fromCharCode(...new TextEncoder().encode(secret)));
      headers["authorization"] = `Basic ${sent}`;
      return sent;
    },
  };
}
