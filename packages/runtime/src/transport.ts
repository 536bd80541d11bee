import { createFinalURL, mergeHeaders } from "openapi-fetch";
import type { EncodedBody } from "./body/codec.js";
import type { HeaderMap } from "./request/header-map.js";

/** A request, ready to be put together. */
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

/** What `fetch` and the constructor of `Request` take. */
export interface ComposedRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/**
 * Puts a request together with openapi-fetch. This module alone knows that library, and uses its two parts that compose
 * a URL and headers.
 *
 * The others are passed by: its serialisers of paths, queries and bodies for what they get wrong, its reading of answers
 * because it reads the body of every error and fails on a success that is not JSON, and its client, which with both gone
 * would do no more than the constructor of `Request`.
 */
export function compose({ server, path, query, headers, body, ...rest }: RequestParts): ComposedRequest {
  return {
    url: createFinalURL(path, {
      baseUrl: server,
      params: {},
      querySerializer: () => query,
      pathSerializer: () => path,
    }),
    init: {
      ...rest,
      headers: mergeHeaders(headers),
      // Following one would carry key headers to wherever it points: fetch strips only Authorization.
      redirect: "manual",
      ...(body !== undefined && { body }),
      ...(body instanceof ReadableStream && { duplex: "half" }),
    },
  };
}
