import createFetchClient from "openapi-fetch";
import type { EncodedBody } from "./body/codec.js";
import type { Fetch } from "./options.js";
import type { HeaderMap } from "./request/header-map.js";

/** A request, ready to be built. */
export interface RequestParts {
  readonly method: string;
  /** Server and base path, without a slash at the end. */
  readonly server: string;
  /** Path with its values in it. */
  readonly path: string;
  /** Without its question mark. */
  readonly query: string;
  readonly headers: HeaderMap;
  readonly body: EncodedBody["body"] | undefined;
  readonly signal: AbortSignal;
}

/** What openapi-fetch has to know of a document to take any path, method and body: nothing. */
type AnyPaths = Record<
  string,
  Record<Method, { requestBody?: { content: { "*/*": unknown } }; responses: object }>
>;
type Method = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

/**
 * Builds the request with openapi-fetch and sends it. This module alone knows that library.
 *
 * Its serialisers are passed by: the path and the query come finished, the body is handed through. Its reading of answers
 * is passed by too, since it would read every error's body and fail on what is not JSON: it gets an empty stand-in, and the
 * answer itself leaves through a variable.
 */
export function transmit(parts: RequestParts, send: Fetch): Promise<Response> {
  const { method, server, path, query, headers, body, signal } = parts;
  const client = createFetchClient<AnyPaths>({ baseUrl: server, Request: globalThis.Request });
  return new Promise((resolve, reject) => {
    // It wants the method in small letters and puts it in capitals; any other than its eight goes through all the same.
    client
      .request(method.toLowerCase() as Method, path, {
        querySerializer: () => query,
        bodySerializer: (value: unknown) => value,
        body,
        // openapi-fetch calls every body JSON unless told otherwise.
        headers: { "content-type": null, ...headers },
        signal,
        // Following one would carry key headers to wherever it points: fetch strips only Authorization.
        redirect: "manual",
        ...(body instanceof ReadableStream && { duplex: "half" }),
        fetch: async (request: Request) => {
          resolve(await send(request));
          return new Response(null, { status: 204 });
        },
      })
      .catch(reject);
  });
}
