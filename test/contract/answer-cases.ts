// Which answers an operation must cope with: every example of every documented status, and what no status documents.
import { isDeepStrictEqual } from "node:util";
import { loadFacts } from "../docs/facts.ts";
import { isObject, type JsonObject, type JsonValue, listOf, objectOf } from "../docs/json.ts";
import type { SpecOperation } from "../docs/operations.ts";
import type { ExpectedOutcome } from "./judge-outcome.ts";
import type { Answer } from "./loopback.ts";
import { pagesOf, valueAt } from "./places.ts";
import { mediaTypesOf } from "./subject.ts";

export interface AnswerCase {
  readonly name: string;
  readonly operationId: string;
  readonly answer: Answer;
  readonly expected: ExpectedOutcome;
}

/** The answers to one operation. Throws Error for a documented status that has content but no example. */
export function answerCasesOf(operationId: string, operation: SpecOperation): AnswerCase[] {
  const responses = objectOf(operation.operation["responses"]);
  const cases = Object.entries(responses).flatMap(([status, response]) =>
    status === "default"
      ? undocumentedCases(responses)
      : documentedCases(operationId, Number(status), objectOf(response)),
  );
  const items = pagesOf(operation)?.items;
  return cases.map(({ name, answer, expected }) => ({
    name: `${operationId} ${name}`,
    operationId,
    answer,
    expected:
      items === undefined || !expected.ok
        ? expected
        : { ...expected, items: listOf(valueAt(items, objectOf(expected.data as JsonValue))) },
  }));
}

type Case = Omit<AnswerCase, "operationId">;

function documentedCases(operationId: string, status: number, response: JsonObject): Case[] {
  const content = mediaTypesOf(response);
  if (content.length === 0) return emptyCases(status);
  const examples = content.flatMap(([type, media]) =>
    examplesOf(media).map(([name, body]): [string, string, JsonValue] => [name, type, body]),
  );
  if (examples.length === 0) throw new Error(`${operationId} documents no example of its answer ${status}`);
  const fact = loadFacts().get(operationId)?.responses[String(status)];
  // The reference prints one answer that contradicts its own field table: it is no example, yet it must get through.
  if (fact?.body && !examples.some(([, , body]) => isDeepStrictEqual(body, fact.example))) {
    examples.push(["of the reference page", content[0]?.[0] ?? "", fact.example]);
  }
  const headers = headersOf(response);
  return examples.map(([name, type, body]) => ({
    name: `${status}: example ${name}`,
    answer: jsonOf(status, body, { ...headers, "content-type": type }),
    expected: status < 300 ? { ok: true, status, data: body } : failure(status, body),
  }));
}

/** A success without content gives nothing, whatever comes in its place. */
function emptyCases(status: number): Case[] {
  const bodies: [string, string | undefined, string | undefined][] = [
    ["no body", undefined, undefined],
    ["an empty object", "application/json", "{}"],
    ["a null in another JSON type", "application/vnd.api+json", '{"data":null}'],
    ["half an object", "application/json", '{"data":'],
    ["a page of HTML", "text/html", "<html></html>"],
  ];
  return bodies.map(([name, type, body]) => ({
    name: `${status}: ${name}`,
    answer: {
      status,
      ...(type === undefined ? {} : { headers: { "content-type": type } }),
      ...(body === undefined ? {} : { body }),
    },
    expected: { ok: true, status, data: undefined },
  }));
}

const commonStatuses = [401, 404, 409, 418, 500, 502, 503, 504];

/** Statuses that only the `default` answer covers: in the documented shape, as a gateway's page, with nothing. */
function undocumentedCases(responses: JsonObject): Case[] {
  const shape = Object.entries(responses)
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([, response]) => mediaTypesOf(objectOf(response)))
    .flatMap(([, media]) => examplesOf(media))[0]?.[1];
  const page = "<html><body>502 Bad Gateway</body></html>";
  return commonStatuses
    .filter((status) => !Object.hasOwn(responses, String(status)))
    .flatMap((status): Case[] => [
      ...(shape === undefined
        ? []
        : [
            {
              name: `${status}, not documented: the usual body`,
              answer: jsonOf(status, shape, { "content-type": "application/json" }),
              expected: failure(status, shape),
            },
          ]),
      {
        name: `${status}, not documented: a page of HTML`,
        answer: { status, headers: { "content-type": "text/html" }, body: page },
        expected: { ...failure(status, undefined), messages: undefined },
      },
      {
        name: `${status}, not documented: no body`,
        answer: { status },
        expected: failure(status, undefined),
      },
    ]);
}

function failure(status: number, body: JsonValue | undefined): ExpectedOutcome & { ok: false } {
  return { ok: false, status, body, messages: messagesOf(body) };
}

/** The texts in an error body: a list of texts, or of objects with a title and a detail. */
function messagesOf(body: JsonValue | undefined): string[] {
  if (!isObject(body)) return [];
  return listOf(body["errors"]).map((error) => {
    if (!isObject(error)) return String(error);
    return [error["title"], error["detail"]].filter((text) => text !== undefined).join(": ");
  });
}

function examplesOf(media: JsonObject): [string, JsonValue][] {
  return Object.entries(objectOf(media["examples"])).flatMap(([name, example]): [string, JsonValue][] => {
    const { value } = objectOf(example);
    return value === undefined ? [] : [[name, value]];
  });
}

function headersOf(response: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(objectOf(response["headers"])).map(([name, header], index) => {
      const { type } = objectOf(objectOf(header)["schema"]);
      return [name, type === "string" ? `text-${index}` : String(7 + index)];
    }),
  );
}

function jsonOf(status: number, body: JsonValue, headers: Record<string, string>): Answer {
  return { status, headers: { "x-request-id": "request-7", ...headers }, body: JSON.stringify(body) };
}
