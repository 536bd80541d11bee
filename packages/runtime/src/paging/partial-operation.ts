import { createCall, type CallAnswer } from "../call.js";
import { stateOf } from "../client.js";
import { execute } from "../execute.js";
import {
  withParameters,
  type Operation,
  type OperationDefinition,
  type RunnableOperation,
} from "../operation.js";
import { mergeOptions } from "../options.js";
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
  return (client, input, options = {}) =>
    createCall(async (raw): Promise<CallAnswer<unknown>> => {
      const answer = await execute(definition, client, input, options, raw);
      const { id, method, path } = definition;
      const facts = { operation: id, method, path, attempts: answer.attempts };
      // An answer that is given unread has not been looked at.
      if (!raw) definition.partial(answer, facts, mergeOptions(stateOf(client).options, options).onPartial);
      return answer;
    });
}
