import { type JsonObject, listOf, objectOf, textOf } from "../json.js";

/**
 * The paths of the servers that a document, a path or an operation names, without a slash at the end, the longest first. A
 * variable in one stands for one or more segments (OpenAPI 3.1.1, Server Object). Undefined where it names none.
 */
export function basePathsOf(owner: JsonObject): readonly RegExp[] | undefined {
  if (listOf(owner["servers"]).length === 0) return undefined;
  const urls = listOf(owner["servers"]).map((server) => textOf(objectOf(server)["url"]) ?? "/");
  const paths = urls.map((url) => url.replace(/^[^/]*\/\/[^/]*/, "").replace(/\/+$/, ""));
  return [...new Set(paths)]
    .filter((path) => path !== "")
    .sort((a, b) => b.length - a.length)
    .map((path) => {
      const literal = path
        .split(/\{[^{}]*\}/)
        .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
      return new RegExp(`^${literal.join("[^?#]+?")}(?=/)`);
    });
}
