/** A body as it is sent. */
export interface EncodedBody {
  /**
   * Text, bytes or a stream of bytes. Said through `fetch`, because bytes have another type since TypeScript 5.7, and
   * users have older compilers too.
   */
  readonly body: Exclude<NonNullable<RequestInit["body"]>, FormData | URLSearchParams>;
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
