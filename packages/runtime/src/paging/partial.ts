import type { ReadAnswer } from "../attempt.js";
import { PartialAnswerError } from "../errors/partial-answer-error.js";
import { tell } from "../quietly.js";
import { readAnswer, type AnswerPlace } from "./place.js";

/** One sign that an answer is only a part of what was asked for. */
export interface PartialReason {
  /** Where the sign stands: a JSON pointer into the body (RFC 6901), or the name of a header. */
  readonly at: string;
  /** What stands there. */
  readonly value: unknown;
}

/** A successful answer that holds only a part of what was asked for. */
export interface PartialAnswer {
  /** `operationId` of the operation. */
  readonly operation: string;
  /** At least one. */
  readonly reasons: readonly PartialReason[];
  /** The whole body of the answer. */
  readonly data: unknown;
}

/** How a document says that a partial answer shows: a value that equals another, or one that is not empty. */
export interface PartialRule {
  readonly at: AnswerPlace;
  /** Left out: any array, text or object that has something in it. */
  readonly equals?: string | number | boolean | null;
}

/**
 * Finds out whether an answer is partial, and does what the caller's `onPartial` says.
 *
 * @throws PartialAnswerError when that is `"error"`.
 */
export type PartialCheck = (answer: ReadAnswer) => readonly PartialReason[];

/** An answer is partial when one of the rules holds. */
export function partialWhen(rules: readonly PartialRule[]): PartialCheck {
  return ({ data, response, facts, settings: { onPartial } }) => {
    const reasons = rules.flatMap(({ at, equals }): PartialReason[] => {
      const value = readAnswer(at, data, response.headers);
      if (equals === undefined ? isEmpty(value) : value !== equals) return [];
      return [Object.freeze({ at: typeof at === "string" ? at : pointer(at), value })];
    });
    if (reasons.length > 0) {
      if (onPartial === "error") throw new PartialAnswerError(facts, reasons, data, response);
      tell(onPartial, { operation: facts.operation, reasons, data });
    }
    return Object.freeze(reasons);
  };
}

function isEmpty(value: unknown): boolean {
  return typeof value === "string" ? value === "" : Object.keys(value ?? {}).length === 0;
}

function pointer(path: readonly string[]): string {
  return path.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
