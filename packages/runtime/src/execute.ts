import { makeAttempt, type AttemptAnswer, type Finish } from "./attempt.js";
import { compressed } from "./body/gzip.js";
import type { Arrived } from "./call.js";
import { stateOf, type Client } from "./client.js";
import { ApiError } from "./errors/api-error.js";
import { nameCall } from "./errors/named.js";
import { logFailure, logRetry } from "./logger.js";
import type { CallOutcome } from "./middleware.js";
import type { RunnableOperation } from "./operation.js";
import { settle, type CallOptions } from "./options.js";
import { makePlan, type Plan } from "./plan.js";
import { quietly, tell } from "./quietly.js";
import { bookSuccess, takeRetry } from "./retry/budget.js";
import { delayBefore, isRetryable, type RetryableError } from "./retry/decide.js";
import type { Run } from "./run.js";
import { LONGEST_TIMER, createScope } from "./scope.js";

/**
 * Makes a call: plans it, sends it, and sends it again where that is allowed and useful, within the caller's limits.
 *
 * @param raw - Gives the unread answer of any status.
 * @param finish - Makes the value of a success that was read.
 * @param stop - Ends the call as the caller's signal does.
 */
export async function execute(
  operation: RunnableOperation,
  client: Client,
  input: unknown,
  options: CallOptions | undefined,
  raw: boolean,
  finish?: Finish,
  stop?: AbortSignal,
): Promise<Arrived> {
  const state = stateOf(client);
  const settings = settle(state.settings, options);
  const { logger } = settings;
  const { id, method, path } = operation;
  const facts = { operation: id, method, path, attempts: 0 };
  const run: Run = {
    operation,
    state,
    settings,
    raw,
    finish,
    stop,
    facts,
    listeners: [],
    deadline: performance.now() + settings.timeout.total,
  };
  let plan: Plan | undefined;
  let answer: AttemptAnswer | undefined;
  try {
    plan = makePlan(operation, state, input, settings);
    if (settings.compress === "gzip") plan = await compressed(plan);
    for (let tries = 1; !answer; tries += 1) {
      try {
        answer = await makeAttempt(run, plan);
        bookSuccess(state.budget, tries - 1);
      } catch (error) {
        run.lastError = error;
        const unread = raw && error instanceof ApiError ? error.response : undefined;
        const delay = retryDelay(run, plan, error, tries);
        if (delay !== undefined) {
          try {
            tell(settings.retry.onRetry, { error: error as RetryableError, attempt: tries, delay });
          } finally {
            // Nobody will read this answer: its connection is let go, if it is still there.
            void quietly(() => unread?.body?.cancel());
          }
          logRetry(logger, facts, delay, error as RetryableError);
          await pause(run, delay);
        } else if (unread) answer = { data: undefined, response: unread };
        else throw error;
      }
    }
    return { ...answer, attempts: facts.attempts, arrival: Date.now() };
  } catch (error) {
    run.lastError = error;
    if (!plan) nameCall(error, facts);
    // A stream that was never sent would hold its file open; one that is being sent ends with its request.
    const stream = plan?.body;
    if (stream instanceof ReadableStream) void quietly(() => stream.cancel(error));
    logFailure(logger, facts, error);
    throw error;
  } finally {
    for (const listener of run.listeners) void quietly(() => listener(outcomeOf(run, answer)));
  }
}

function outcomeOf({ facts, lastError }: Run, answer: AttemptAnswer | undefined): CallOutcome {
  const { attempts } = facts;
  if (answer) return { attempts, status: answer.response.status };
  return { attempts, status: lastError instanceof ApiError ? lastError.status : undefined, error: lastError };
}

/** Milliseconds until another attempt; `undefined` when there is to be none. */
function retryDelay(
  { operation, settings: { retry }, state }: Run,
  { body }: Plan,
  error: unknown,
  tries: number,
): number | undefined {
  const mayRepeat =
    isRetryable(error, retry) &&
    // A limit that is no number allows none.
    tries <= retry.limit &&
    (retry.idempotent ?? operation.idempotency !== "none") &&
    // A stream has been used up, in part or in whole.
    !(body instanceof ReadableStream);
  const delay = mayRepeat ? delayBefore(error, tries, retry, Math.random()) : undefined;
  return delay !== undefined && takeRetry(state.budget) ? delay : undefined;
}

/** Waits between two attempts; an abort and the total time limit wake it. */
async function pause(run: Run, delay: number): Promise<void> {
  const scope = createScope(run, Infinity);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    for (let left = delay; left > 0; left -= LONGEST_TIMER) {
      const wait = Math.min(left, LONGEST_TIMER);
      await scope.within(new Promise((resolve) => (timer = setTimeout(resolve, wait))));
    }
  } finally {
    clearTimeout(timer);
    scope.close();
  }
}
