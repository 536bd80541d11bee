// The argument of an operation, made of the values of its parameters and its body.
import type { Operation } from "@clientwright/testing";
import type { JsonValue } from "../docs/json.ts";

/** What a request holds: parameters by the document's names, and a body. */
export interface RequestValues {
  readonly parameters: Readonly<Record<string, JsonValue>>;
  readonly body: JsonValue | undefined;
}

/** A body-only operation takes its body; where there are parameters, they are flat and the body stands beside them. */
export function inputOf({ parameters }: Operation, values: RequestValues): unknown {
  if (parameters.length === 0) return values.body;
  const input: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values.parameters)) putNested(input, name, value);
  if (values.body !== undefined) input["body"] = values.body;
  return Object.keys(input).length === 0 ? undefined : input;
}

/** Puts a value where its bracketed name says: `page[limit]` goes to `{ page: { limit } }`. */
function putNested(target: Record<string, unknown>, name: string, value: JsonValue): void {
  const [first = name, ...rest] = name.split(/[[\]]+/).filter((key) => key !== "");
  const [next] = rest;
  if (next === undefined) {
    target[first] = value;
    return;
  }
  const nested = target[first];
  const inner: Record<string, unknown> = { ...(typeof nested === "object" ? nested : {}) };
  putNested(inner, rest.length === 1 ? next : `${next}[${rest.slice(1).join("][")}]`, value);
  target[first] = inner;
}
