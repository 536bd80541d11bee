import type { ServerDefinition } from "./api.js";
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
    checkUrl(
      url,
      baseUrl === undefined ? "The server (the option baseUrl takes its place)" : "The option baseUrl",
    );
    // First: a base URL that is no text throws here each time, and never gets the answer for the URL before it.
    lastResolved = url.replace(/\/+$/, "");
    last = url;
  }
  return lastResolved;
}

// A client asks for the same URL in every call, and parsing one takes longer than all else that is done for a call's URL.
let last: string | undefined;
let lastResolved = "";

function checkUrl(url: string, name: string): void {
  const page = globalThis.location?.href;
  const { protocol, username, password } = URL.canParse(url, page) ? new URL(url, page) : noUrl;
  if (!/^https?:$/.test(protocol) || username || password || /[?#\\\s]/.test(url)) {
    throw new ConfigurationError(
      `${name} must be an http or https URL without user, password, query and fragment`,
    );
  }
}

/** Has no protocol, so it is refused. */
const noUrl = { protocol: "", username: "", password: "" };

function fillIn(
  { url, variables = {} }: ServerDefinition,
  options: Readonly<Record<string, unknown>>,
): string {
  // The host ends at the first slash after `://`; a template without `://` begins with a variable for all of it.
  const hostStart = url.indexOf("://") + 3;
  const hostEnd = `${url}/`.indexOf("/", hostStart);
  return url.replace(/\{([^{}]+)\}/g, (_, name: string, offset: number) => {
    const variable = variables[name];
    const value = options[name] ?? readEnvironment(variable?.env) ?? variable?.default;
    const inHost = hostStart > 2 && offset < hostEnd;
    const allowed = inHost ? /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i : /^[^?#@\\\s]+$/;
    // What the document itself names fits its place, a dot between two names among it.
    const isNamed = value === variable?.default || variable?.values?.includes(String(value));
    if (typeof value !== "string" || !(isNamed || allowed.test(value)) || value.split("/").includes("..")) {
      const known = variable?.values ? `; known are ${variable.values.join(", ")}` : "";
      throw new ConfigurationError(
        `The option ${name}${hintOf(variable?.env)} must be ${inHost ? "a bare host name: no scheme, port or path" : "a part of a URL"}${known}`,
      );
    }
    return value;
  });
}
