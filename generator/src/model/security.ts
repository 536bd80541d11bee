import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { SecurityScheme } from "./api.ts";
import { expectToken, readVariable } from "./http-names.ts";

/** Reads `components/securitySchemes` (OpenAPI, Security Scheme Object). What a client cannot send is left out: a
 * certificate is of the connection, an answer to a challenge of a middleware. */
export function readSecuritySchemes(reader: Reader): ReadonlyMap<string, SecurityScheme> {
  const schemes = new Map<string, SecurityScheme>();
  for (const [name, reference] of describedSchemes(reader)) {
    const node = reader.follow(reference);
    const scheme =
      node && reader.expectObject(node, "a security scheme") ? readScheme(reader, node, name) : undefined;
    if (scheme !== undefined) schemes.set(name, scheme);
  }
  return schemes;
}

function describedSchemes(reader: Reader): readonly (readonly [name: string, value: SpecNode])[] {
  const components = reader.object(reader.document.root, "components");
  return reader.members(components && reader.object(components, "securitySchemes"));
}

function readScheme(reader: Reader, node: SpecNode, schemeName: string): SecurityScheme | undefined {
  const type = reader.oneOf(node, "type", ["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]);
  const env = readVariable(reader, node);
  const description = reader.string(node, "description");
  const common = {
    option: reader.string(node, "x-clientwright-option") ?? schemeName,
    ...(env === undefined ? {} : { env }),
    ...(description === undefined ? {} : { description }),
  };
  if (type === "apiKey") {
    reader.require(node, "name", "an apiKey security scheme");
    reader.require(node, "in", "an apiKey security scheme");
    const name = reader.string(node, "name");
    const where = reader.oneOf(node, "in", ["header", "query", "cookie"]);
    if (name === undefined || where === undefined) return undefined;
    return where === "header" && !expectToken(reader, node, "name")
      ? undefined
      : { ...common, type, in: where, name };
  }
  if (type === "oauth2" || type === "openIdConnect") return { ...common, type: "bearer" };
  if (type === "http") reader.require(node, "scheme", "an http security scheme");
  const http = type === "http" ? reader.string(node, "scheme")?.toLowerCase() : undefined;
  if (http === "bearer" || http === "basic") return { ...common, type: http };
  if (type === undefined) reader.require(node, "type", "a security scheme");
  else if (type !== "http" || http !== undefined) {
    report(
      reader.diagnostics,
      "CW2015",
      child(node, "scheme") ?? node,
      `the client does not send what the security scheme ${JSON.stringify(schemeName)} asks for (${type}${http === undefined ? "" : ` ${http}`})`,
      "nothing to do, if callers bring it with the option fetch or a middleware; the client sends apiKey, http basic, http bearer, oauth2 and openIdConnect",
    );
  }
  return undefined;
}

/** The alternatives of an operation, or of the document for an operation that says nothing (OpenAPI, Security Requirement Object). */
export function readSecurityRequirements(
  reader: Reader,
  node: SpecNode,
  schemes: ReadonlyMap<string, SecurityScheme>,
): { readonly alternatives?: readonly (readonly string[])[]; readonly scopes: readonly string[] } {
  const owner = child(node, "security") === undefined ? reader.document.root : node;
  if (child(owner, "security") === undefined) return { scopes: [] };
  const scopes = new Set<string>();
  const described = new Set(describedSchemes(reader).map(([name]) => name));
  const alternatives = reader.items(owner, "security").map((alternative) =>
    reader.members(alternative).map(([name, list]) => {
      for (const scope of Array.isArray(list.value) ? (list.value as unknown[]) : [])
        scopes.add(String(scope));
      // One that is described and cannot be carried out has been reported where it stands.
      if (!schemes.has(name) && !described.has(name)) {
        report(
          reader.diagnostics,
          "CW1011",
          list,
          `no security scheme is called ${JSON.stringify(name)}`,
          "add it to components/securitySchemes, or correct the name",
        );
      }
      return name;
    }),
  );
  return { alternatives, scopes: [...scopes] };
}
