import type { Operation, ResponseDescription } from "../document/operation.js";
import type { JsonValue } from "../json.js";
import type { Judge } from "../judge/judge.js";
import { descriptionOf } from "../judge/judge-answer.js";
import type { Sampler } from "../sample/sampler.js";
import { matchesMedia } from "../wire/media-type.js";
import { isSequence, writeSequence } from "../wire/sequence.js";
import { isBytes, type Delivery } from "./delivery.js";
import { type Fault, isFault } from "./faults.js";
import { AnswerRefusedError } from "./refusal.js";
import type { RawAnswer } from "./reply.js";

/** What preparing an answer takes. */
export interface Kitchen {
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
export function prepare(kitchen: Kitchen, reply: RawAnswer | Fault): Delivery {
  if (!isFault(reply)) return whole(kitchen, reply);
  const { kind, until } = reply;
  if (kind === "refused") return { refused: true, status: 0, headers: [], pieces: [] };
  const delivery = whole(kitchen, reply.answer ?? {});
  const body = delivery.pieces.find(isBytes) ?? new Uint8Array();
  const middle = Math.ceil(body.length / 2);
  const [first, rest] = [body.subarray(0, middle), body.subarray(middle)];
  switch (kind) {
    case "raw":
      return delivery;
    case "slow-headers":
      return { ...delivery, before: until };
    case "slow-body":
      return { ...delivery, pieces: [first, until ?? Promise.resolve(), rest] };
    case "reset":
      return { ...delivery, pieces: [first, "reset"] };
    case "truncated":
      return { ...delivery, pieces: [first] };
  }
}

function whole({ judge, sampler, operation, accept, seed }: Kitchen, answer: RawAnswer): Delivery {
  const status = answer.status ?? successOf(operation);
  const described = descriptionOf(operation, status);
  const isGiven = answer.text !== undefined || "body" in answer;
  const mediaType = wanted(described, accept) ?? "application/json";
  const sample = isGiven || !described ? undefined : sampler.answer(operation.id, status, seed, mediaType);
  const bodyText = answer.text ?? encode("body" in answer ? answer.body : sample?.body, mediaType);
  const headers = {
    ...(answer.status === undefined ? sample?.headers : needed(sample?.headers, described)),
    ...(bodyText === undefined ? {} : { "content-type": mediaType }),
    ...lowerCased(answer.headers ?? {}),
  };
  const body = new TextEncoder().encode(bodyText ?? "");
  const entries = Object.entries(headers);
  if (answer.check !== false) {
    const rejections = judge.answer(operation.id, { status, headers: entries, body });
    if (rejections.length > 0) throw new AnswerRefusedError(operation.id, rejections);
  }
  return { status, headers: entries, pieces: body.length === 0 ? [] : [body] };
}

/** The first that is asked for by name, else the first that there is. */
function wanted(described: ResponseDescription | undefined, accept: string): string | undefined {
  const types = described?.contents.map(({ mediaType }) => mediaType) ?? [];
  const asked = accept.split(",");
  return types.find((type) => asked.some((one) => matchesMedia(one, type))) ?? types[0];
}

/** A chosen status has no optional header unless it is given: a sampled reset of a rate limit would make clients wait. */
function needed(
  headers: Readonly<Record<string, string>> = {},
  described: ResponseDescription | undefined,
): Record<string, string> {
  const required = new Set(
    described?.headers.flatMap(({ name, required: must }) => (must ? [name.toLowerCase()] : [])),
  );
  return Object.fromEntries(Object.entries(headers).filter(([name]) => required.has(name)));
}

/** The first documented success. */
function successOf({ responses }: Operation): number {
  const found = responses.map(({ status }) => status).find((status) => status.startsWith("2"));
  return found === undefined ? 200 : Number(found.replaceAll(/x/gi, "0"));
}

function encode(body: unknown, mediaType: string): string | undefined {
  if (body === undefined) return undefined;
  return isSequence(mediaType) ? writeSequence(mediaType, body as JsonValue) : JSON.stringify(body);
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
