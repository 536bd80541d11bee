import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Server, ServerVariable } from "./api.ts";
import { readVariable as readVariableName } from "./http-names.ts";
import { settleVariables } from "./option-names.ts";

/**
 * Reads the first server of the document, or of an operation or path that has its own (OpenAPI, Server Object). A
 * relative URL is no server for a client, which then needs a base URL; it is kept for the texts that say so.
 *
 * @param names - The variables of all servers.
 */
export function readServer(reader: Reader, owner: SpecNode, names: ReadonlySet<string>): Server {
  const [node, ...more] = reader.items(owner, "servers");
  if (node === undefined || !reader.expectObject(node, "a server")) return { variables: [] };
  reader.require(node, "url", "a server");
  const url = reader.string(node, "url");
  const described = reader.members(reader.object(node, "variables"));
  const variables = described.flatMap(([name, variable]) => readVariable(reader, name, variable));
  for (const match of url?.matchAll(/\{([^{}]*)\}/g) ?? []) {
    if (described.some(([name]) => name === match[1])) continue;
    report(
      reader.diagnostics,
      "CW1032",
      node,
      `the server's URL has a variable ${match[0]} that is not described`,
      "describe it under variables, with a default",
    );
  }
  const usable = readTemplate(reader, node);
  const relative = usable === undefined ? readRelative(reader, node) : undefined;
  const others = more.flatMap((other) =>
    reader.expectObject(other, "a server") ? (readTemplate(reader, other) ?? []) : [],
  );
  const server = {
    variables,
    ...(usable === undefined ? {} : { url: usable }),
    ...(relative === undefined ? {} : { relative }),
    ...(others.length === 0 ? {} : { others }),
  };
  return settleVariables(reader, node, server, names);
}

/** The URL of a server that requests can be sent to, as it is written: judged is what the defaults make of it. */
function readTemplate(reader: Reader, node: SpecNode): string | undefined {
  reader.known(node, "a server", ["url", "description", "variables", "name"]);
  const url = reader.string(node, "url");
  const filled = filledUrl(reader, node);
  if (filled === undefined || !isAbsolute(filled)) return undefined;
  const why = /^https?:\/\//i.test(filled) ? unsendable(filled) : "is none of http or https";
  if (why === undefined) return url;
  leaveOut(reader, node, why);
  return undefined;
}

/** A relative URL that says something: one to the root is as good as none. */
function readRelative(reader: Reader, node: SpecNode): string | undefined {
  const filled = filledUrl(reader, node);
  if (filled === undefined || isAbsolute(filled) || /^\.?\/?$/.test(filled)) return undefined;
  const why = unsendable(filled, "https://host");
  leaveOut(reader, node, why ?? "is relative, and a package stands nowhere that it could be relative to");
  return why === undefined ? filled : undefined;
}

function leaveOut(reader: Reader, node: SpecNode, why: string): void {
  report(
    reader.diagnostics,
    "CW1034",
    child(node, "url") ?? node,
    `the server ${JSON.stringify(reader.string(node, "url"))} ${why}, so it is left out`,
    "write an http or https URL without user, password, query and fragment; else callers have to give the option baseUrl",
  );
}

/** The URL that the defaults of the variables make. */
function filledUrl(reader: Reader, node: SpecNode): string | undefined {
  return reader.string(node, "url")?.replace(/\{([^{}]*)\}/g, (text, name: string) => {
    const variable = child(child(node, "variables") ?? node, name);
    const fallback = variable && child(variable, "default")?.value;
    return typeof fallback === "string" ? fallback : text;
  });
}

function isAbsolute(url: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(url);
}

/** What the runtime would refuse at every call. */
function unsendable(url: string, base?: string): string | undefined {
  if (!URL.canParse(url, base)) return "is no URL";
  const { username, password } = new URL(url, base);
  if (username !== "" || password !== "") return "has a user or a password";
  return /[?#\\\s]/.test(url) ? "has a query, a fragment, a backslash or a space" : undefined;
}

function readVariable(reader: Reader, name: string, node: SpecNode): readonly ServerVariable[] {
  if (!reader.expectObject(node, "a server variable")) return [];
  reader.known(node, "a server variable", ["enum", "default", "description"]);
  reader.require(node, "default", "a server variable");
  const fallback = reader.string(node, "default");
  if (fallback === undefined) return [];
  const description = reader.string(node, "description");
  const env = readVariableName(reader, node);
  const values = reader.strings(node, "x-clientwright-values") ?? reader.strings(node, "enum") ?? [];
  return [
    {
      name,
      default: fallback,
      values,
      ...(description === undefined ? {} : { description }),
      ...(env === undefined ? {} : { env }),
    },
  ];
}
