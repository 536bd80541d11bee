import type { Operation, ResponseDescription } from "../document/operation.js";
import type { JsonObject } from "../json.js";
import type { Judge } from "../judge/judge.js";
import { descriptionOf } from "../judge/judge-answer.js";
import { sampleHeaders } from "../sample/answer-headers.js";
import type { Sampler } from "../sample/sampler.js";
import { sendable } from "../sample/sendable.js";
import { isBodiless } from "../wire/bodiless.js";
import { isBytes, type Delivery } from "./delivery.js";
import { encode } from "./encode.js";
import { type Fault, isFault } from "./faults.js";
import { negotiated } from "./negotiation.js";
import { AnswerRefusedError } from "./refusal.js";
import type { RawAnswer } from "./reply.js";

/** What preparing an answer takes. */
export interface Kitchen {
  readonly document: JsonObject;
  readonly judge: Judge;
  readonly sampler: Sampler;
  readonly operation: Operation;
  /** What the request asks for (RFC 9110, section 12.5.1). */
  readonly accept: string;
  /** Of what is sampled. */
  readonly seed: number;
}

/**
 * Turns an answer or a fault into what goes on the wire.
 *
 * @throws AnswerRefusedError when the document does not allow it.
 */
export async function prepare(kitchen: Kitchen, reply: RawAnswer | Fault): Promise<Delivery> {
  if (!isFault(reply)) return whole(kitchen, reply);
  const { kind, until } = reply;
  if (kind === "refused") return { refused: true, status: 0, headers: [], pieces: [] };
  const delivery = await whole(kitchen, reply.answer ?? {});
  if (kind === "slow-headers") return { ...delivery, before: until };
  // Nothing can happen to a body that no answer of its kind has.
  if (kind === "raw" || isBodiless(kitchen.operation.method, delivery.status)) return delivery;
  const body = delivery.pieces.find(isBytes) ?? new Uint8Array();
  const middle = Math.ceil(body.length / 2);
  const [first, rest] = [body.subarray(0, middle), body.subarray(middle)];
  switch (kind) {
    case "slow-body":
      return { ...delivery, pieces: [first, until ?? Promise.resolve(), rest] };
    case "reset":
      return { ...delivery, pieces: [first, "reset"] };
    case "truncated":
      return { ...delivery, pieces: [first] };
  }
}

async function whole(kitchen: Kitchen, answer: RawAnswer): Promise<Delivery> {
  const { document, judge, sampler, operation, accept, seed } = kitchen;
  const status = answer.status ?? successOf(operation);
  const described = descriptionOf(operation, status);
  const isGiven = answer.text !== undefined || "body" in answer;
  const given = lowerCased(answer.headers ?? {});
  const { documented, mediaType } = negotiated(
    document,
    described?.contents ?? [],
    accept,
    // A wrong type stands over the right body.
    answer.check === false ? undefined : given["content-type"],
  );
  const isBare = isBodiless(operation.method, status);
  const sample = isGiven || !described ? undefined : sampler.answer(operation.id, status, seed, documented);
  const body =
    answer.text === undefined
      ? await encode("body" in answer ? answer.body : isBare ? undefined : sample?.body, mediaType)
      : new TextEncoder().encode(answer.text);
  const hasType = isBare ? operation.method === "HEAD" && documented !== undefined : body !== undefined;
  const { "content-type": _own, ...sampled } =
    answer.status === undefined && sample ? sample.headers : needed(kitchen, described, answer);
  const headers = Object.entries({
    ...sampled,
    ...(hasType ? { "content-type": mediaType } : {}),
    ...given,
  });
  const bytes = body ?? new Uint8Array();
  if (answer.check !== false) {
    const rejections = judge.answer(operation.id, { status, headers, body: bytes });
    if (rejections.length > 0) throw new AnswerRefusedError(operation.id, rejections);
  }
  return { status, headers, pieces: isBare || bytes.length === 0 ? [] : [bytes] };
}

/** A chosen answer has no optional header unless it is given: a sampled reset of a rate limit would make clients wait. */
function needed(
  { sampler, seed }: Kitchen,
  described: ResponseDescription | undefined,
  { check, body, text }: RawAnswer,
): Record<string, string> {
  // What is sent as it is, such as a gateway's page, has nothing of the service.
  if (check === false && (body !== undefined || text !== undefined)) return {};
  const required = described?.headers.filter((header) => header.required) ?? [];
  return sampleHeaders(required, (header, schema) => sendable(sampler.value, header, schema, "answer", seed));
}

/** The first documented success; where there is none, what `default` describes, or whatever there is. */
function successOf({ responses }: Operation): number {
  const statuses = responses.map(({ status }) => status);
  const found = statuses.find((status) => status.startsWith("2"));
  const other = statuses.includes("default") ? undefined : statuses.find((status) => /^[345]/.test(status));
  return Number((found ?? other ?? "200").replaceAll(/x/gi, "0"));
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
