import { ClientwrightError, type CallFacts } from "./base.js";

/** One item of a batch cannot be sent, alone or with others; nothing of it left. `cause` is why it could not be encoded. */
export class BatchItemError extends ClientwrightError {
  declare readonly name: "BatchItemError";
  /** No answer, so no status: it is here so that a union of errors can be narrowed by `status`. */
  declare readonly status: undefined;
  /** Bytes of a body that holds this item alone; `undefined` when the item has no JSON text. */
  readonly bytes: number | undefined;

  constructor(
    { operation, method, path }: CallFacts,
    reason: string,
    bytes: number | undefined,
    cause?: unknown,
  ) {
    super(`${operation}: an item ${reason}`, { operation, method, path, attempts: 0 }, cause);
    this.bytes = bytes;
  }

  override get "~kind"(): string {
    return "ClientwrightError/BatchItemError";
  }
}
