import { hintOf, readEnvironment } from "../environment.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { CredentialSource, SecurityScheme } from "./scheme.js";

/**
 * Chooses which of an operation's security alternatives is used (OpenAPI 3.1, section 4.8.30): the first that the
 * client's options satisfy alone, else the first that options and environment satisfy together, else none at all if
 * the operation may be called without. Options come first so that a token given in code beats keys that happen to be
 * in the environment.
 *
 * @throws {@link ConfigurationError} naming the options and variables, when no alternative is satisfied.
 */
export function chooseSecurity(
  alternatives: readonly (readonly string[])[],
  schemes: Readonly<Record<string, SecurityScheme>>,
  options: Readonly<Record<string, unknown>>,
): readonly SecurityScheme[] {
  const ways = alternatives.map((names) => names.map((name) => schemes[name] as SecurityScheme));
  const find = (holds: (source: CredentialSource) => boolean): readonly SecurityScheme[] | undefined =>
    ways.find((way) => way.length && way.every(holds));
  const chosen =
    find(({ option }) => isGiven(options[option])) ??
    find((source) => isGiven(sourceOf(source, options))) ??
    ways.find((way) => !way.length);
  if (chosen || !ways.length) return chosen ?? [];
  throw new ConfigurationError(
    `A credential is missing: give ${ways.map((way) => way.map(nameOf).join(" and ")).join(", or ")}`,
  );
}

/** What gives a credential: its option, else its variable. */
export function sourceOf(
  { option, env }: CredentialSource,
  options: Readonly<Record<string, unknown>>,
): unknown {
  const given = options[option];
  return isGiven(given) ? given : readEnvironment(env);
}

function isGiven(source: unknown): boolean {
  return (source ?? "") !== "";
}

/** How a message names a credential. */
export function nameOf({ option, env }: CredentialSource): string {
  return `the option ${option}${hintOf(env)}`;
}
