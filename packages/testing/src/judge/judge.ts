import { operationOf, readApi, type Api } from "../document/api.js";
import { createValidator, type Validator } from "../schema/validator.js";
import type { WireAnswer, WireRequest } from "../wire/request.js";
import { judgeAnswer } from "./judge-answer.js";
import { type Judgement, judgeRequest } from "./judge-request.js";
import type { Rejection } from "./rejection.js";

/** Settings of a judge. */
export interface JudgeOptions {
  /** Headers that requests may carry beside those of the document, such as `x-trace-id`. */
  readonly allowHeaders?: readonly string[];
}

/** Judges requests and answers by a document, strictly, and by nothing else. */
export interface Judge {
  /** Judges a request as it stands on the wire. */
  request(request: WireRequest): Judgement;
  /**
   * Judges an answer to an operation.
   *
   * @returns The broken rules; empty when there are none.
   * @throws Error when the document has no such operation.
   */
  answer(operationId: string, answer: WireAnswer): readonly Rejection[];
}

/**
 * Makes a judge of an OpenAPI document (3.0, 3.1 or 3.2) whose references all stay inside it.
 *
 * @throws DocumentError when the document cannot be worked with.
 */
export function judge(document: unknown, options: JudgeOptions = {}): Judge {
  const api = readApi(document);
  return judgeOf(api, createValidator(api.document), options);
}

/** A judge of a document that has been read. */
export function judgeOf(api: Api, validator: Validator, { allowHeaders = [] }: JudgeOptions): Judge {
  return {
    request: (request) => judgeRequest(api, validator, request, allowHeaders),
    answer: (id, answer) => judgeAnswer(api, validator, operationOf(api, id), answer),
  };
}
