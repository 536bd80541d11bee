import type { AnswerDecoder } from "./decoder.js";
import { none } from "./none.js";

/** An operation's decoders by status, range or `default`. */
type Answers = Readonly<Record<string, AnswerDecoder>>;

/**
 * The decoder of a success: that of its status, of its range, the default, else that of any other success, since a service
 * that answers 201 where 200 is documented has still done what was asked.
 *
 * @returns `undefined` for what the operation was not called for: each 2xx is a success, and what the document calls one.
 */
export function decoderFor(answers: Answers, { ok, status }: Response): AnswerDecoder | undefined {
  const own = answers[status];
  if (own || !ok) return own;
  const successes = Object.values(answers);
  // Where all of them have a body, the call promises one: an empty answer fails as such.
  const empty = status === 204 || status === 205 ? successes.find((one) => one === none) : undefined;
  return answers["2XX"] ?? answers["default"] ?? empty ?? successes[0] ?? none;
}
