import { readEnvironment } from "../environment.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { Plan } from "../plan.js";
import { isGiven, nameOf } from "./choose.js";
import type { SecurityScheme } from "./scheme.js";

/** What a request carries with its credentials in it. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  /** The credentials as they were given and as they are sent: what no text of an error may repeat. */
  readonly secrets: readonly string[];
}

/**
 * Asks for the values of the chosen credentials and puts them into the headers and the query of a plan.
 *
 * @throws {@link ConfigurationError} when a function fails, or a value is empty or cannot be sent. It never has the value.
 */
export async function authorize(
  { headers, query, security }: Plan,
  options: Readonly<Record<string, unknown>>,
  operation: string,
): Promise<Credentials> {
  const secrets: string[] = [];
  const places = { headers: { ...headers }, query, secrets };
  for (const scheme of security) {
    const refuse = (reason: string, cause?: unknown): ConfigurationError =>
      new ConfigurationError(`${operation}: ${reason}`, undefined, cause);
    const source = options[scheme.option];
    // To wait for what is there already would cost a turn of the queue.
    const given = source && typeof source === "string" ? source : await read(scheme, source, refuse);
    // The end of a line comes along when a key is read from a file.
    const secret = typeof given === "string" ? given.trim() : "";
    if (secret === "") throw refuse(`A credential is missing: give ${nameOf(scheme)}`);
    const sent = scheme.put(places, secret);
    if (/[^\x20-\x7e]/.test(sent))
      throw refuse(`The value of ${nameOf(scheme)} has characters that cannot be sent`);
    // Whatever is shorter is a placeholder of a test, and would be found in ordinary words.
    if (secret.length > 3) secrets.push(secret, sent);
  }
  return places;
}

async function read(
  scheme: SecurityScheme,
  source: unknown,
  refuse: (reason: string, cause?: unknown) => ConfigurationError,
): Promise<unknown> {
  if (!isGiven(source)) return readEnvironment(scheme.env);
  try {
    return await (typeof source === "function" ? source() : source);
  } catch (cause) {
    throw refuse(`The function given as option ${scheme.option} failed`, cause);
  }
}
