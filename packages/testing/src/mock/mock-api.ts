import { operationOf, readApi } from "../document/api.js";
import type { Judge, JudgeOptions } from "../judge/judge.js";
import { judgeOf } from "../judge/judge.js";
import type { Rejection } from "../judge/rejection.js";
import { samplerOf } from "../sample/sampler.js";
import { createValidator } from "../schema/validator.js";
import { wireOf, type WireRequest } from "../wire/request.js";
import { asResponse, type Delivery } from "./delivery.js";
import { prepare } from "./prepare.js";
import { RequestRefusedError } from "./refusal.js";
import type { AnyReply, BodyOf, MockRequest, OperationFunction, Reply } from "./reply.js";

/** Settings of a mock. */
export interface MockOptions extends JudgeOptions {
  /**
   * Of what is sampled. The same seed and the same requests give the same answers.
   *
   * @default 1
   */
  readonly seed?: number;
  /**
   * What becomes of a request for which there is no reply: `"sample"` answers the documented success with sampled data,
   * `"refuse"` treats it like a request that the document does not describe.
   *
   * @default "sample"
   */
  readonly unhandled?: "sample" | "refuse";
}

/** A request that came, and what the judge said of it. */
export interface RecordedRequest extends MockRequest {
  /** Empty when the document describes the request. */
  readonly rejections: readonly Rejection[];
}

/** A stand-in for the service of a document. */
export interface MockApi {
  /** For `createClient({ fetch })`. Rejects with a RequestRefusedError when the document does not describe the request. */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /** Every request whose operation was found, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** Every request that was refused, oldest first. */
  readonly refused: readonly RequestRefusedError[];
  /** What kept replies from being sent, oldest first: the document does not allow one, or its function threw. */
  readonly failures: readonly unknown[];
  readonly judge: Judge;
  /**
   * Replies to every request of an operation from now on. A list is used up one reply a request; its last one stays.
   *
   * @param operation - Its function in a generated package, which types the reply, or its operationId.
   * @throws Error when the document has no such operation.
   */
  on<Data>(
    operation: OperationFunction<Data>,
    reply: Reply<BodyOf<Data>> | readonly Reply<BodyOf<Data>>[],
  ): MockApi;
  on(operation: string, reply: AnyReply | readonly AnyReply[]): MockApi;
  /** Replies to the next request of an operation, before what `on` says. Called again, to the one after it. */
  once<Data>(operation: OperationFunction<Data>, reply: Reply<BodyOf<Data>>): MockApi;
  once(operation: string, reply: AnyReply): MockApi;
  /** The recorded requests of one operation. */
  requestsOf(operation: string | { readonly name: string }): readonly RecordedRequest[];
  /**
   * For the end of each test. A client may have tried again after a refusal, and so have hidden it.
   *
   * @throws AggregateError with all of `refused` and `failures` so far.
   */
  verify(): void;
  /** Forgets all replies, requests and refusals. */
  reset(): void;
  /** Judges a request that came over a wire, records it, and gives what to send back. */
  answer(request: WireRequest): Promise<Delivery>;
}

interface Replies {
  once: AnyReply[];
  on: readonly AnyReply[];
}

/**
 * Makes a stand-in for the service of an OpenAPI document. It judges each request, answers what it is told or what it
 * samples, and checks each answer against the document before it leaves.
 *
 * @param document - The document, parsed, with all references inside it; generated packages export it as `openapi.json`.
 * @throws DocumentError when the document cannot be worked with.
 */
export function mockApi(document: unknown, options: MockOptions = {}): MockApi {
  const api = readApi(document);
  const validator = createValidator(api.document);
  const judge = judgeOf(api, validator, options);
  const sampler = samplerOf(api, validator, {});
  const { seed = 1, unhandled = "sample" } = options;
  const replies = new Map<string, Replies>();
  const requests: RecordedRequest[] = [];
  const refused: RequestRefusedError[] = [];
  const failures: unknown[] = [];

  // What a test imports under a wrong name, it finds to be undefined.
  const nameOf = (operation: string | { readonly name: string } | undefined): string =>
    operationOf(api, typeof operation === "string" ? operation : String(operation?.name)).id;
  const repliesOf = (id: string): Replies => {
    const known = replies.get(id) ?? { once: [], on: [] };
    replies.set(id, known);
    return known;
  };
  const nextReply = (id: string): AnyReply | undefined => {
    const mine = repliesOf(id);
    const single = mine.once.shift();
    if (single !== undefined) return single;
    const [first, ...others] = mine.on;
    if (others.length > 0) mine.on = others;
    return first;
  };
  const refuse = (wire: WireRequest, rejections: readonly Rejection[]): RequestRefusedError => {
    const error = new RequestRefusedError(`${wire.method} ${wire.target.split("?")[0]}`, rejections);
    refused.push(error);
    return error;
  };

  const mock: MockApi = {
    requests,
    refused,
    failures,
    judge,
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      return asResponse(await mock.answer(await wireOf(request)), request.signal);
    },
    async answer(wire) {
      const { request: understood, rejections } = judge.request(wire);
      if (!understood) throw refuse(wire, rejections);
      const { operationId: id } = understood;
      const request: MockRequest = {
        ...understood,
        method: wire.method,
        target: wire.target,
        headers: new Headers(wire.headers.map(([name, value]): [string, string] => [name, value])),
        index: mock.requestsOf(id).length,
      };
      requests.push({ ...request, rejections });
      if (rejections.length > 0) throw refuse(wire, rejections);
      const operation = operationOf(api, id);
      const reply = nextReply(id);
      if (reply === undefined && unhandled === "refuse") {
        const message = `there is no reply to ${id}`;
        throw refuse(wire, [{ rule: "no-reply", message, where: "path", pointer: operation.pointer }]);
      }
      const accept = request.headers.get("accept") ?? "*/*";
      const kitchen = {
        document: api.document,
        judge,
        sampler,
        operation,
        accept,
        seed: seed + requests.length,
      };
      try {
        return await prepare(kitchen, typeof reply === "function" ? await reply(request) : (reply ?? {}));
      } catch (error) {
        failures.push(error);
        throw error;
      }
    },
    on(operation: string | { readonly name: string }, reply: AnyReply | readonly AnyReply[]) {
      repliesOf(nameOf(operation)).on = isList(reply) ? reply : [reply];
      return mock;
    },
    once(operation: string | { readonly name: string }, reply: AnyReply) {
      repliesOf(nameOf(operation)).once.push(reply);
      return mock;
    },
    requestsOf: (operation) => {
      const id = nameOf(operation);
      return requests.filter(({ operationId }) => operationId === id);
    },
    verify() {
      const errors = [...refused, ...failures];
      if (errors.length === 0) return;
      const counts = [
        ...counted(refused, "request refused", "requests refused"),
        ...counted(failures, "reply not sent", "replies not sent"),
      ];
      const texts = errors.map((error) => (error instanceof Error ? error.message : String(error)));
      throw new AggregateError(errors, `${counts.join(", ")}:\n${texts.join("\n")}`);
    },
    reset() {
      replies.clear();
      requests.length = 0;
      refused.length = 0;
      failures.length = 0;
    },
  };
  return mock;
}

function counted({ length }: readonly unknown[], one: string, many: string): readonly string[] {
  return length === 0 ? [] : [`${length} ${length === 1 ? one : many}`];
}

function isList(reply: AnyReply | readonly AnyReply[]): reply is readonly AnyReply[] {
  return Array.isArray(reply);
}
