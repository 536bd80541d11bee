import { child, isObject, report, type SpecNode, typeName } from "../load/node.ts";
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

/** `components/securitySchemes` as they are written, references not followed. */
export function describedSchemes(reader: Reader): readonly (readonly [name: string, value: SpecNode])[] {
  const components = reader.object(reader.document.root, "components");
  return reader.members(components && reader.object(components, "securitySchemes"));
}

function readScheme(reader: Reader, node: SpecNode, schemeName: string): SecurityScheme | undefined {
  checkFields(reader, node);
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

const fields = [
  "type",
  "description",
  "name",
  "in",
  "scheme",
  "bearerFormat",
  "flows",
  "openIdConnectUrl",
  "oauth2MetadataUrl",
  "deprecated",
];
const flows = ["implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"];
const flowFields = ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl", "scopes"];

function checkFields(reader: Reader, node: SpecNode): void {
  reader.known(node, "a security scheme", fields);
  const all = child(node, "flows");
  if (all === undefined) return;
  reader.known(all, "the flows of OAuth", flows);
  for (const [, flow] of reader.fields(all)) reader.known(flow, "a flow of OAuth", flowFields);
}

/** The alternatives of an operation, or of the document for an operation that says nothing (OpenAPI, Security Requirement Object). */
export function readSecurityRequirements(
  reader: Reader,
  node: SpecNode,
  schemes: ReadonlyMap<string, SecurityScheme>,
): { readonly alternatives?: readonly (readonly string[])[]; readonly scopes: readonly string[] } {
  // An empty field is told of, and says nothing: it must not take the document's security away.
  if (child(node, "security")?.value === null) reader.items(node, "security");
  const owner = saysSecurity(node) ? node : reader.document.root;
  if (child(owner, "security") === undefined) return { scopes: [] };
  const scopes = new Set<string>();
  const described = new Set(describedSchemes(reader).map(([name]) => name));
  const alternatives = reader.items(owner, "security").map((alternative) => {
    if (!isObject(alternative.value)) refuseRequirement(reader, alternative);
    return reader.members(alternative).map(([name, list]) => {
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
    });
  });
  return { alternatives, scopes: [...scopes] };
}

/** Whether an operation has security of its own, an empty list among it: no credential. */
export function saysSecurity(operation: SpecNode): boolean {
  return (child(operation, "security")?.value ?? null) !== null;
}

/** An error even where it is empty: an alternative without schemes would let requests go without a credential. */
function refuseRequirement(reader: Reader, node: SpecNode): void {
  const { value } = node;
  const is = typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : typeName(value);
  report(
    reader.diagnostics,
    "CW1030",
    node,
    `a security requirement must be an object, and is ${is}`,
    typeof value === "string"
      ? `write { ${JSON.stringify(value)}: [] }`
      : "name schemes in it, { } for none, or remove it",
  );
}
