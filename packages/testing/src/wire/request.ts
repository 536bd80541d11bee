/** A request as it stands on the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path and query, not decoded. */
  readonly target: string;
  /** Names in small letters; one entry for each header line. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Empty when there is none. Of a gzip body, the bytes before compression. */
  readonly body: Uint8Array;
}

/** An answer as it stands on the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** What `fetch` would put on the wire for a request. Its body is read. */
export async function wireOf(request: Request): Promise<WireRequest> {
  const { pathname, search } = new URL(request.url);
  const headers = [...request.headers].map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method: request.method.toUpperCase(),
    target: `${pathname}${search}`,
    headers,
    body: await decoded(new Uint8Array(await request.arrayBuffer()), headers),
  };
}

/** A body without its `Content-Encoding`, if that is gzip. */
export async function decoded(body: Uint8Array, headers: WireRequest["headers"]): Promise<Uint8Array> {
  const encoding = headers.find(([name]) => name === "content-encoding")?.[1];
  if (encoding !== "gzip") return body;
  const stream = new Response(body.slice()).body?.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream ?? null).arrayBuffer());
}

/** The values of a header, one for each line. */
export function valuesOf(headers: WireRequest["headers"], name: string): string[] {
  return headers.filter(([one]) => one === name).map(([, value]) => value);
}
