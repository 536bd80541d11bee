import type { AnswerDecoder } from "./answer/decoder.js";
import type { ApiDefinition, ServerDefinition } from "./api.js";
import type { BodyCodec } from "./body/codec.js";
import { createCall, type Call } from "./call.js";
import type { Client } from "./client.js";
import { execute } from "./execute.js";
import type { CallOptions } from "./options.js";
import type { ParameterDefinition } from "./request/parameters.js";

/** What a document says of one operation, as far as sending it and reading its answer go. */
export interface OperationDefinition {
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
  readonly params?: readonly ParameterDefinition[];
  readonly body?: BodyCodec;
  /**
   * Value of the `Accept` header.
   * @default "application/json"
   */
  readonly accept?: string;
  /** A decoder for each success: an exact status, a range such as `2XX`, or `default`. */
  readonly answers: Readonly<Record<string, AnswerDecoder>>;
}

/** A function that makes calls of one operation. */
export type Operation<Input, Data, Failure> = (
  client: Client,
  input: Input,
  options?: CallOptions,
) => Call<Data, Failure>;

/**
 * Makes the function behind a generated operation.
 *
 * Its input holds the parameters by their keys and, where there are parameters, the body as `body`; an operation without
 * parameters takes the body itself.
 */
export function defineOperation<Input, Data, Failure>(
  definition: OperationDefinition,
): Operation<Input, Data, Failure> {
  return (client, input, options = {}) =>
    createCall((raw) => execute(definition, client, input, options, raw));
}
