import type { AnswerDecoder } from "./answer/decoder.js";
import type { ApiDefinition, ServerDefinition } from "./api.js";
import type { BodyCodec } from "./body/codec.js";
import { LazyCall, type Call } from "./call.js";
import type { Client } from "./client.js";
import { execute } from "./execute.js";
import type { CallOptions } from "./options.js";
import type { ParameterDefinition } from "./request/parameters.js";
import { placeInput, type PlacedInput } from "./request/place.js";

/** What a document says of an operation without parameters, as far as sending it and reading its answer go. */
export interface BodyOperationDefinition {
  readonly api: ApiDefinition;
  /** `operationId`. */
  readonly id: string;
  /** HTTP method in capitals. */
  readonly method: string;
  /** Path template. */
  readonly path: string;
  /** Takes the place of the API's server for this operation. */
  readonly server?: ServerDefinition;
  /**
   * `safe` changes nothing, `idempotent` may be sent twice (RFC 9110, section 9.2), `none` promises nothing: only the
   * first two are tried again.
   */
  readonly idempotency: "safe" | "idempotent" | "none";
  /** Alternatives, each the names of the schemes it needs together; an empty one allows a call without any. */
  readonly security?: readonly (readonly string[])[];
  readonly body?: BodyCodec;
  /**
   * Value of the `Accept` header.
   * @default "application/json"
   */
  readonly accept?: string;
  /** A decoder for each success: an exact status, a range such as `2XX`, or `default`. */
  readonly answers: Readonly<Record<string, AnswerDecoder>>;
}

/** What a document says of one operation, as far as sending it and reading its answer go. */
export interface OperationDefinition extends BodyOperationDefinition {
  readonly params?: readonly ParameterDefinition[];
}

/** An operation with what is needed to take its input apart; without it, the input is the body. */
export interface RunnableOperation extends BodyOperationDefinition {
  /** @param server - Where the client's requests to this operation go, without a slash at the end. */
  readonly place?: (input: unknown, server: string) => PlacedInput;
}

/** A function that makes calls of one operation. */
export type Operation<Input, Data, Failure> = (
  client: Client,
  input: Input,
  options?: CallOptions,
) => Call<Data, Failure>;

/** Puts what writes an operation's parameters in the place of their data. */
export function withParameters({ params = [], ...operation }: OperationDefinition): RunnableOperation {
  if (params.length === 0) return operation;
  return { ...operation, place: (input) => placeInput(operation.path, params, input) };
}

/**
 * Makes the function behind a generated operation.
 *
 * Its input holds the parameters by their keys and, where there are parameters, the body as `body`; an operation without
 * parameters takes the body itself.
 */
export function defineOperation<Input, Data, Failure>(
  definition: OperationDefinition,
): Operation<Input, Data, Failure> {
  return defineBodyOperation(withParameters(definition));
}

/**
 * Makes the function behind a generated operation without parameters, whose input is its body. It does the same as
 * `defineOperation`, and leaves the code that writes parameters out of a bundle.
 */
export function defineBodyOperation<Input, Data, Failure>(
  operation: RunnableOperation,
): Operation<Input, Data, Failure> {
  return (client, input, options) => new LazyCall((raw) => execute(operation, client, input, options, raw));
}
