import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isBytes, type Delivery } from "../mock/delivery.js";
import type { MockApi } from "../mock/mock-api.js";
import { RequestRefusedError } from "../mock/refusal.js";
import { isBodiless } from "../wire/bodiless.js";
import { decoded, type WireRequest } from "../wire/request.js";

/** A mock behind a real port. */
export interface MockServer {
  /** `http://127.0.0.1:<port>`, for `createClient({ baseUrl })`. */
  readonly url: string;
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Puts a mock behind a real HTTP server on 127.0.0.1, for programs that take no `fetch`.
 *
 * A request that is refused is answered with 501 and the broken rules as plain text; an answer that the document does not
 * allow with 500 and the same. Both are on the mock too, or in the text.
 *
 * @param port - Default: any that is free.
 */
export async function startServer(
  mock: MockApi,
  { port = 0 }: { readonly port?: number } = {},
): Promise<MockServer> {
  const server = createServer((request, response) => {
    exchange(mock, request, response).catch(() => response.destroy());
  });
  // A server that ends idle connections by the clock ends, now and then, one that a client has just taken up again.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function exchange(mock: MockApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let delivery: Delivery;
  try {
    delivery = await mock.answer(await receive(request));
  } catch (error) {
    const status = error instanceof RequestRefusedError ? 501 : 500;
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
    response.end(error instanceof Error ? error.message : String(error));
    return;
  }
  await send(delivery, response);
}

async function receive(request: IncomingMessage): Promise<WireRequest> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { rawHeaders: raw } = request;
  const headers = raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), raw[index + 1] ?? ""] as const] : [],
  );
  return {
    method: request.method ?? "",
    target: request.url ?? "",
    headers,
    body: await decoded(new Uint8Array(Buffer.concat(chunks)), headers),
  };
}

async function send(
  { before, refused, status, headers, pieces }: Delivery,
  response: ServerResponse,
): Promise<void> {
  const gone = new Promise<void>((resolve) => response.once("close", resolve));
  if (before !== undefined) await Promise.race([before, gone]);
  if (response.destroyed) return;
  if (refused === true) {
    response.socket?.resetAndDestroy();
    return;
  }
  const isWhole = pieces.every(isBytes);
  const length = pieces.reduce((sum, piece) => sum + (isBytes(piece) ? piece.length : 0), 0);
  // A body that is whole says its length; one that will break must not, or the client would know before it has read it.
  // Of an answer that has none it would be that of another answer (RFC 9110, section 8.6).
  const saysLength = isWhole && !isBodiless(response.req.method ?? "", status);
  response.writeHead(status, [...headers.flat(), ...(saysLength ? ["content-length", String(length)] : [])]);
  response.flushHeaders();
  for (const piece of pieces) {
    if (piece === "reset") {
      response.socket?.resetAndDestroy();
      return;
    }
    if (isBytes(piece)) {
      await new Promise<void>((resolve) => response.write(piece, () => resolve()));
    } else await Promise.race([piece, gone]);
    if (response.destroyed) return;
  }
  response.end();
}
