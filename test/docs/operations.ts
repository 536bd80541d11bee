// Takes the operations out of a resolved document.
import { isObject, type JsonObject, listOf, objectOf } from "./json.ts";

export interface SpecOperation {
  method: string;
  path: string;
  operation: JsonObject;
  /** The document, for what operations inherit from it: servers, security, schemes. */
  document: JsonObject;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** The operations of a document by operation id. */
export function operationsOf(document: JsonObject): Map<string, SpecOperation> {
  const operations = new Map<string, SpecOperation>();
  for (const [path, item] of Object.entries(objectOf(document["paths"]))) {
    for (const method of methods) {
      const operation = objectOf(item)[method];
      if (!isObject(operation)) continue;
      operations.set(String(operation["operationId"]), {
        method: method.toUpperCase(),
        path,
        operation,
        document,
      });
    }
  }
  return operations;
}

/** The security requirements of an operation: alternatives of scheme name to scopes. */
export function securityOf({ operation, document }: SpecOperation): JsonObject[] {
  return listOf(operation["security"] ?? document["security"]).map((alternative) => objectOf(alternative));
}

/** A security scheme by its name in the document. */
export function schemeOf(document: JsonObject, name: string): JsonObject {
  const schemes = objectOf(objectOf(document["components"])["securitySchemes"]);
  return objectOf(schemes[name]);
}

/** The JSON media type of a request body or response; empty if it has none. */
export function jsonContent(holder: JsonObject): JsonObject {
  return objectOf(objectOf(holder["content"])["application/json"]);
}
