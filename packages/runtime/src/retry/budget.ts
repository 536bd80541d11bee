const CAPACITY = 100;
const EARNED_BY_SUCCESS = 0.2;

/**
 * Keeps a client from multiplying the load on a service that is down: each retry takes one token of 100, each call that
 * succeeds gives a fifth of one back, each that succeeds by a retry what it took. Without tokens a failure is final.
 *
 * In a lasting outage a client with many calls so soon sends each once, and after it at most one retry for five successes.
 */
export interface RetryBudget {
  tokens: number;
}

/** A full budget. */
export function createBudget(): RetryBudget {
  return { tokens: CAPACITY };
}

/** Takes the token of one retry; false when there is none. */
export function takeRetry(budget: RetryBudget): boolean {
  if (budget.tokens < 1) return false;
  budget.tokens -= 1;
  return true;
}

/** Books a call that succeeded after so many retries. */
export function bookSuccess(budget: RetryBudget, retries: number): void {
  budget.tokens = Math.min(CAPACITY, budget.tokens + (retries || EARNED_BY_SUCCESS));
}
