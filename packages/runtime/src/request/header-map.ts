import { ConfigurationError } from "../errors/configuration-error.js";

/** Headers by name in small letters; null keeps one from being sent. */
export type HeaderMap = Record<string, string | null>;

/**
 * Puts headers over those that are sent. It refuses what a platform's `Headers` would refuse, since their error would show
 * the value.
 *
 * @param headers - Changed.
 * @throws {@link ConfigurationError} naming the header (RFC 9110, section 5.5).
 */
export function putHeaders(headers: Record<string, string>, more: Readonly<HeaderMap>): void {
  for (const name of Object.keys(more)) {
    const value = more[name];
    checkHeader(name, value ?? "");
    if (value === null || value === undefined) delete headers[name];
    else headers[name] = value;
  }
}

/** @throws {@link ConfigurationError} naming the header (RFC 9110, section 5.5). */
export function checkHeader(name: string, value: string): void {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(value)) {
    throw new ConfigurationError(`The header ${JSON.stringify(name)} has characters that cannot be sent`);
  }
}
