import { writeHeaders } from "./header.js";
import type { HeaderMap } from "./header-map.js";
import type { ParameterDefinition } from "./parameters.js";
import { writePath } from "./path.js";
import { writeQuery } from "./query.js";

/** The parts of an input, each in its place. */
export interface PlacedInput {
  /**
   * Server and base path, without a slash at the end.
   * @default that of the client and the operation
   */
  readonly server?: string;
  /** With its values in it. */
  readonly path: string;
  /** Without its question mark. */
  readonly query: string;
  readonly headers: HeaderMap;
  /** What the body is made of; `undefined` for none. */
  readonly body: unknown;
}

/** Takes the input of an operation with parameters apart: the body is its own property `body`. */
export function placeInput(
  template: string,
  parameters: readonly ParameterDefinition[],
  input: unknown,
): PlacedInput {
  const path = writePath(template, parameters, input);
  const hasBody = typeof input === "object" && input !== null && Object.hasOwn(input, "body");
  return {
    path,
    query: writeQuery(parameters, input),
    headers: writeHeaders(parameters, input),
    body: hasBody ? Reflect.get(input, "body") : undefined,
  };
}
