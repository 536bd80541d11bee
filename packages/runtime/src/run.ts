import type { ClientState } from "./client.js";
import type { CallFacts } from "./errors/base.js";
import type { CallOutcome } from "./middleware.js";
import type { RunnableOperation } from "./operation.js";
import type { CallSettings } from "./options.js";
import type { Scope } from "./scope.js";

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
  /** Opens a scope that ends by the caller's signal, at the total time limit, or after so many milliseconds. */
  open(limit: number): Scope;
  /** Puts another limit on a scope, besides the total one. */
  limit(scope: Scope, limit: number): void;
}
