import type { CallFacts } from "../errors/base.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { keepSecret } from "../errors/masked.js";
import type { Plan } from "../plan.js";
import { quietly } from "../quietly.js";
import { nameOf, sourceOf } from "./choose.js";
import type { SecurityScheme } from "./scheme.js";

/**
 * Asks for the values of the chosen credentials and puts them into the headers and the query of a copy of the plan.
 *
 * @returns A promise only where there is something to wait for.
 * @throws {@link ConfigurationError} when a function fails, or a value is empty or cannot be sent. It never has the value.
 */
export function authorize(
  plan: Plan,
  options: Readonly<Record<string, unknown>>,
  facts: CallFacts,
): Plan | Promise<Plan> {
  const refuse = (reason: string, cause?: unknown): ConfigurationError =>
    new ConfigurationError(`${facts.operation}: ${reason}`, facts, cause);
  const places = { ...plan, headers: { ...plan.headers } };
  const put = (scheme: SecurityScheme, value: unknown): void => {
    // The end of a line comes along when a key is read from a file.
    const secret = typeof value === "string" ? value.trim() : "";
    if (secret === "") throw refuse(`A credential is missing: give ${nameOf(scheme)}`);
    const sent = scheme.put(places, secret);
    if (/[^\x20-\x7e]/.test(sent))
      throw refuse(`The value of ${nameOf(scheme)} has characters that cannot be sent`);
    keepSecret(facts, secret, sent);
  };
  const waits: Promise<void>[] = [];
  for (const scheme of plan.security) {
    const source = sourceOf(scheme, options);
    if (typeof source === "string") put(scheme, source);
    else {
      const wait = ask(source).then(
        (value) => put(scheme, value),
        (cause: unknown) => {
          throw refuse(`The function given as option ${scheme.option} failed`, cause);
        },
      );
      waits.push(wait);
      // Another one may fail before it is waited for.
      void quietly(() => wait);
    }
  }
  return waits.length ? Promise.all(waits).then(() => places) : places;
}

/** What it throws at once is a rejection like any other. Whoever has no types may give a promise in its place. */
async function ask(source: unknown): Promise<unknown> {
  return typeof source === "function" ? source() : source;
}
