import type { CallOptions } from "../options.js";
import type { BatchProgress } from "./outcome.js";

/** Options of a batch. The others hold for each of its requests; `signal` ends the batch as a whole. */
export interface BatchOptions extends CallOptions {
  /**
   * Most items in one request.
   * @default what the document says of the operation, else no limit
   */
  maxItems?: number | undefined;
  /**
   * Most bytes of one request's body, before compression.
   * @default what the document says of the operation, else no limit
   */
  maxBytes?: number | undefined;
  /**
   * Most requests at the same time.
   * @default 4
   */
  concurrency?: number | undefined;
  /** Is told how far the batch has come, after each outcome. What it throws stops the batch. */
  onProgress?: ((progress: BatchProgress) => void) | undefined;
}
