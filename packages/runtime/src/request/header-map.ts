import { ConfigurationError } from "../errors/configuration-error.js";

/** Headers by name in small letters; null keeps one from being sent. */
export type HeaderMap = Record<string, string | null>;

/**
 * The headers that have a value. It refuses what a platform's `Headers` would refuse, since their error would show the
 * value.
 *
 * @throws {@link ConfigurationError} naming the header (RFC 9110, section 5.5).
 */
export function sendable(
  headers: Readonly<Record<string, string | null | undefined>>,
): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(value ?? ""))
      throw new ConfigurationError(`The header ${JSON.stringify(name)} has characters that cannot be sent`);
    if (value !== null && value !== undefined) sent[name] = value;
  }
  return sent;
}
