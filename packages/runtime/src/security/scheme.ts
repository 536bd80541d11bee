/** Where one credential comes from: a client option and, where there is one, an environment variable. */
export interface CredentialSource {
  /** Name of the client option. */
  readonly option: string;
  /** Environment variable read when the option is not given. */
  readonly env?: string;
}

/** The parts of a request that credentials stand in. */
export interface CredentialPlaces {
  /** By name in small letters. */
  readonly headers: Record<string, string>;
  /** Without its question mark. */
  query: string;
}

/**
 * How a credential travels (OpenAPI 3.1, section 4.8.27, Security Scheme Object). A generated package makes one for each
 * scheme of its document, so the code of the others is not shipped.
 */
export interface SecurityScheme extends CredentialSource {
  /** Name of the parameter of a query that has it. */
  readonly query?: string;
  /**
   * Puts the credential into a request.
   *
   * @returns The text that stands for it there.
   */
  readonly put: (places: CredentialPlaces, secret: string) => string;
}

/** `CredentialSource` of a key with a name of its own: that of a header, of a parameter or of a cookie. */
export interface KeySource extends CredentialSource {
  readonly name: string;
}
