/** What is put on the wire, piece by piece: the same for `fetch` in process and for a server. */
export interface Delivery {
  /** Nothing is sent before it has come true. */
  readonly before?: Promise<unknown> | undefined;
  /** No answer: the connection ends before there is one. */
  readonly refused?: boolean | undefined;
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly pieces: readonly Piece[];
}

/** Bytes, a wait, or the end of the connection. */
export type Piece = Uint8Array | Promise<unknown> | "reset";

/** Whether a piece is bytes. In test environments such as jsdom they are not instances of the global `Uint8Array`. */
export function isBytes(piece: Piece): piece is Uint8Array {
  return ArrayBuffer.isView(piece);
}

/** What Node's `fetch` throws when a connection breaks: a TypeError that hides the system's error. */
function networkError(message: string, code: string): TypeError {
  return new TypeError(message, { cause: Object.assign(new Error(code), { code }) });
}

/** Answers as `fetch` would, aborts included. */
export async function asResponse(delivery: Delivery, signal: AbortSignal | null): Promise<Response> {
  if (delivery.before !== undefined) await orAborted(delivery.before, signal);
  signal?.throwIfAborted();
  if (delivery.refused === true) throw networkError("fetch failed", "ECONNREFUSED");
  const { status, headers, pieces } = delivery;
  return new Response(pieces.length > 0 ? streamOf(pieces, signal) : null, {
    status,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
}

function streamOf(pieces: readonly Piece[], signal: AbortSignal | null): ReadableStream<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = left.shift();
      if (piece === undefined) return controller.close();
      if (piece === "reset") return controller.error(networkError("terminated", "ECONNRESET"));
      if (isBytes(piece)) return controller.enqueue(piece);
      try {
        await orAborted(piece, signal);
      } catch (error) {
        return controller.error(error);
      }
      return this.pull?.(controller);
    },
  });
}

/** Waits, unless the signal ends first. */
async function orAborted(wait: Promise<unknown>, signal: AbortSignal | null): Promise<void> {
  if (signal === null) {
    await wait;
    return;
  }
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    await Promise.race([wait, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
