import { report } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Operation } from "./api.ts";
import type { Expression } from "./expression.ts";
import { answerSchema, inputPlace, listOf, type Lookup } from "./place.ts";

/**
 * Holds what the extensions of an operation point at against its schemas: a page or a batch that could not work is an
 * error of the document, found before anything is generated.
 */
export function checkPlaces(reader: Reader, operation: Operation, lookup: Lookup): void {
  checkPages(reader, operation, lookup);
  const { batch, partial } = operation;
  if (batch !== undefined) {
    const at = "x-clientwright-batch/items";
    if (batch.items.part !== "body" || operation.body?.kind !== "json") {
      wrong(reader, operation, at, "must point into a JSON body", "for example $request.body#/data");
    } else {
      checkList(reader, operation, at, inputPlace(operation, batch.items, lookup)?.schema, lookup);
    }
  }
  for (const [index, { value }] of partial.entries()) {
    checkAnswer(reader, operation, `x-clientwright-partial/${index}/value`, value, lookup);
  }
}

function checkPages(reader: Reader, operation: Operation, lookup: Lookup): void {
  const { pagination } = operation;
  if (pagination === undefined) return;
  const { style, items, cursor, limit, next, end } = pagination;
  const at = (key: string): string => `x-clientwright-pagination/${key}`;
  if (items.part !== "body") {
    wrong(reader, operation, at("items"), "must point into the body", "for example $response.body#/data");
  } else {
    checkList(reader, operation, at("items"), answerSchema(operation, items.path, lookup), lookup);
  }
  for (const [key, expression] of Object.entries({ cursor, limit })) {
    if (expression === undefined || inputPlace(operation, expression, lookup) !== undefined) continue;
    wrong(
      reader,
      operation,
      at(key),
      "points at nothing that the request has",
      "name a parameter of the operation, or a property of its body",
    );
  }
  if (next !== undefined) checkAnswer(reader, operation, at("next"), next, lookup);
  if (end === "short-page" && limit === undefined) {
    wrong(
      reader,
      operation,
      at("end"),
      "is short-page, and nothing says how long a page is",
      "add limit: the request field that takes the size of a page",
    );
  }
  if (end === "no-cursor" && next === undefined && (style === "offset" || style === "page")) {
    wrong(
      reader,
      operation,
      at("end"),
      "is no-cursor, and the answer has none",
      "use empty-page or short-page, or add next",
    );
  }
}

function checkList(
  reader: Reader,
  operation: Operation,
  at: string,
  schema: ReturnType<typeof answerSchema>,
  lookup: Lookup,
): void {
  if (schema === undefined) {
    wrong(reader, operation, at, "points at nothing in the schema of the body", "look for a misspelt name");
  } else if (listOf(schema, lookup) === undefined) {
    wrong(reader, operation, at, "points at something that is no array", "point at the array itself");
  }
}

/** Headers are left alone: few documents list all that an answer has. */
function checkAnswer(
  reader: Reader,
  operation: Operation,
  at: string,
  expression: Expression,
  lookup: Lookup,
): void {
  if (expression.part !== "body" || answerSchema(operation, expression.path, lookup) !== undefined) return;
  wrong(reader, operation, at, "points at nothing in the schema of the answer", "look for a misspelt name");
}

function wrong(reader: Reader, operation: Operation, at: string, what: string, hint: string): void {
  const node = reader.at(operation.file, `${operation.pointer}/${at}`);
  report(reader.diagnostics, "CW2020", node, `${at.split("/").at(-1) ?? at} ${what}`, hint);
}
