import type { SecurityScheme } from "./api.js";
import { readEnvironment } from "./environment.js";
import { ConfigurationError } from "./errors/configuration-error.js";

/** The place and value of one credential in a request. */
export interface SentCredential {
  readonly in: "header" | "query" | "cookie";
  /** Header names are in small letters. */
  readonly name: string;
  readonly value: string;
  /** The credential as it was given, in whatever form it is sent. */
  readonly secret: string;
}

/** Schemes by name. */
export type Schemes = Readonly<Record<string, SecurityScheme>>;

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
  schemes: Schemes,
  options: Readonly<Record<string, unknown>>,
): readonly SecurityScheme[] {
  const all = alternatives.map((names) => names.flatMap((name) => schemes[name] ?? []));
  const real = all.filter((needed) => needed.length > 0);
  const chosen =
    real.find((needed) => needed.every(({ option }) => given(options[option]))) ??
    real.find((needed) => needed.every(({ option, env }) => given(options[option]) || readEnvironment(env)));
  if (chosen) return chosen;
  if (real.length < all.length || real.length === 0) return [];
  const ways = real.map((needed) => needed.map(nameOf).join(" and "));
  throw new ConfigurationError(`A credential is missing: give ${ways.join(", or ")}`);
}

/**
 * Asks for the values of the chosen credentials and puts them in the form they are sent in.
 *
 * @throws {@link ConfigurationError} when a function fails, or a value is empty or cannot be sent. It never has the value.
 */
export async function readCredentials(
  chosen: readonly SecurityScheme[],
  options: Readonly<Record<string, unknown>>,
): Promise<SentCredential[]> {
  const sent: SentCredential[] = [];
  for (const scheme of chosen) sent.push(inPlace(scheme, await read(scheme, options)));
  return sent;
}

async function read(scheme: SecurityScheme, options: Readonly<Record<string, unknown>>): Promise<string> {
  const source = options[scheme.option];
  let value: unknown;
  try {
    value = given(source)
      ? await (typeof source === "function" ? source() : source)
      : readEnvironment(scheme.env);
  } catch (cause) {
    throw new ConfigurationError(`The function given as option ${scheme.option} failed`, undefined, {
      cause,
    });
  }
  // The end of a line comes along when a key is read from a file.
  const text = typeof value === "string" ? value.trim() : "";
  if (text === "") throw new ConfigurationError(`A credential is missing: give ${nameOf(scheme)}`);
  if (scheme.type !== "basic" && /[^\x20-\x7e]/.test(text)) {
    throw new ConfigurationError(`The value of ${nameOf(scheme)} has characters that cannot be sent`);
  }
  return text;
}

function inPlace(scheme: SecurityScheme, secret: string): SentCredential {
  switch (scheme.type) {
    case "apiKey":
      return {
        in: scheme.in,
        name: scheme.in === "header" ? scheme.name.toLowerCase() : scheme.name,
        value: scheme.in === "header" ? secret : encodeURIComponent(secret),
        secret,
      };
    case "bearer":
      return { in: "header", name: "authorization", value: `Bearer ${secret}`, secret };
    case "basic":
      return { in: "header", name: "authorization", value: `Basic ${base64(secret)}`, secret };
  }
}

// btoa takes one byte a character; a password may have any.
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function given(source: unknown): boolean {
  return source !== undefined && source !== null && source !== "";
}

function nameOf({ option, env }: SecurityScheme): string {
  return `the option ${option}${env === undefined ? "" : ` (environment: ${env})`}`;
}
