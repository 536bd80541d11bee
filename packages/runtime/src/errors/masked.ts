import type { CallFacts } from "./base.js";

// Beside the facts, not among them: whoever shows or copies an error's facts never has them.
const secretsOf = new WeakMap<CallFacts, Set<string>>();

/** Remembers what no text of an error of this call may repeat, of each attempt: a service may tell of an earlier one. */
export function keepSecret(facts: CallFacts, ...secrets: readonly string[]): void {
  secretsOf.set(facts, new Set([...(secretsOf.get(facts) ?? []), ...secrets]));
}

/** A text without the secrets of the call, should it repeat them as they are, as a URL writes them, or a password alone. */
export function masked<Text extends string | undefined>(text: Text, facts: CallFacts): Text;
export function masked(text: string | undefined, facts: CallFacts): string | undefined {
  return (
    [...(secretsOf.get(facts) ?? [])]
      .flatMap((secret) => [
        secret,
        secret.replace(/^[^:]*:/, ""),
        ...(/[^\x20-\x7e]/.test(secret) ? [] : [encodeURIComponent(secret)]),
      ])
      // Whatever is shorter is a placeholder of a test, and would be found in ordinary words.
      .filter((secret) => secret.length > 3)
      // One may begin with another.
      .sort((one, other) => other.length - one.length)
      .reduce((rest, secret) => rest?.replaceAll(secret, "[redacted]"), text)
  );
}
