/** A body as it is sent. */
export interface EncodedBody {
  readonly body:
    string | Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Value of `Content-Type`. */
  readonly type: string;
}

/**
 * Turns the body of an input into what is sent. A generated operation names the one its document asks for, so the others
 * are not shipped.
 *
 * @returns `undefined` for a body that is not given.
 */
export type BodyCodec = (value: unknown) => EncodedBody | undefined;
