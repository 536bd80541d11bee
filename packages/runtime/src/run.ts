import { stateOf, type Client, type ClientState } from "./client.js";
import { AbortError } from "./errors/abort-error.js";
import type { CallFacts } from "./errors/base.js";
import { ConnectionError } from "./errors/connection-error.js";
import { TimeoutError } from "./errors/timeout-error.js";
import type { CallOutcome } from "./middleware.js";
import type { RunnableOperation } from "./operation.js";
import { mergeOptions, settle, type CallOptions, type CallSettings } from "./options.js";
import { openScope, type Scope } from "./scope.js";
import { untilRead } from "./until-read.js";

/** One call on its way: what its attempts share. */
export interface Run {
  readonly operation: RunnableOperation;
  readonly state: ClientState;
  readonly settings: CallSettings;
  /** Leave the body of the answer unread, whatever the status. */
  readonly raw: boolean;
  /** Counts the attempts. */
  readonly facts: CallFacts & { attempts: number };
  /** Ended by the caller's signal or by the total time limit. */
  readonly total: Scope;
  /** The listeners that middleware gave. */
  readonly listeners: ((outcome: CallOutcome) => void)[];
  /** What the last attempt failed with. */
  lastError: unknown;
  /** Bodies that the caller may still be reading. */
  unread: number;
  over: boolean;
}

/** Starts a call's clock and its listening to the caller's signal. {@link closeRun} has to follow. */
export function openRun(
  operation: RunnableOperation,
  client: Client,
  options: CallOptions,
  raw: boolean,
): Run {
  const state = stateOf(client);
  const settings = settle(mergeOptions(state.options, options));
  const { id, method, path } = operation;
  const facts = { operation: id, method, path, attempts: 0 };
  const limit = settings.timeout.total;
  const run: Run = {
    operation,
    state,
    settings,
    raw,
    facts,
    total: openScope(settings.signal, limit, () => new TimeoutError(facts, "total", limit, run.lastError)),
    listeners: [],
    lastError: undefined,
    unread: 0,
    over: false,
  };
  return run;
}

/** Ends a call: its limits end with it, or with the last body that is still read. */
export function closeRun(run: Run): void {
  run.over = true;
  if (run.unread === 0) run.total.close();
}

/**
 * Why something within a scope failed: the caller's signal, a time limit, or else the error itself. The signal is asked
 * first because its reason can be anything.
 */
export function whyEnded({ settings: { signal }, facts }: Run, scope: Scope, error: unknown): unknown {
  if (signal?.aborted) return new AbortError(facts, signal.reason);
  return scope.signal.aborted ? scope.signal.reason : error;
}

/** Hands an answer to the caller unread; the attempt's time limit ends, the scope and the call's limits go on until it is read. */
export function handOver(run: Run, scope: Scope, response: Response): Response {
  const facts = { ...run.facts };
  run.unread += 1;
  scope.stopTimer();
  const release = (): void => {
    run.unread -= 1;
    scope.close();
    if (run.over) closeRun(run);
  };
  return untilRead(response, release, (cause) => whyEnded(run, scope, new ConnectionError(facts, cause)));
}
