// The service that the smoke program calls, for any number of platforms at once: each has its own base path.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SeenRequest {
  readonly method: string;
  /** Without the base path. */
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface SmokeService {
  /** The base URL of one platform. */
  baseUrl(place: string): string;
  /** What that platform sent, oldest first; preflights of a browser are left out. */
  seen(place: string): readonly SeenRequest[];
  /** The address of an empty page on another origin than the base URLs, so that a browser's rules for both hold. */
  readonly page: string;
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Starts the service on a free port of this machine. */
export async function startService(): Promise<SmokeService> {
  const seen = new Map<string, SeenRequest[]>();
  const server = createServer((request, response) => {
    const [, place = "", path = ""] = /^\/([^/]*)(.*)$/.exec(request.url ?? "") ?? [];
    if (place === "page") {
      response.setHeader("content-type", "text/html").end("<!doctype html>");
      return;
    }
    if (request.method === "OPTIONS") {
      allow(request, response, 204).end();
      return;
    }
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      const before = seen.get(place) ?? [];
      const one = { method: request.method ?? "", path, headers: request.headers, body };
      seen.set(place, [...before, one]);
      if (one.path === "/follow") {
        allow(request, response, 200, { "content-type": "text/event-stream" });
        response.write('data: {"n":1}\n\ndata: {"n"');
        setTimeout(() => response.end(":2}\n\ndata: end\n\n"), 20);
        return;
      }
      const answer = reply(one, before);
      if (!answer) return;
      allow(request, response, answer.status, answer.headers).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: (place) => `http://127.0.0.1:${port}/${place}`,
    seen: (place) => seen.get(place) ?? [],
    page: `http://localhost:${port}/page`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What a browser asks of a service on another origin (the Fetch standard, section 3.3). */
function allow(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  more: Readonly<Record<string, string>> = {},
): ServerResponse {
  return response.writeHead(status, {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, POST",
    // Each header that the request asks for by name: a browser gets none that it did not ask for.
    "access-control-allow-headers": request.headers["access-control-request-headers"] ?? "",
    "access-control-expose-headers": "retry-after-ms, x-request-id",
    "content-type": "application/json",
    ...more,
  });
}

/** `undefined` leaves the request without an answer. */
function reply({ path, body }: SeenRequest, before: readonly SeenRequest[]): Reply | undefined {
  if (path.endsWith("/api/v2/ci/pipeline")) return { status: 202, body: {} };
  if (path.endsWith("/analytics/aggregate")) return { status: 400, body: { errors: ["no such metric"] } };
  if (path.endsWith("/commit/summary")) {
    if (!before.some((one) => one.path === path))
      return { status: 503, body: { errors: ["down"] }, headers: { "retry-after-ms": "1" } };
    return { status: 200, body: { data: { attributes: { total_coverage: 82.4 } } } };
  }
  // A browser asks every host for an icon.
  if (!path.endsWith("/events/search")) return { status: 404, body: { errors: ["no such path"] } };
  const { limit, cursor }: { limit?: number; cursor?: string } = JSON.parse(body).page;
  if (limit !== 2) return undefined;
  const pages: Readonly<Record<string, readonly string[]>> = { "": ["e1", "e2"], p2: ["e3"], p3: [] };
  return {
    status: 200,
    body: {
      data: (pages[cursor ?? ""] ?? []).map((id) => ({ id })),
      meta: { page: { after: cursor === undefined ? "p2" : "p3" } },
    },
  };
}
