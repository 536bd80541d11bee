// Requests that a document shows, and the least that an operation needs.
import { type Operation, sampler } from "@clientwright/testing";
import type { JsonObject, JsonValue } from "../docs/json.ts";
import { inputOf, type RequestValues } from "./input.ts";

/** The examples of an operation's request body, by name. */
export function requestExamplesOf({
  body,
}: Operation): readonly (readonly [name: string, body: JsonValue])[] {
  return body?.contents.flatMap(({ examples }) => [...examples]) ?? [];
}

/** A value for each required parameter. */
export function requiredValues(
  { id, parameters }: Operation,
  document: JsonObject,
): Pick<RequestValues, "parameters"> {
  const required = new Set(parameters.filter((one) => one.required).map(({ name }) => name));
  const sampled = sampler(document).request(id, 1).parameters;
  return {
    parameters: Object.fromEntries(
      sampled
        .filter(({ parameter }) => required.has(parameter.name))
        .map(({ parameter, value }) => [parameter.name, value]),
    ),
  };
}

/** An argument that an operation takes: what is required, with the first documented body. */
export function plainInput(operation: Operation, document: JsonObject): unknown {
  return inputOf(operation, {
    ...requiredValues(operation, document),
    body: requestExamplesOf(operation)[0]?.[1],
  });
}
