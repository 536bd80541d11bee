// Where the extensions for pages and batches point to, read from the document on their own: not as the generator reads them.
import { isObject, type JsonObject, type JsonValue, objectOf } from "../docs/json.ts";
import type { RecordedRequest } from "@clientwright/testing";

/** A path of property names in a body. */
export type Path = readonly string[];

/** How an operation is read page by page. */
export interface Pages {
  readonly style: string;
  readonly end: string;
  readonly items: Path;
  /** What a received request holds where the cursor belongs; undefined when it holds none. */
  readonly cursorOf: (request: Pick<RecordedRequest, "parameters" | "body">) => JsonValue | undefined;
  readonly next: Path;
}

/** The extension for pages of an operation, given as the document has it. Throws Error for one that the contract would not cover. */
export function pagesOf(operation: JsonObject): Pages | undefined {
  const extension = operation["x-clientwright-pagination"];
  if (extension === undefined) return undefined;
  const { style, end, items, cursor, next } = objectOf(extension);
  if (style !== "cursor" || typeof end !== "string")
    throw new Error(`No contract for pages by ${String(style)}`);
  return {
    style,
    end,
    items: bodyPath(items, "response"),
    cursorOf: cursorReader(String(cursor)),
    next: bodyPath(next, "response"),
  };
}

/** Where the items of a batch stand in a body. */
export function batchItemsOf(operation: JsonObject): Path | undefined {
  const extension = operation["x-clientwright-batch"];
  return extension === undefined ? undefined : bodyPath(objectOf(extension)["items"], "request");
}

function cursorReader(expression: string): Pages["cursorOf"] {
  const query = /^\$request\.query\.(.+)$/.exec(expression)?.[1];
  if (query !== undefined) return ({ parameters }) => parameters.query[query];
  const path = bodyPath(expression, "request");
  return ({ body }) => valueAt(path, body);
}

function bodyPath(expression: JsonValue | undefined, of: "request" | "response"): Path {
  const [start, pointer] = String(expression).split("#");
  if (start !== `$${of}.body` || pointer === undefined)
    throw new Error(`No body path: ${String(expression)}`);
  return pointer.split("/").slice(1);
}

/** The value at a path; undefined when something on the way is missing. */
export function valueAt(path: Path, value: JsonValue | undefined): JsonValue | undefined {
  return path.reduce((at: JsonValue | undefined, key) => (isObject(at) ? at[key] : undefined), value);
}

/** A body that has a value at each of some paths. */
export function bodyWith(
  ...values: readonly (readonly [path: Path, value: JsonValue | undefined])[]
): JsonObject {
  const body: JsonObject = {};
  for (const [path, value] of values) {
    if (value === undefined) continue;
    let level = body;
    for (const key of path.slice(0, -1)) {
      const next = objectOf(level[key]);
      level[key] = next;
      level = next;
    }
    const last = path.at(-1);
    if (last !== undefined) level[last] = value;
  }
  return body;
}
