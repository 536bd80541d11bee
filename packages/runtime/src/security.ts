import type { SecurityScheme } from "./api.js";
import { readEnvironment } from "./environment.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import type { Plan } from "./plan.js";

/** What a request carries with its credentials in it. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  /** The credentials as they were given and as they are sent: what no text of an error may repeat. */
  readonly secrets: readonly string[];
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
  const real = all.filter((needed) => needed.length);
  const chosen =
    real.find((needed) => needed.every(({ option }) => given(options[option]))) ??
    real.find((needed) => needed.every(({ option, env }) => given(options[option]) || readEnvironment(env)));
  if (chosen) return chosen;
  if (real.length < all.length || !all.length) return [];
  const ways = real.map((needed) => needed.map(nameOf).join(" and "));
  throw new ConfigurationError(`A credential is missing: give ${ways.join(", or ")}`);
}

/**
 * Asks for the values of the chosen credentials and puts them into the headers and the query of a plan.
 *
 * @throws {@link ConfigurationError} when a function fails, or a value is empty or cannot be sent. It never has the value.
 */
export async function authorize(
  { headers: planned, query: rest, security }: Plan,
  options: Readonly<Record<string, unknown>>,
  operation: string,
): Promise<Credentials> {
  const headers = { ...planned };
  let query = rest;
  const secrets: string[] = [];
  for (const scheme of security) {
    const secret = await read(scheme, options[scheme.option], operation);
    const { type } = scheme;
    const sent = type === "basic" ? base64(secret) : secret;
    secrets.push(secret, sent);
    if (type !== "apiKey") headers["authorization"] = `${type === "basic" ? "Basic" : "Bearer"} ${sent}`;
    else if (scheme.in === "header") headers[scheme.name.toLowerCase()] = sent;
    else {
      const pair = `${encodeURIComponent(scheme.name)}=${encodeURIComponent(sent)}`;
      secrets.push(encodeURIComponent(sent));
      if (scheme.in === "query") query += `${query && "&"}${pair}`;
      else headers["cookie"] = headers["cookie"] ? `${headers["cookie"]}; ${pair}` : pair;
    }
  }
  // Whatever is shorter is a placeholder of a test, and would be found in ordinary words.
  return { headers, query, secrets: secrets.filter((text) => text.length > 3) };
}

async function read(scheme: SecurityScheme, source: unknown, operation: string): Promise<string> {
  const name = nameOf(scheme);
  const refuse = (reason: string, cause?: unknown): ConfigurationError =>
    new ConfigurationError(`${operation}: ${reason}`, undefined, cause);
  let value: unknown;
  try {
    value = given(source)
      ? await (typeof source === "function" ? source() : source)
      : readEnvironment(scheme.env);
  } catch (cause) {
    throw refuse(`The function given as option ${scheme.option} failed`, cause);
  }
  // The end of a line comes along when a key is read from a file.
  const text = typeof value === "string" ? value.trim() : "";
  if (text === "") throw refuse(`A credential is missing: give ${name}`);
  if (scheme.type !== "basic" && /[^\x20-\x7e]/.test(text)) {
    throw refuse(`The value of ${name} has characters that cannot be sent`);
  }
  return text;
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
