import type { JsonValue } from "../json.js";
import type { UnderstoodRequest } from "../judge/judge-request.js";
import type { Fault } from "./faults.js";

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Three digits as a number. */
type StatusOf<Text> = Text extends `${infer Status extends number}` ? Status : never;

/** Statuses of success. */
export type SuccessStatus = StatusOf<`2${Digit}${Digit}`>;

/** All other statuses of an answer. They are numbers one by one, so that a success has the right body. */
export type OtherStatus = StatusOf<`${3 | 4 | 5}${Digit}${Digit}`>;

/** Any answer, before the document is asked. */
export interface RawAnswer {
  /** Default: the documented success. */
  readonly status?: number;
  /**
   * Sent in the media type of the answer: as JSON, as the text that it is, or, of bytes and a Blob, as they are. Left out
   * where the document has a body, one is sampled.
   */
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly text?: string;
  /** Replace those that are sampled or follow from the body. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * `false` sends what the document does not allow, such as a value that a later version of the service may add.
   *
   * @default true
   */
  readonly check?: boolean;
}

/**
 * An answer. A success has the body that the operation answers; any other status has the body that the document gives it.
 *
 * @typeParam Body - What the operation answers.
 */
export type Answer<Body = unknown> =
  | (RawAnswer & { readonly status?: SuccessStatus; readonly body?: Body })
  | (RawAnswer & { readonly status: OtherStatus })
  | (RawAnswer & { readonly check: false });

/** A request as a reply sees it. */
export interface MockRequest extends UnderstoodRequest {
  readonly method: string;
  /** Path and query as they stand on the wire. */
  readonly target: string;
  readonly headers: Headers;
  readonly body: JsonValue | undefined;
  /** How many requests of this operation came before, since the start or the last `reset()`. */
  readonly index: number;
}

/** An answer, a fault, or a function that chooses by the request. */
export type Reply<Body = unknown> =
  Answer<Body> | Fault | ((request: MockRequest) => Answer<Body> | Fault | Promise<Answer<Body> | Fault>);

/** A reply to an operation that is named by text, so that nothing is known of its types. */
export type AnyReply =
  RawAnswer | Fault | ((request: MockRequest) => RawAnswer | Fault | Promise<RawAnswer | Fault>);

/** The function of a generated package that calls an operation: its name is the operationId, its data types the replies. */
export interface OperationFunction<Data> {
  (client: never, ...input: never[]): { withResponse(): Promise<{ readonly data: Data }> };
  readonly name: string;
}

/** The body that an operation answers; of an operation with pages, the whole of one; of a stream, the list of its items. */
export type BodyOf<Data> = Data extends {
  readonly items: readonly unknown[];
  readonly data: infer Whole;
  hasNextPage(): boolean;
}
  ? Whole
  : Data extends {
        cancel(): Promise<void>;
        [Symbol.asyncIterator](): AsyncIterator<infer Item, undefined>;
      }
    ? readonly Item[]
    : Data;
