import type { Client } from "../client.js";
import type { EncodedBody } from "../body/codec.js";
import { withParameters, type OperationDefinition, type RunnableOperation } from "../operation.js";
import { createBatchCall, type BatchCall } from "./batch-call.js";
import { createChunker } from "./chunker.js";
import { envelope } from "./envelope.js";
import type { BatchOptions } from "./options.js";
import { runBatch, type BatchRun } from "./run.js";
import { openSource } from "./source.js";

/** What a document says of an operation that takes many items in one request. */
export interface BatchDefinition {
  /** Where the list stands in the body, from the outside in. */
  readonly items: readonly string[];
  /** Most items in one request. Default: no limit. */
  readonly maxItems?: number;
  /** Most bytes of one request's body. Default: no limit. */
  readonly maxBytes?: number;
}

/** A function that sends items in as many requests of one operation as it takes. */
export type BatchOperation<Item, Rest, Data, Failure> = (
  client: Client,
  items: Iterable<Item> | AsyncIterable<Item>,
  options?: BatchOptions & { readonly input?: Rest },
) => BatchCall<Item, Data, Failure>;

/**
 * Makes the function behind a generated batch. Its option `input` is what each request has besides the items, in the shape
 * of the operation's own input.
 */
export function defineBatch<Item, Rest, Data, Failure>(
  operation: OperationDefinition,
  batch: BatchDefinition,
): BatchOperation<Item, Rest, Data, Failure> {
  return defineBodyBatch(withParameters(operation), batch);
}

/** Does the same for an operation without parameters, whose input is its body. */
export function defineBodyBatch<Item, Rest, Data, Failure>(
  operation: RunnableOperation,
  batch: BatchDefinition,
): BatchOperation<Item, Rest, Data, Failure> {
  const { id, method, path } = operation;
  const facts = { operation: id, method, path, attempts: 0 };
  // The body comes as finished JSON; only its media type is still to be found out.
  const type = operation.body?.({})?.type ?? "application/json";
  const finished = { ...operation, body: (text: unknown): EncodedBody => ({ body: String(text), type }) };
  return (client, items, { input, ...options } = {}) => {
    const start = (): BatchRun<Item, Data, Failure> => {
      const { maxItems, maxBytes, concurrency = 4 } = options;
      const limits = {
        maxItems: atLeastOne("maxItems", maxItems ?? batch.maxItems ?? Infinity),
        maxBytes: atLeastOne("maxBytes", maxBytes ?? batch.maxBytes ?? Infinity),
      };
      const others: Readonly<Record<string, unknown>> = Object(input);
      return runBatch({
        operation: finished,
        client,
        facts,
        options,
        concurrency: atLeastOne("concurrency", concurrency),
        chunker: createChunker(
          limits,
          envelope(batch.items, operation.place ? others["body"] : input),
          facts,
        ),
        source: openSource(items),
        input: (body) => (operation.place ? { ...others, body } : body),
      });
    };
    return createBatchCall(facts, start);
  };
}

function atLeastOne(name: string, value: number): number {
  if (value >= 1) return Math.floor(value);
  throw new TypeError(`${name} must be a number from 1`);
}
