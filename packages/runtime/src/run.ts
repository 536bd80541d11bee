import type { Finish } from "./attempt.js";
import type { ClientState } from "./client.js";
import type { CallFacts } from "./errors/base.js";
import type { CallOutcome } from "./middleware.js";
import type { RunnableOperation } from "./operation.js";
import type { CallSettings } from "./options.js";

/** One call on its way: what its attempts share. */
export interface Run {
  readonly operation: RunnableOperation;
  readonly state: ClientState;
  readonly settings: CallSettings;
  /** Leave the body of the answer unread, whatever the status. */
  readonly raw: boolean;
  /** Counts the attempts. */
  readonly facts: CallFacts & { attempts: number };
  /** The listeners that middleware gave. */
  readonly listeners: ((outcome: CallOutcome) => void)[];
  /** Makes its value, in place of the data themselves. */
  readonly finish: Finish | undefined;
  /** Ends it as the caller's signal does. */
  readonly stop: AbortSignal | undefined;
  /** When its total time is over, as `performance.now()` counts. */
  readonly deadline: number;
  /** What its last attempt failed with. */
  lastError?: unknown;
}
