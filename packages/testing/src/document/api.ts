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

/** The fields of a path that are operations; OpenAPI 3.2 has one more (section 4.9.1). */
function methodsOf({ openapi }: JsonObject): readonly string[] {
  return String(openapi).startsWith("3.2.") ? [...methods, "query"] : methods;
}

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
    return methodsOf(document)
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

/**
 * The operation of an id, or of the name of a function; that which gives the answer in parts is of the same operation. Throws
 * Error, with the ids that there are, when there is none.
 */
export function operationOf({ operations }: Api, name: string): Operation {
  const isNamed = [
    (operation: Operation) => operation.id === name,
    (operation: Operation) => operation.name === name,
    (operation: Operation) => `stream${capitalized(operation.name)}` === name,
  ];
  const found = isNamed.map((is) => operations.find(is)).find((operation) => operation !== undefined);
  if (found) return found;
  const names = operations.map((operation) => operation.id).join(", ");
  throw new Error(`The document has no operation ${name}. It has ${names}.`);
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
