import { makeAttempt, type AttemptAnswer } from "./attempt.js";
import type { CallAnswer } from "./call.js";
import type { Client } from "./client.js";
import { ApiError } from "./errors/api-error.js";
import { named } from "./errors/named.js";
import { logFailure, logRetry } from "./logger.js";
import type { RunnableOperation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { makePlan, type Plan } from "./plan.js";
import { requestId } from "./request-id.js";
import { bookSuccess, takeRetry } from "./retry/budget.js";
import { delayBefore, isRetryable, type RetryableError } from "./retry/decide.js";
import { readRateLimit } from "./retry/rate-limit.js";
import { closeRun, openRun, whyEnded, type Run } from "./run.js";
import { sleep } from "./scope.js";

/**
 * Makes a call: plans it, sends it, and sends it again where that is allowed and useful, within the caller's limits.
 *
 * @param raw - Gives the unread answer of any status.
 */
export async function execute(
  operation: RunnableOperation,
  client: Client,
  input: unknown,
  options: CallOptions,
  raw: boolean,
): Promise<CallAnswer<unknown>> {
  const run = openRun(operation, client, options, raw);
  let status: number | undefined;
  let failure: { error: unknown } | undefined;
  try {
    const plan = await named(operation.id, () => makePlan(operation, run.state, input, run.settings));
    const { data, response } = await attempts(run, plan);
    status = response.status;
    const { headers } = response;
    const arrival = Date.now();
    return {
      data,
      response,
      attempts: run.facts.attempts,
      requestId: requestId(headers),
      // Read when it is asked for, which is rare, but told as it was when the answer came.
      get rateLimit() {
        return readRateLimit(headers, arrival);
      },
    };
  } catch (error) {
    status = error instanceof ApiError ? error.status : undefined;
    failure = { error };
    logFailure(run.settings.logger, run.facts, error);
    throw error;
  } finally {
    closeRun(run);
    for (const listener of run.listeners) listener({ attempts: run.facts.attempts, status, ...failure });
  }
}

async function attempts(run: Run, plan: Plan): Promise<AttemptAnswer> {
  const { facts, settings, state, total } = run;
  for (;;) {
    // Also before the first attempt: an aborted call sends nothing.
    if (total.signal.aborted) throw whyEnded(run, total, undefined);
    try {
      const answer = await makeAttempt(run, plan);
      bookSuccess(state.budget, facts.attempts - 1);
      return answer;
    } catch (error) {
      run.lastError = error;
      const delay = isRetryable(error, settings.retry) ? retryDelay(run, plan, error) : undefined;
      if (delay === undefined) return giveUp(run, error);
      await pause(run, delay);
    }
  }
}

/** Milliseconds until another attempt; `undefined` when there is to be none. */
function retryDelay(
  { facts, settings: { retry }, state }: Run,
  { operation, body }: Plan,
  error: RetryableError,
): number | undefined {
  if (facts.attempts > retry.limit || !(retry.idempotent ?? operation.idempotency !== "none"))
    return undefined;
  // A stream has been used up, in part or in whole.
  if (body instanceof ReadableStream) return undefined;
  const delay = delayBefore(error, facts.attempts, retry, Math.random());
  if (delay === undefined || !takeRetry(state.budget)) return undefined;
  retry.onRetry?.({ error, attempt: facts.attempts, delay });
  return delay;
}

function giveUp(run: Run, error: unknown): AttemptAnswer {
  if (run.raw && error instanceof ApiError) return { data: undefined, response: error.response };
  throw error;
}

async function pause(run: Run, delay: number): Promise<void> {
  const { lastError, raw, total } = run;
  // Nobody will read this answer: its connection is let go.
  if (raw && lastError instanceof ApiError) void lastError.response.body?.cancel();
  logRetry(run.settings.logger, run.facts, delay, lastError);
  try {
    await sleep(delay, total.signal);
  } catch (reason) {
    throw whyEnded(run, total, reason);
  }
}
