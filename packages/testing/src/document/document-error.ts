/** The document cannot be worked with: what is wrong, where, and what to do. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  /** JSON pointer (RFC 6901) of the place in the document. */
  readonly pointer: string;

  constructor(message: string, pointer: string) {
    super(`${message} (at ${pointer === "" ? "the root" : pointer})`);
    this.pointer = pointer;
  }
}
