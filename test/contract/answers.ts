// Which answers an operation must cope with, and what a caller must get for each.
import type { Operation, ResponseDescription } from "@clientwright/testing";
import { isObject, type JsonObject, type JsonValue, listOf, objectOf } from "../docs/json.ts";
import type { Answer, ExpectedOutcome } from "./outcome.ts";
import { pagesOf, valueAt } from "./places.ts";

/** Statuses that services and the gateways in front of them send, documented or not. */
const commonStatuses = [401, 404, 409, 413, 418, 500, 502, 503, 504];

/** Every documented status; for `default` and for ranges, statuses that only they describe. */
export function statusesOf({
  responses,
}: Operation): { readonly name: string; readonly statuses: readonly number[] }[] {
  const documented = new Set(responses.map(({ status }) => status));
  return responses.map(({ status }) => {
    if (/^\d+$/.test(status)) return { name: status, statuses: [Number(status)] };
    const range = /^(\d)XX$/i.exec(status)?.[1] ?? "";
    const free = commonStatuses.filter(
      (one) => !documented.has(String(one)) && String(one).startsWith(range),
    );
    return { name: status, statuses: free };
  });
}

/** The description that a status falls under. */
export function descriptionOf({ responses }: Operation, status: number): ResponseDescription | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  return [String(status), range, "default"]
    .map((name) => responses.find((one) => one.status === name))
    .find((one) => one !== undefined);
}

/** Headers of an answer as documented: counted numbers, and texts. */
export function headersOf(
  operation: Operation,
  document: JsonObject,
  status: number,
): Record<string, string> {
  const described = descriptionOf(operation, status)?.headers ?? [];
  return Object.fromEntries(
    described.map(({ name, schema }, index) => {
      const { type } = objectOf(schema === undefined ? {} : valueAt(schema.split("/").slice(1), document));
      return [name, type === "string" ? `text-${index}` : String(7 + index)];
    }),
  );
}

/** An answer with a JSON body, or with none. */
export function answerOf(
  status: number,
  body: JsonValue | undefined,
  headers: Record<string, string>,
): Answer {
  return {
    status,
    headers: { "x-request-id": "request-7", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** What a caller must get. */
export function expectedOf(raw: JsonObject, status: number, body: JsonValue | undefined): ExpectedOutcome {
  if (status >= 300) return { ok: false, status, body, messages: messagesOf(body) };
  const items = pagesOf(raw)?.items;
  if (items === undefined) return { ok: true, status, data: body };
  return { ok: true, status, data: body, items: listOf(valueAt(items, body)) };
}

/** The texts in an error body: a list of texts, or of objects with a title and a detail. Empty ones say nothing. */
function messagesOf(body: JsonValue | undefined): string[] | undefined {
  if (!isObject(body)) return [];
  const errors = body["errors"];
  if (!Array.isArray(errors)) return undefined;
  const texts = listOf(errors).map((error) => {
    if (!isObject(error)) return String(error);
    return [error["title"], error["detail"]].filter((text) => text !== undefined && text !== "").join(": ");
  });
  // How blank texts are told is no part of the contract.
  return texts.every((text) => text.trim() === text && text !== "") ? texts : undefined;
}
