// Keeps what goes over the wire as HAR 1.2, for a second judge.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setting } from "./subject.ts";

type Fetch = (request: Request) => Promise<Response>;

interface Pair {
  readonly name: string;
  readonly value: string;
}

interface Entry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: object;
  readonly response: object;
  readonly cache: object;
  readonly timings: object;
}

/** Where the records are: beside the package under test, for they are too large to be kept as a report. */
export function trafficFolder(): string {
  return join(setting("PROJECT"), "traffic");
}

/** Records exchanges until it is written. */
export interface Traffic {
  /** The same `fetch`, watched. */
  watch(fetch: Fetch): Fetch;
  /** Writes what was recorded, and forgets it. */
  write(name: string): void;
}

/** Starts to record. Of the exchanges that share method, path and status the first `most` are kept. */
export function recordTraffic(most: number): Traffic {
  const entries: Entry[] = [];
  const counts = new Map<string, number>();
  return {
    watch: (fetch) => async (request) => {
      const copy = request.clone();
      const response = await fetch(request);
      const kind = `${request.method} ${new URL(request.url).pathname} ${response.status}`;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count <= most) entries.push(await entryOf(copy, response.clone()));
      return response;
    },
    write(name) {
      const log = { version: "1.2", creator: { name: "clientwright", version: "1" }, entries };
      const folder = trafficFolder();
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${name}.har`), JSON.stringify({ log }));
      entries.length = 0;
      counts.clear();
    },
  };
}

async function entryOf(request: Request, response: Response): Promise<Entry> {
  const text = await request.text();
  const mimeType = request.headers.get("content-type") ?? "application/json";
  const body = await response.text();
  return {
    startedDateTime: new Date(0).toISOString(),
    time: 0,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: pairs(request.headers),
      queryString: [...new URL(request.url).searchParams].map(([name, value]) => ({ name, value })),
      headersSize: -1,
      bodySize: text.length,
      ...(text === "" ? {} : { postData: { mimeType, text } }),
    },
    response: {
      status: response.status,
      statusText: "",
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: pairs(response.headers),
      content: { size: body.length, mimeType: response.headers.get("content-type") ?? "", text: body },
      redirectURL: "",
      headersSize: -1,
      bodySize: body.length,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  };
}

function pairs(headers: Headers): Pair[] {
  return [...headers].map(([name, value]) => ({ name, value }));
}
