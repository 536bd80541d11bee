import type { Operation } from "./api.ts";
import type { TaggedOperation } from "./operation.ts";
import { operationStem } from "./surface.ts";

/**
 * Adds an operation for each whose answer may be whole or in parts. Both send the same; what they ask for differs, and so
 * does what they give, so they are two functions.
 */
export function withStreams(operations: readonly TaggedOperation[]): readonly TaggedOperation[] {
  return operations.flatMap((tagged) => {
    const { operation } = tagged;
    return operation.answers.some(({ stream }) => stream)
      ? [tagged, { ...tagged, isNamed: nameOf(operation) !== undefined, operation: streamed(operation) }]
      : [tagged];
  });
}

/** The name that the document chooses. */
function nameOf({ answers }: Operation): string | undefined {
  return answers.map(({ stream }) => stream?.name).find((name) => name !== undefined);
}

function streamed(operation: Operation): Operation {
  // Pages and batches are of whole answers.
  const { pagination: _pages, batch: _batch, ...rest } = operation;
  const name = nameOf(operation) ?? `stream${operationStem(operation.name)}`;
  return {
    ...rest,
    id: name,
    name,
    streamOf: operation.id,
    answers: operation.answers.map((answer) => answer.stream ?? answer),
    partial: [],
    callbacks: [],
  };
}
