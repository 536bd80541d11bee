import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Server, ServerVariable } from "./api.ts";
import { readVariable as readVariableName } from "./http-names.ts";

/** An empty list says nothing, as in a document without servers. */
export function hasServers(owner: SpecNode): boolean {
  const servers = child(owner, "servers")?.value;
  return servers !== undefined && !(Array.isArray(servers) && servers.length === 0);
}

/**
 * Reads the first server of the document, or of an operation or path that has its own (OpenAPI, Server Object). A
 * relative URL is no server for a client, which then needs a base URL.
 */
export function readServer(reader: Reader, owner: SpecNode): Server {
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
  const others = more.flatMap((other) => {
    const another = reader.expectObject(other, "a server") ? reader.string(other, "url") : undefined;
    return another !== undefined && isAbsolute(another) ? [another] : [];
  });
  return {
    variables,
    ...(url !== undefined && isAbsolute(url) ? { url } : {}),
    ...(others.length === 0 ? {} : { others }),
  };
}

function isAbsolute(url: string): boolean {
  return /^https?:\/\//.test(url);
}

function readVariable(reader: Reader, name: string, node: SpecNode): readonly ServerVariable[] {
  if (!reader.expectObject(node, "a server variable")) return [];
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
