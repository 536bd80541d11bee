/** Percent-encodes all but the unreserved characters of RFC 3986, section 2.3, which is stricter than encodeURIComponent. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Reserved expansion (RFC 6570, section 3.2.3): reserved characters and percent-encoded triples stay.
 *
 * `#`, `&` and `+` are encoded all the same: in a query the first ends it, the second splits it, and servers read the
 * third as a space. OpenAPI 3.1.1 leaves that to whoever writes the request.
 */
export function encodeReserved(text: string): string {
  // Split by what stays: with a capture, the parts that stay are those at odd places.
  return text
    .split(/(%[\da-f]{2}|[:/?[\]@!$'()*,;=]+)/i)
    .map((part, place) => (place % 2 ? part : encodeURIComponent(part)))
    .join("");
}
