import type { AnswerDecoder } from "./decoder.js";
import { none } from "./none.js";

/** An operation's decoders by status, range or `default`. */
type Answers = Readonly<Record<string, AnswerDecoder>>;

/** Whether an answer is what an operation was called for: each 2xx is, and what the document calls a success. */
export function isSuccess(answers: Answers, { ok, status }: Response): boolean {
  return ok || answers[status] !== undefined;
}

/**
 * The decoder of a status: its own, that of its range, the default, else that of any other success, since a service that
 * answers 201 where 200 is documented has still done what was asked.
 */
export function decoderFor(answers: Answers, status: number): AnswerDecoder {
  const documented = answers[status] ?? answers[`${Math.floor(status / 100)}XX`] ?? answers["default"];
  if (documented) return documented;
  const successes = Object.values(answers);
  // Where all of them have a body, the call promises one: an empty answer fails as such.
  const empty = status === 204 || status === 205 ? successes.find((one) => one === none) : undefined;
  return empty ?? successes[0] ?? none;
}
