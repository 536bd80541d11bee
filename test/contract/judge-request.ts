// Says how a request that came over the wire differs from the documented one.
import { isDeepStrictEqual } from "node:util";
import type { JsonValue } from "../docs/json.ts";
import type { ReceivedRequest } from "./loopback.ts";

export interface ExpectedRequest {
  readonly method: string;
  /** As it stands on the wire, without query. */
  readonly path: string;
  /** Names and values, decoded. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Names in small letters. All there may be, but for those that the platform's `fetch` adds to every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Absent: there must be none. */
  readonly body?: JsonValue;
}

/** Headers of the connection and of `fetch` itself, which no reference page writes down. */
const platformHeaders = new Set([
  "accept-encoding",
  "accept-language",
  "connection",
  "content-length",
  "host",
  "sec-fetch-mode",
  "user-agent",
]);

// RFC 3986, section 3.4, without `+`, which some servers read as a space. Brackets are not in it.
const safeQuery = /^(?:[\w\-.~!$'()*,;:@/?&=]|%[\dA-F]{2})*$/;

/** One line for each difference; empty when the request is the documented one. */
export function judgeRequest(expected: ExpectedRequest, received: ReceivedRequest): string[] {
  const [path = "", query = ""] = received.target.split(/\?(.*)/s);
  return [
    ...compare("method", expected.method, received.method),
    ...compare("path", expected.path, path),
    ...(safeQuery.test(query) ? [] : [`query is not encoded: ${query}`]),
    ...compare("query", sorted(expected.query), sorted([...new URLSearchParams(query)])),
    ...compare("headers", sorted(Object.entries(expected.headers)), sorted(ownHeaders(received))),
    ...judgeBody(expected.body, received),
  ];
}

function judgeBody(expected: JsonValue | undefined, { body, headers }: ReceivedRequest): string[] {
  if (expected === undefined) return compare("body", "", body);
  const length = headers.find(([name]) => name === "content-length")?.[1];
  const bytes = String(Buffer.byteLength(body));
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return [`body is not JSON: ${body}`];
  }
  // A body that is streamed has no length in front of it.
  return [...compare("body", expected, value), ...compare("content-length", length ?? bytes, bytes)];
}

function ownHeaders({ headers }: ReceivedRequest): (readonly [string, string])[] {
  return headers.filter(([name]) => !platformHeaders.has(name) && name !== "transfer-encoding");
}

function sorted(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs.map(([name, value]) => `${name}: ${value}`).sort();
}

function compare(what: string, expected: unknown, received: unknown): string[] {
  if (isDeepStrictEqual(expected, received)) return [];
  return [`${what}: expected ${JSON.stringify(expected)}, received ${JSON.stringify(received)}`];
}
