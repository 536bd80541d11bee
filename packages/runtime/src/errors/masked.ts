/** A text without the secrets of the call, should it repeat them. */
export function masked(text: string, secrets: readonly string[]): string {
  // Whatever is shorter is a placeholder of a test, and would be found in ordinary words.
  return secrets.reduce(
    (rest, secret) => (secret.length > 3 ? rest.replaceAll(secret, "[redacted]") : rest),
    text,
  );
}
