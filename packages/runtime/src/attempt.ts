import { decoderFor } from "./answer/for-status.js";
import { none } from "./answer/none.js";
import { ClientwrightError, type CallFacts } from "./errors/base.js";
import { ConnectionError } from "./errors/connection-error.js";
import { DecodeError } from "./errors/decode-error.js";
import { readFailure } from "./failure.js";
import type { CallSettings } from "./options.js";
import type { Plan } from "./plan.js";
import { quietly } from "./quietly.js";
import { requestId } from "./request-id.js";
import type { Run } from "./run.js";
import { createScope, type Scope } from "./scope.js";
import { authorize } from "./security/authorize.js";
import { send } from "./send.js";
import { untilRead } from "./until-read.js";

/** A success that has been read. */
export interface ReadAnswer {
  readonly data: unknown;
  readonly response: Response;
  readonly facts: CallFacts;
  readonly settings: CallSettings;
  /** Makes the error for data that are not what they should be; the reason quotes nothing of them. */
  readonly fail: (reason: string) => DecodeError;
}

/** Makes the value of a call of what was read. What it throws ends the call. */
export type Finish = (answer: ReadAnswer) => unknown;

/** The answer of one attempt that succeeded. */
export interface AttemptAnswer {
  /** `undefined` when the answer is left unread. */
  readonly data: unknown;
  readonly response: Response;
}

/**
 * Sends the request once and reads the answer, within the time limit of one attempt.
 *
 * @throws ApiError for a status that is not a success; ConnectionError when no complete answer came; TimeoutError and
 * AbortError; DecodeError when the answer cannot be read; whatever a middleware throws.
 */
export function makeAttempt(run: Run, plan: Plan): Promise<AttemptAnswer> {
  const scope = createScope(run, run.settings.timeout.attempt);
  return scope.within(exchange(run, plan, scope));
}

async function exchange(run: Run, plan: Plan, scope: Scope): Promise<AttemptAnswer> {
  const { operation, settings, raw, facts, finish } = run;
  const parseJson = settings.parseJson ?? JSON.parse;
  // The limits hold until the caller has read the body.
  let isHandedOver = false;
  // Nothing is to be let go when the attempt fails: the body has been read, or somebody else reads it.
  let isLeft = false;
  try {
    // An aborted call asks for nothing and sends nothing.
    scope.signal.throwIfAborted();
    const asked = authorize(plan, run.state.settings, facts);
    // To wait for what is there already would cost a turn of the queue.
    const complete = asked instanceof Promise ? await asked : asked;
    scope.signal.throwIfAborted();
    facts.attempts += 1;
    let response = await send(run, complete, scope.signal);
    // Nor is what stands for one in a test, and could not be read.
    if (!(response?.headers && typeof response.text === "function")) {
      throw new TypeError(`${operation.id}: a middleware or the option fetch gave no Response`);
    }
    const decoder = decoderFor(operation.answers, response);
    const isNeeded = raw || (decoder && (decoder !== none || finish));
    isLeft = response.bodyUsed || response.body?.locked === true;
    if (isLeft && isNeeded) {
      throw new TypeError(
        `${operation.id}: a middleware or the option fetch has read the body of its answer: let it read a clone`,
      );
    }
    // What has no body needs no watching, and of a status beyond those of HTTP no other answer can be made.
    if ((raw || decoder?.unread) && response.body && response.status < 600) {
      // The attempt's time limit ends, the call's limits go on until the caller has read it.
      scope.limit(Infinity);
      response = untilRead(response, scope, facts);
      isHandedOver = true;
    }
    if (!decoder) {
      // What has been read to its end needs no end, and a middleware may still look at it.
      isLeft = true;
      throw await readFailure(response, facts, raw ? undefined : parseJson);
    }
    if (raw) return { data: undefined, response };
    const fail = (reason: string, text = "", cause?: unknown): DecodeError =>
      new DecodeError(facts, { response, reason, text, cause, requestId: requestId(response.headers) });
    let data: unknown;
    try {
      const decoding = decoder.decode(response, { parseJson, fail });
      // The status has said it all: a body that nobody wants and that never ends is no reason to send again.
      data = await (isNeeded ? decoding : quietly(() => scope.within(decoding as Promise<void>)));
    } catch (error) {
      // Whatever else stops the reading of a body is a connection that broke in the middle of it.
      throw error instanceof ClientwrightError ? error : new ConnectionError(facts, error);
    }
    return { data: finish ? finish({ data, response, facts, settings, fail }) : data, response };
  } catch (error) {
    if (!isLeft) scope.end(error);
    throw error;
  } finally {
    if (!isHandedOver) scope.close();
  }
}
