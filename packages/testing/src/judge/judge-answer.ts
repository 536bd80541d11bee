import type { Api } from "../document/api.js";
import type { Operation, ResponseDescription } from "../document/operation.js";
import type { Validator } from "../schema/validator.js";
import { isBodiless } from "../wire/bodiless.js";
import { entryOf } from "../wire/media-type.js";
import { valuesOf, type WireAnswer } from "../wire/request.js";
import { readContent } from "./body.js";
import type { Rejection, Rule } from "./rejection.js";
import { readStyled } from "./style.js";
import type { ValueReader } from "./value.js";

/** The description of a status: its own, that of its range, or the default (OpenAPI 3.1.1, Responses Object). */
export function descriptionOf({ responses }: Operation, status: number): ResponseDescription | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  return [String(status), range, "default"]
    .map((name) => responses.find((one) => one.status.toUpperCase() === name.toUpperCase()))
    .find((one) => one !== undefined);
}

/** Judges an answer as it stands on the wire. Headers that the document does not list may be there. */
export function judgeAnswer(
  api: Api,
  validator: Validator,
  operation: Operation,
  answer: WireAnswer,
): readonly Rejection[] {
  const described = descriptionOf(operation, answer.status);
  if (!described) {
    const known = operation.responses.map(({ status }) => status).join(", ");
    const message = `${answer.status} is not documented; there are ${known}`;
    return [{ rule: "answer-status", message, where: "status", pointer: operation.pointer }];
  }
  const reader: ValueReader = { document: api.document, validator, direction: "answer" };
  return [
    ...judgeHeaders(reader, described, answer),
    ...judgeBody(reader, operation.method, described, answer),
  ];
}

function judgeBody(
  reader: ValueReader,
  method: string,
  { contents, pointer }: ResponseDescription,
  { status, headers, body }: WireAnswer,
): readonly Rejection[] {
  const refuse = (rule: Rule, message: string): Rejection[] => [{ rule, message, where: "body", pointer }];
  if (isBodiless(method, status)) {
    const message = `no answer ${method === "HEAD" ? "to HEAD" : `of status ${status}`} has a body`;
    return body.length === 0 ? [] : refuse("answer-unexpected", message);
  }
  if (contents.length === 0) {
    return body.length === 0 ? [] : refuse("answer-unexpected", "the document gives this status no body");
  }
  const [type] = valuesOf(headers, "content-type");
  const content = type === undefined ? undefined : entryOf(contents, type);
  if (!content || type === undefined) {
    const offered = contents.map(({ mediaType }) => mediaType).join(", ");
    return refuse("answer-media-type", `it is ${type ?? "of no type"}; documented is ${offered}`);
  }
  return readContent(reader, content, type, body, {
    syntax: "answer-syntax",
    value: "answer-value",
    pointer,
  }).rejections;
}

function judgeHeaders(
  reader: ValueReader,
  { headers: described }: ResponseDescription,
  { headers }: WireAnswer,
): Rejection[] {
  return described.flatMap((parameter): Rejection[] => {
    const { name, required, pointer } = parameter;
    const where = `header ${name.toLowerCase()}`;
    const [text] = valuesOf(headers, name.toLowerCase());
    if (text === undefined) {
      return required ? [{ rule: "answer-header", message: "it is required", where, pointer }] : [];
    }
    const { problem } = readStyled(reader, parameter, text, (part) => part);
    return problem === undefined ? [] : [{ rule: "answer-header", message: problem, where, pointer }];
  });
}
