import { lineOf, type Rejection } from "../judge/rejection.js";

/** A request that the judge refused. `message` has one line for each broken rule. */
export class RequestRefusedError extends Error {
  override readonly name = "RequestRefusedError";
  readonly rejections: readonly Rejection[];

  constructor(request: string, rejections: readonly Rejection[]) {
    super(
      `${request} is not what the document describes:\n${rejections.map((one) => `- ${lineOf(one)}`).join("\n")}`,
    );
    this.rejections = rejections;
  }
}

/** An answer that the document does not allow was about to be sent. `message` has one line for each broken rule. */
export class AnswerRefusedError extends Error {
  override readonly name = "AnswerRefusedError";
  readonly rejections: readonly Rejection[];

  constructor(operationId: string, rejections: readonly Rejection[]) {
    const lines = rejections.map((one) => `- ${lineOf(one)}`).join("\n");
    super(
      `The answer to ${operationId} is not what the document describes (check: false sends it anyway):\n${lines}`,
    );
    this.rejections = rejections;
  }
}
