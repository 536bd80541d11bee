import { createFinalURL } from "openapi-fetch";

/**
 * Puts a URL together with openapi-fetch. This module alone knows that library, and uses its part that composes a URL.
 *
 * The others are passed by: its serialisers of paths, queries and bodies for what they get wrong, its reading of answers
 * because it reads the body of every error and fails on a success that is not JSON, and its client, which with both gone
 * would do no more than the constructor of `Request`.
 *
 * @param server - With its base path, without a slash at the end.
 * @param path - With its values in it, and what a document has in it of a query.
 * @param query - Without its question mark.
 */
export function urlOf(server: string, path: string, query: string): string {
  const url = createFinalURL(path, {
    baseUrl: server,
    params: {},
    querySerializer: () => (path.includes("?") ? "" : query),
    pathSerializer: () => path,
  });
  return query && path.includes("?") ? `${url}&${query}` : url;
}
