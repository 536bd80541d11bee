import { isObject, type JsonObject, objectOf, step } from "../json.js";
import { DocumentError } from "./document-error.js";
import { type Operation, readOperation } from "./operation.js";
import { follow } from "./references.js";
import { readSchemes, type SecurityScheme } from "./security.js";
import { basePathsOf } from "./servers.js";
import { modernized } from "./version.js";

/** What a document says of its API, ready to be asked. */
export interface Api {
  /** In the terms of OpenAPI 3.1. */
  readonly document: JsonObject;
  readonly operations: readonly Operation[];
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  /** The paths of the document's servers. */
  readonly basePaths: readonly RegExp[];
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Reads a document (OpenAPI 3.0, 3.1 or 3.2) whose references all stay inside it.
 *
 * @throws DocumentError when it cannot be worked with.
 */
export function readApi(source: unknown): Api {
  const document = modernized(source);
  const schemes = readSchemes(document);
  const basePaths = basePathsOf(document);
  const operations = Object.keys(objectOf(document["paths"])).flatMap((path) => {
    const item = follow(document, step("/paths", path));
    const inherited = basePathsOf(item.value) ?? basePaths ?? [];
    return methods
      .filter((method) => isObject(item.value[method]))
      .map((method) => readOperation({ document, path, method, item, schemes, basePaths: inherited }));
  });
  const seen = new Set<string>();
  for (const { id, pointer } of operations) {
    if (seen.has(id)) throw new DocumentError(`The operation ${id} is there twice`, pointer);
    seen.add(id);
  }
  return { document, operations, schemes, basePaths: basePaths ?? [] };
}

/** The operation of a name. Throws Error, with the names that there are, when there is none. */
export function operationOf({ operations }: Api, id: string): Operation {
  const found = operations.find((operation) => operation.id === id);
  if (found) return found;
  const names = operations.map((operation) => operation.id).join(", ");
  throw new Error(`The document has no operation ${id}. It has ${names}.`);
}
