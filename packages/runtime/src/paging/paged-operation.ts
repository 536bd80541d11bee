import type { Client } from "../client.js";
import { withParameters, type OperationDefinition } from "../operation.js";
import type { PagedBodyOperationDefinition } from "./load.js";
import type { PagedCallOptions } from "./options.js";
import { LazyPagedCall, type PagedCall } from "./paged-call.js";

/** What a document says of an operation whose answers are pages. */
export interface PagedOperationDefinition
  extends OperationDefinition, Pick<PagedBodyOperationDefinition, "page" | "partial"> {}

/** A function that makes calls of one operation whose answers are pages. */
export type PagedOperation<Input, Item, Data, Failure> = (
  client: Client,
  input: Input,
  options?: PagedCallOptions,
) => PagedCall<Item, Data, Failure>;

/**
 * Makes the function behind a generated operation whose answers are pages. Its input is that of `defineOperation`; it is
 * never changed.
 */
export function definePagedOperation<Input, Item, Data, Failure>(
  definition: PagedOperationDefinition,
): PagedOperation<Input, Item, Data, Failure> {
  const { page, partial, ...operation } = definition;
  return definePagedBodyOperation({ ...withParameters(operation), page, ...(partial && { partial }) });
}

/** Does the same for an operation without parameters, whose input is its body. */
export function definePagedBodyOperation<Input, Item, Data, Failure>(
  operation: PagedBodyOperationDefinition,
): PagedOperation<Input, Item, Data, Failure> {
  return (client, input, options) => new LazyPagedCall({ operation, client, input, options });
}
