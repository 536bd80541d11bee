import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Link, Operation, SecurityScheme } from "./api.ts";
import { readBatch } from "./batch.ts";
import { readAnswers, readBody } from "./media.ts";
import { readName } from "./given-name.ts";
import { readCallbacks } from "./incoming.ts";
import type { MethodField } from "./methods.ts";
import { configured, toFunctionName } from "./naming.ts";
import { readPagination } from "./pagination.ts";
import { readParameters } from "./parameter.ts";
import { readPartialRules } from "./partial.ts";
import { hasServers, partWith } from "./path-item.ts";
import { type Place, readPaths } from "./paths.ts";
import type { SchemaReader } from "./schema-reader.ts";
import { readSecurityRequirements } from "./security.ts";
import { readServer } from "./server.ts";

const operationFields = [
  "tags",
  "summary",
  "description",
  "externalDocs",
  "operationId",
  "parameters",
  "requestBody",
  "responses",
  "callbacks",
  "deprecated",
  "security",
  "servers",
];

/** An operation together with the tags that decide which package it goes to. */
export interface TaggedOperation {
  readonly operation: Operation;
  readonly tags: readonly string[];
  /** Whether a person chose its name: the configuration or the document. */
  readonly isNamed: boolean;
}

/** Reads every operation of the document, in its order. */
export function readOperations(
  reader: Reader,
  schemas: SchemaReader,
  schemes: ReadonlyMap<string, SecurityScheme>,
  names: Readonly<Record<string, string>>,
  variables: ReadonlySet<string>,
): readonly TaggedOperation[] {
  return readPaths(reader).map((place) => readOperation(reader, schemas, schemes, names, variables, place));
}

function readOperation(
  reader: Reader,
  schemas: SchemaReader,
  schemes: ReadonlyMap<string, SecurityScheme>,
  names: Readonly<Record<string, string>>,
  variables: ReadonlySet<string>,
  { item, node, path, method }: Place,
): TaggedOperation {
  reader.known(node, "an operation", operationFields);
  const id = reader.string(node, "operationId") ?? derivedId(reader, node, method, path);
  const summary = reader.string(node, "summary");
  const description = reader.string(node, "description");
  const documentation = readLink(reader, node);
  const body = withoutBody.has(method) ? refuseBody(reader, node, method) : readBody(reader, schemas, node);
  const pagination = readPagination(reader, node);
  const batch = readBatch(reader, node);
  const owners = [node, partWith(item, "servers")];
  // An empty field is told of, and says nothing.
  for (const owner of owners) if (child(owner, "servers")?.value === null) reader.items(owner, "servers");
  const serverOwner = owners.find(hasServers);
  const { alternatives, scopes } = readSecurityRequirements(reader, node, schemes);
  const parameters = readParameters(reader, schemas, partWith(item, "parameters"), node, path);
  const chosen = configured(names, id) ?? readName(reader, node).givenName;
  const operation: Operation = {
    id,
    name: chosen ?? toFunctionName(id),
    method: method.toUpperCase(),
    path,
    deprecated: reader.boolean(node, "deprecated") ?? false,
    preview: reader.boolean(node, "x-clientwright-preview") ?? false,
    idempotency:
      reader.oneOf(node, "x-clientwright-idempotency", ["safe", "idempotent", "none"]) ?? byMethod(method),
    parameters,
    ...readAnswers(reader, schemas, node, method),
    scopes,
    partial: readPartialRules(reader, node),
    callbacks: readCallbacks(reader, schemas, node),
    file: node.source.name,
    pointer: node.pointer,
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    ...(documentation === undefined ? {} : { documentation }),
    ...(serverOwner === undefined ? {} : { server: readServer(reader, serverOwner, variables) }),
    ...(body === undefined ? {} : { body }),
    ...(alternatives === undefined ? {} : { security: alternatives }),
    ...(pagination === undefined ? {} : { pagination }),
    ...(batch === undefined ? {} : { batch }),
  };
  return { operation, tags: reader.strings(node, "tags") ?? [], isNamed: chosen !== undefined };
}

/** No client of the web sends a body with these (Fetch Standard, Request constructor). */
const withoutBody: ReadonlySet<MethodField> = new Set(["get", "head"]);

/** Many documents give every operation a body, most of them an empty one that nobody has to send. */
function refuseBody(reader: Reader, node: SpecNode, method: MethodField): undefined {
  const body = child(node, "requestBody");
  if (body === undefined) return;
  report(
    reader.diagnostics,
    "CW1034",
    body,
    `a ${method.toUpperCase()} request cannot have a body, so it is left out`,
    "nothing to do, if the service does not need it; else offer the operation with another method",
  );
}

/** Safe and idempotent methods (RFC 9110, 9.2; HTTP QUERY). */
function byMethod(method: MethodField): Operation["idempotency"] {
  if (["get", "head", "options", "query"].includes(method)) return "safe";
  return method === "put" || method === "delete" ? "idempotent" : "none";
}

/** `get /users/{id}/keys` -> `getUsersByIdKeys`. */
function derivedId(reader: Reader, node: SpecNode, method: string, path: string): string {
  const id = toFunctionName(`${method} ${path.replaceAll(/\{([^{}]+)\}/g, " by $1")}`);
  report(
    reader.diagnostics,
    "CW2001",
    node,
    `${method.toUpperCase()} ${path} has no operationId; it is called ${id}`,
    "add an operationId: a derived name changes when the path does",
  );
  return id;
}

/** `externalDocs` of a document or an operation (OpenAPI, External Documentation Object). */
export function readLink(reader: Reader, node: SpecNode): Link | undefined {
  const docs = reader.object(node, "externalDocs");
  if (docs !== undefined) reader.known(docs, "externalDocs", ["url", "description"]);
  const url = docs && reader.string(docs, "url");
  if (docs === undefined || url === undefined) return undefined;
  // A relative URL is as good, but a package stands nowhere that it could be relative to.
  if (!/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) {
    report(
      reader.diagnostics,
      "CW1034",
      child(docs, "url") ?? docs,
      "externalDocs.url is relative, so the packages have no such link",
      "write the whole URL, with https",
    );
    return undefined;
  }
  if (!/^https?:\/\//i.test(url)) {
    report(
      reader.diagnostics,
      "CW1030",
      child(docs, "url") ?? docs,
      "externalDocs.url must be a URL with http or https",
      "write the whole URL",
    );
    return undefined;
  }
  const description = reader.string(docs, "description");
  return { url, ...(description === undefined ? {} : { description }) };
}
