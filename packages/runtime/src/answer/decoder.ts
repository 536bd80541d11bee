/** What a decoder is given beside the answer. */
export interface DecodeTools {
  /** Reads JSON text: `JSON.parse`, or what the caller gave as `parseJson`. */
  readonly parseJson: (text: string) => unknown;
  /** Makes the error for a body that is not what it should be; the reason quotes nothing of it. */
  readonly fail: (reason: string, text: string, cause?: unknown) => Error;
}

/**
 * Turns an answer into the value of the call. A generated operation names one for each status its document calls a
 * success, so the others are not shipped.
 */
export interface AnswerDecoder {
  readonly decode: (response: Response, tools: DecodeTools) => unknown;
  /** The value is the unread body: the call's limits hold until it has been read. */
  readonly unread?: boolean;
}
