/** Name of a rule. */
export type Rule =
  | "path"
  | "method"
  | "path-encoding"
  | "path-parameter"
  | "query-encoding"
  | "query-unknown"
  | "query-repeated"
  | "query-empty"
  | "query-value"
  | "query-missing"
  | "header-unknown"
  | "header-repeated"
  | "header-value"
  | "header-missing"
  | "cookie-unknown"
  | "cookie-value"
  | "cookie-missing"
  | "accept"
  | "credential-missing"
  | "credential-surplus"
  | "credential-form"
  | "body-missing"
  | "body-unexpected"
  | "body-media-type"
  | "body-length"
  | "body-syntax"
  | "body-value"
  | "answer-status"
  | "answer-media-type"
  | "answer-syntax"
  | "answer-value"
  | "answer-unexpected"
  | "answer-header"
  | "no-reply";

/** Every rule that a request or an answer can break, and what it asks for. */
export const rules: Readonly<Record<Rule, string>> = {
  path: "The path is one of the document, letter by letter.",
  method: "The path has that method.",
  "path-encoding": "A path is percent-encoded UTF-8 without empty, `.` or `..` segments.",
  "path-parameter": "A part of the path is written in its parameter's style and fits its schema.",
  "query-encoding": "A query is percent-encoded UTF-8; a space is `%20`, never `+`; brackets are encoded.",
  "query-unknown": "A query name is one of the operation, letter by letter.",
  "query-repeated": "A query name that stands for one value is there once.",
  "query-empty": "A query name has a value, unless `allowEmptyValue` says otherwise.",
  "query-value": "A query value is written in its parameter's style and fits its schema.",
  "query-missing": "A required query parameter is there.",
  "header-unknown": "A header is one of the operation, of its credentials, or of HTTP and fetch themselves.",
  "header-repeated": "A header is there once.",
  "header-value": "A header is written in its parameter's style and fits its schema.",
  "header-missing": "A required header is there.",
  "cookie-unknown": "A cookie is one of the operation or of its credentials.",
  "cookie-value": "A cookie is written in its parameter's style and fits its schema.",
  "cookie-missing": "A required cookie is there.",
  accept: "Accept asks for nothing but what the operation can answer.",
  "credential-missing": "All credentials of one alternative are there.",
  "credential-surplus": "No credential is there that the alternative does not ask for.",
  "credential-form": "A credential is not empty and has its scheme's form.",
  "body-missing": "A required body is there.",
  "body-unexpected": "An operation without a body gets none.",
  "body-media-type": "Content-Type is one of the document.",
  "body-length": "Content-Length is the length of the body.",
  "body-syntax": "A body is UTF-8 and has its media type's syntax.",
  "body-value": "A body fits its schema.",
  "answer-status": "The status is documented, by itself, by its range or by `default`.",
  "answer-media-type": "Content-Type is one of the answer.",
  "answer-syntax": "The body is UTF-8 and has its media type's syntax.",
  "answer-value": "The body fits its schema.",
  "answer-unexpected":
    "An answer that is documented without content has no body, nor has one to HEAD or of 204, 205 and 304.",
  "answer-header": "A header of the answer is there if required, and fits its schema.",
  "no-reply": "A mock that samples nothing has been given a reply to the operation.",
};

/** One broken rule. */
export interface Rejection {
  readonly rule: Rule;
  /** What is wrong and what was expected. Credentials are never repeated. */
  readonly message: string;
  /** Place on the wire: `path`, `query page[limit]`, `header x-tag`, `body /data/0/type`. */
  readonly where: string;
  /** JSON pointer into the document: what was broken, or the nearest thing to it. */
  readonly pointer: string;
}

/** A rejection in one line. */
export function lineOf({ rule, where, message, pointer }: Rejection): string {
  return `${where}: ${message} [${rule}, ${pointer === "" ? "/" : pointer}]`;
}
