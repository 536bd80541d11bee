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
  const find = (holds: (source: CredentialSource) => unknown): readonly string[] | undefined =>
    alternatives.find((names) => names.length && names.every((name) => holds(schemeOf(name))));
  const schemeOf = (name: string): SecurityScheme => schemes[name] as SecurityScheme;
  const chosen =
    find(({ option }) => isGiven(options[option])) ??
    find(({ option, env }) => isGiven(options[option]) || readEnvironment(env));
  if (chosen) return chosen.map(schemeOf);
  if (!alternatives.length || alternatives.some((names) => !names.length)) return [];
  const ways = alternatives.map((names) => names.map((name) => nameOf(schemeOf(name))).join(" and "));
  throw new ConfigurationError(`A credential is missing: give ${ways.join(", or ")}`);
}

/** Whether an option says where its credential is. */
export function isGiven(source: unknown): boolean {
  return source !== undefined && source !== null && source !== "";
}

/** How a message names a credential. */
export function nameOf({ option, env }: CredentialSource): string {
  return `the option ${option}${hintOf(env)}`;
}
