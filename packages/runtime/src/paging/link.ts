import { ConfigurationError } from "../errors/configuration-error.js";
import type { RunnableOperation } from "../operation.js";
import type { PlacedInput } from "../request/place.js";
import { nextLink } from "./link-header.js";
import { readAnswer, type AnswerPlace } from "./place.js";
import { isLast, type EndRule, type PageStyle, type Position } from "./style.js";

/** How pages follow each other by the address that each answer gives of the next one. */
export interface LinkPages extends EndRule {
  readonly items: readonly string[];
  /** Where the answer gives the address; in the header `link`, it is the target of relation `next` (RFC 8288). */
  readonly next: AnswerPlace;
}

/** Pages by address. One is followed only to where the client's requests go anyway. */
export function linkPages({ items, next, ...end }: LinkPages): PageStyle {
  return {
    items,
    start: () => undefined,
    ask: ({ operation, input }, position) => ({
      operation: {
        ...operation,
        place: (given, server) => ({
          ...(operation.place?.(given, server) ?? { headers: {}, body: given }),
          ...locate(operation, server, position),
        }),
      },
      input,
    }),
    next: (page) => {
      if (isLast(end, page)) return undefined;
      const { headers, url } = page.response;
      const found = readAnswer(next, page.data, headers);
      const link = next === "link" ? nextLink(String(found ?? "")) : found;
      // Relative to the answer's own address, which an answer made by hand does not have.
      return typeof link === "string" && link !== "" && URL.canParse(link, url || undefined)
        ? new URL(link, url || undefined).href
        : link;
    },
  };
}

/**
 * Where a link leads, as the place of a request.
 *
 * @throws ConfigurationError for another origin: the request carries credentials.
 */
function locate(
  { api }: RunnableOperation,
  server: string,
  position: Position,
): Pick<Required<PlacedInput>, "server" | "path" | "query"> {
  const base = new URL(server, globalThis.location?.href);
  const target = new URL(String(position), `${base.href.replace(/\/+$/, "")}/`);
  if (target.origin !== base.origin) {
    throw new ConfigurationError(
      `The next page is at ${target.origin}, and this client calls ${base.origin}: a link is only followed to the same origin`,
    );
  }
  // The client adds its own credentials; one that the service put into the link would be sent twice.
  for (const { query } of Object.values(api.security ?? {})) {
    if (query !== undefined) target.searchParams.delete(query);
  }
  return { server: target.origin, path: target.pathname, query: target.search.slice(1) };
}
