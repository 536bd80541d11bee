// Says how what a caller gets, in each of the four grains, differs from what the answer documents.
import { isDeepStrictEqual } from "node:util";
import type { AnyCall, Subject } from "./subject.ts";

/** An answer as it goes over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type ExpectedOutcome =
  | {
      readonly ok: true;
      readonly status: number;
      readonly data: unknown;
      /** The items of a page: then the caller gets the page, and the data in it. */
      readonly items?: readonly unknown[];
    }
  | {
      readonly ok: false;
      readonly status: number;
      readonly body: unknown;
      /** `undefined`: any. */
      readonly messages: readonly string[] | undefined;
    };

/**
 * Takes all grains of a call and compares each.
 *
 * @param start - Makes a call; it is used twice, because the unread answer excludes the other grains.
 * @returns One line for each difference.
 */
export async function judgeOutcome(
  expected: ExpectedOutcome,
  answer: Answer,
  start: () => AnyCall,
  subject: Pick<Subject, "isA">,
): Promise<string[]> {
  const call = start();
  const [data, withResponse, result] = await Promise.all([
    settle(call),
    settle(call.withResponse()),
    settle(call.result()),
  ]);
  const raw = await start().asResponse();
  return [
    ...compare("asResponse() status", answer.status, raw.status),
    ...compare("asResponse() body", answer.body ?? "", await raw.text()),
    ...(expected.ok
      ? judgeSuccess(expected, answer, data, withResponse, result)
      : judgeFailure(expected, answer, [data, withResponse], result, subject)),
  ];
}

interface Settled {
  readonly value?: unknown;
  readonly error?: unknown;
}

function settle(promise: Promise<unknown>): Promise<Settled> {
  return promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

function judgeSuccess(
  expected: ExpectedOutcome & { ok: true },
  answer: Answer,
  data: Settled,
  withResponse: Settled,
  result: Settled,
): string[] {
  const whole = fieldsOf(withResponse.value);
  const given = fieldsOf(result.value);
  return [
    ...compare("awaited", { ok: true }, { ok: "value" in data }),
    ...judgeValue("awaited", expected, data.value),
    ...judgeValue("withResponse() data", expected, whole["data"]),
    ...compare("withResponse() attempts", 1, whole["attempts"]),
    ...compare("withResponse() requestId", answer.headers?.["x-request-id"], whole["requestId"]),
    ...compare("withResponse() status", expected.status, fieldsOf(whole["response"])["status"]),
    ...compare("result() ok", true, given["ok"]),
    ...judgeValue("result()", expected, given["value"]),
  ];
}

function judgeValue(what: string, expected: ExpectedOutcome & { ok: true }, value: unknown): string[] {
  if (expected.items === undefined) return compare(what, expected.data, value);
  const page = fieldsOf(value);
  return [
    ...compare(`${what}: data of the page`, expected.data, page["data"]),
    ...compare(`${what}: items of the page`, expected.items, page["items"]),
  ];
}

function judgeFailure(
  expected: ExpectedOutcome & { ok: false },
  answer: Answer,
  rejected: readonly Settled[],
  result: Settled,
  subject: Pick<Subject, "isA">,
): string[] {
  const outcome = fieldsOf(result.value);
  return [
    ...compare("result() ok", false, outcome["ok"]),
    ...[...rejected.map(({ error }) => error), outcome["error"]].flatMap((error) => [
      ...compare("an ApiError", true, subject.isA("ApiError", error)),
      ...compare("a RateLimitError", expected.status === 429, subject.isA("RateLimitError", error)),
      ...judgeFields(expected, answer, error),
    ]),
  ];
}

function judgeFields(expected: ExpectedOutcome & { ok: false }, answer: Answer, error: unknown): string[] {
  const fields = fieldsOf(error);
  const { messages = fields["messages"] } = expected;
  return [
    ...compare("error status", expected.status, fields["status"]),
    ...compare("error body", expected.body, fields["body"]),
    ...compare("error bodyText", answer.body ?? "", fields["bodyText"]),
    ...compare("error messages", messages, fields["messages"]),
    ...compare("error attempts", 1, fields["attempts"]),
    ...compare("error requestId", answer.headers?.["x-request-id"], fields["requestId"]),
    ...compare("error rateLimit", rateLimitOf(answer), fields["rateLimit"]),
  ];
}

/** What the X-RateLimit headers of an answer say; the reset is in seconds there and in milliseconds on the error. */
function rateLimitOf({ headers = {} }: Answer): object | undefined {
  const parts = Object.entries(headers).flatMap(([name, value]): [string, string | number][] => {
    const part = /^x-ratelimit-(\w+)$/i.exec(name)?.[1]?.toLowerCase();
    if (part === undefined) return [];
    if (part === "reset") return [["resetAfter", Number(value) * 1000]];
    return [[part, part === "name" ? value : Number(value)]];
  });
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

function compare(what: string, expected: unknown, found: unknown): string[] {
  if (isDeepStrictEqual(expected, found)) return [];
  return [`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`];
}

/** The properties of an object, inherited ones too; `undefined` for those it has not. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return new Proxy({}, { get: (_, name) => Reflect.get(Object(value), name) });
}
