import type { Api, Operation } from "../model/api.ts";
import type { Expression } from "../model/expression.ts";
import { batchSignature } from "./batch.ts";
import { codeSpan, codeSpanOfList, lit, markdownOfList } from "./doors.ts";
import { Imports } from "./imports.ts";
import { sentence } from "./markdown.ts";

/** What `api.md` lists of an operation besides its types, as items of a list. */
export function operationFacts(api: Api, operation: Operation): string {
  const facts: readonly (readonly [name: string, text: string])[] = [
    ["request", codeSpan(`${operation.method} ${operation.path}`)],
    ["body", body(operation)],
    ["credentials", credentials(api, operation)],
    ["scopes", operation.scopes.map(codeSpan).join(", ")],
    ["idempotency", operation.idempotency],
    ["pages", pages(operation)],
    ["batches", batches(api, operation)],
    ["partial answers", partialAnswers(operation)],
    [
      "status",
      [operation.preview ? "preview" : "", operation.deprecated ? "deprecated" : ""]
        .filter(Boolean)
        .join(", "),
    ],
  ];
  return facts
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `- ${name}: ${text}`)
    .join("\n");
}

/** The media type, and what is not said in a row of the table of parameters. */
function body({ body: sent, parameters }: Operation): string {
  if (sent === undefined) return "";
  const described = parameters.length === 0 ? sentence(markdownOfList(sent.description ?? "")) : "";
  return `${codeSpanOfList(sent.mediaType)}${described === "" ? "" : `. ${described}`}`;
}

function credentials(api: Api, operation: Operation): string {
  return (operation.security ?? [])
    .map((all) => all.map((name) => codeSpan(api.security.get(name)?.option ?? name)).join(" and ") || "none")
    .join(", or ");
}

function pages({ pagination }: Operation): string {
  if (pagination === undefined) return "";
  const { style, items, cursor, limit, next, end } = pagination;
  return [
    `by ${style}`,
    `items at ${codeSpan(expressionText(items))}`,
    ...(cursor === undefined ? [] : [`asked for with ${codeSpan(expressionText(cursor))}`]),
    ...(limit === undefined ? [] : [`size with ${codeSpan(expressionText(limit))}`]),
    ...(next === undefined ? [] : [`continued from ${codeSpan(expressionText(next))}`]),
    `ended by ${{ "empty-page": "an empty page", "no-cursor": "an answer without a next page", "short-page": "a page that is not full" }[end]}`,
  ].join(", ");
}

function batches(api: Api, operation: Operation): string {
  const { batch } = operation;
  if (batch === undefined) return "";
  const { rest } = batchSignature(api, operation, batch, new Imports([]), "./");
  return [
    `items at ${codeSpan(expressionText(batch.items))}`,
    ...(batch.maxItems === undefined ? [] : [`up to ${batch.maxItems}`]),
    ...(batch.maxBytes === undefined ? [] : [`up to ${batch.maxBytes} bytes of body`]),
    ...(rest === undefined
      ? []
      : [
          `the rest of each request in ${codeSpanOfList(`options.input${rest.required ? "" : "?"}: ${rest.type}`)}`,
        ]),
  ].join(", ");
}

function partialAnswers({ partial }: Operation): string {
  const when = partial.map(
    ({ value, equals }) =>
      `${codeSpan(expressionText(value))} is ${equals === undefined ? "not empty" : codeSpan(lit(equals))}`,
  );
  return when.length === 0 ? "" : `when ${when.join(", or ")}`;
}

/** A pointer to the root is empty: then the body as a whole is meant. */
function expressionText(expression: Expression): string {
  if (expression.part !== "body") return `${expression.part} ${expression.name}`;
  const pointer = expression.path.map((key) => `/${key}`).join("");
  return `${expression.from} body${pointer === "" ? "" : ` ${pointer}`}`;
}
