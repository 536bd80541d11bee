// A service on this machine that keeps every request as it came over the wire and answers what it is told.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, not decoded. */
  readonly target: string;
  /** Names in small letters; one entry for each header line. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Loopback {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** What came in since the last `answerWith`, oldest first. */
  readonly received: readonly ReceivedRequest[];
  /** What every request gets from now on: always the same, or what a function gives for each. */
  answerWith(answer: Answer | ((request: ReceivedRequest) => Answer)): void;
  close(): Promise<void>;
}

/** Starts the service on a free port of 127.0.0.1. Until told otherwise it answers 204. */
export async function startLoopback(): Promise<Loopback> {
  let answerTo: (request: ReceivedRequest) => Answer = () => ({ status: 204 });
  const received: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const whole: ReceivedRequest = {
        method: request.method ?? "",
        target: request.url ?? "",
        headers: pairs(request.rawHeaders),
        body: Buffer.concat(chunks).toString("utf8"),
      };
      received.push(whole);
      const answer = answerTo(whole);
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = addressOf(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answerWith: (next) => {
      answerTo = typeof next === "function" ? next : () => next;
      received.length = 0;
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name.toLowerCase(), raw[index + 1] ?? ""]] : [],
  );
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("The service has no port");
  return address;
}
