import type { ServerDefinition, ServerVariable } from "./api.js";
import { hintOf, readEnvironment } from "./environment.js";
import { ConfigurationError } from "./errors/configuration-error.js";

/**
 * The URL that the path of an operation is put behind, without a slash at its end.
 *
 * @param baseUrl - Takes the place of the server.
 * @param options - The client's options, among them values for the server's variables.
 * @throws {@link ConfigurationError} when a value or the URL could send the request, with its keys, to another place
 * than it seems to say.
 */
export function resolveServer(
  server: ServerDefinition,
  baseUrl: string | undefined,
  options: Readonly<Record<string, unknown>>,
): string {
  const url = baseUrl ?? fillIn(server, options);
  if (url !== last) {
    const page = globalThis.location?.href;
    const href = URL.canParse(url, page) ? new URL(url, page).href : "";
    // Of a user or a password, an @ is left before the first slash.
    if (!/^https?:\/\/[^@/]*\//.test(href) || /[?#\\\s]/.test(url)) {
      throw new ConfigurationError(
        `The ${baseUrl === undefined ? "server (the option baseUrl takes its place)" : "option baseUrl"} must be an http or https URL without user, password, query and fragment`,
      );
    }
    last = url;
  }
  return url.replace(/\/+$/, "");
}

// A client asks for the same URL in every call, and parsing one takes longer than all else that is done for a call's URL.
let last: string | undefined;

function fillIn(
  { url, variables = {} }: ServerDefinition,
  options: Readonly<Record<string, unknown>>,
): string {
  return url.replace(/\{([^{}]+)\}/g, (_, name: string, offset: number) => {
    const { env, default: usual, values = [] }: Partial<ServerVariable> = variables[name] ?? {};
    const value = options[name] ?? readEnvironment(env) ?? usual;
    // The host ends at the first slash after `://`; a template without `://` begins with a variable for all of it.
    const inHost = url.includes("://") && !/:\/\/.*\//.test(url.slice(0, offset));
    const allowed = inHost ? /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i : /^[^?#@\\\s]+$/;
    // What the document itself names fits its place, a dot between two names among it.
    if (
      typeof value !== "string" ||
      !([usual, ...values].includes(value) || allowed.test(value)) ||
      value.split("/").includes("..")
    ) {
      const known = values.length ? `; known are ${values.join(", ")}` : "";
      throw new ConfigurationError(
        `The option ${name}${hintOf(env)} must be ${inHost ? "a bare host name: no scheme, port or path" : "a part of a URL"}${known}`,
      );
    }
    return value;
  });
}
