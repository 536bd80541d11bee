import type { AbortError } from "./abort-error.js";
import type { ConnectionError } from "./connection-error.js";
import type { DecodeError } from "./decode-error.js";
import type { TimeoutError } from "./timeout-error.js";

/** What can go wrong with any call, whatever the service documents. Ends the error union of every operation. */
export type TransportError = TimeoutError | AbortError | ConnectionError | DecodeError;
