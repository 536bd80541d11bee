import { none } from "./answer/none.js";
import type { AnswerDecoder } from "./answer/decoder.js";
import { ClientwrightError, type CallFacts } from "./errors/base.js";
import { ConnectionError } from "./errors/connection-error.js";
import { DecodeError } from "./errors/decode-error.js";
import { named } from "./errors/named.js";
import { TimeoutError } from "./errors/timeout-error.js";
import { readFailure } from "./failure.js";
import type { RunnableOperation } from "./operation.js";
import type { Plan } from "./plan.js";
import { requestId } from "./request-id.js";
import { handOver, whyEnded, type Run } from "./run.js";
import { abortable, openScope, type Scope } from "./scope.js";
import { readCredentials, type SentCredential } from "./security.js";
import { send } from "./send.js";

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
export async function makeAttempt(run: Run, plan: Plan): Promise<AttemptAnswer> {
  run.facts.attempts += 1;
  const facts = { ...run.facts };
  const limit = run.settings.timeout.attempt;
  const scope = openScope(run.total.signal, limit, () => new TimeoutError(facts, "attempt", limit));
  const unread = run.unread;
  try {
    return await abortable(scope.signal, exchange(run, plan, facts, scope));
  } catch (error) {
    throw whyEnded(run, scope, error);
  } finally {
    if (run.unread === unread) scope.close();
  }
}

async function exchange(run: Run, plan: Plan, facts: CallFacts, scope: Scope): Promise<AttemptAnswer> {
  const { operation, state, settings, raw } = run;
  const given: Readonly<Record<string, unknown>> = { ...state.options };
  const credentials = await named(operation.id, () => readCredentials(plan.security, given));
  const response = await send(run, plan, facts, credentials, scope.signal);
  const isFailure = !response.ok && !operation.answers[response.status];
  const decoder = decoderFor(operation, response.status);
  const answer = raw || (!isFailure && decoder.unread) ? handOver(run, scope, response) : response;
  if (isFailure) throw await readFailure(answer, facts, { raw, secrets: secretsOf(credentials) });
  if (raw) return { data: undefined, response: answer };
  try {
    const data = await decoder.decode(answer, {
      parseJson: settings.parseJson ?? JSON.parse,
      fail: (reason, text, cause) =>
        new DecodeError(facts, { response, reason, text, cause, requestId: requestId(response.headers) }),
    });
    return { data, response: answer };
  } catch (error) {
    // Whatever else stops the reading of a body is a connection that broke in the middle of it.
    throw error instanceof ClientwrightError ? error : new ConnectionError(facts, error);
  }
}

/**
 * The decoder of a status: its own, that of its range, the default, else that of any other success, since a service that
 * answers 201 where 200 is documented has still done what was asked.
 */
function decoderFor({ answers }: RunnableOperation, status: number): AnswerDecoder {
  const documented = answers[status] ?? answers[`${Math.floor(status / 100)}XX`] ?? answers["default"];
  if (documented) return documented;
  return status === 204 || status === 205 ? none : (Object.values(answers)[0] ?? none);
}

/** What the texts of an error must not repeat: the credentials as they were given and, behind the name of a scheme, sent. */
function secretsOf(credentials: readonly SentCredential[]): string[] {
  // Whatever is shorter is a placeholder of a test, and would be found in ordinary words.
  const texts = credentials.flatMap(({ value, secret }) => [secret, value.slice(value.lastIndexOf(" ") + 1)]);
  return texts.filter((text) => text.length > 3);
}
