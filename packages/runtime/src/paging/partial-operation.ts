import type { ReadAnswer } from "../attempt.js";
import { LazyCall } from "../call.js";
import { execute } from "../execute.js";
import {
  withParameters,
  type Operation,
  type OperationDefinition,
  type RunnableOperation,
} from "../operation.js";
import type { PartialCheck } from "./partial.js";

interface Checked {
  readonly partial: PartialCheck;
}

/** Makes the function behind a generated operation whose answer is no page, and whose document says how a partial one shows. */
export function definePartialOperation<Input, Data, Failure>({
  partial,
  ...operation
}: OperationDefinition & Checked): Operation<Input, Data, Failure> {
  return definePartialBodyOperation({ ...withParameters(operation), partial });
}

/** Does the same for an operation without parameters, whose input is its body. */
export function definePartialBodyOperation<Input, Data, Failure>(
  definition: RunnableOperation & Checked,
): Operation<Input, Data, Failure> {
  const finish = (read: ReadAnswer): unknown => {
    definition.partial(read);
    return read.data;
  };
  return (client, input, options) =>
    new LazyCall((raw) => execute(definition, client, input, options, raw, finish));
}
