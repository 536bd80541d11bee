import type { Api, Operation, Parameter } from "../model/api.ts";
import { effectiveDocs } from "./docs.ts";
import { litLines } from "./doors.ts";
import { isObject, type Sample, sample, type SampleObject, sampleOfValue, sampleText } from "./sample.ts";

/**
 * The argument of an example call, as an expression: the documented example, else the least that the schema asks for.
 * Undefined when the operation can be called without one and nothing is documented.
 */
export function exampleArgument(api: Api, operation: Operation): string | undefined {
  const body = operation.body && exampleBody(api, operation);
  if (operation.parameters.length === 0) return body;
  const input = new Map(exampleParameters(api, operation.parameters));
  if (body !== undefined) input.set("body", { text: body, choices: 1 });
  return input.size === 0 ? undefined : sampleText(input);
}

function exampleBody(api: Api, operation: Operation): string | undefined {
  const { body } = operation;
  if (body === undefined) return undefined;
  if (body.kind === "binary") return 'new Blob(["…"])';
  const [documented] = body.examples;
  if (documented !== undefined) return litLines(documented.value);
  const declared = effectiveDocs(api, body.schema).examples[0];
  if (declared !== undefined) return litLines(declared);
  return body.required ? sampleText(sample(api, body.schema)) : undefined;
}

/** All required parameters, and the optional ones that the document gives an example of, each at its place. */
export function exampleParameters(api: Api, parameters: readonly Parameter[]): SampleObject {
  const input = new Map<string, Sample>();
  for (const parameter of parameters) {
    const [documented] = parameter.docs.examples;
    if (documented === undefined && !parameter.required) continue;
    const value = documented === undefined ? sample(api, parameter.schema) : sampleOfValue(documented);
    let level = input;
    for (const part of parameter.key.slice(0, -1)) {
      const below = level.get(part);
      const next = new Map(isObject(below) ? below : []);
      level.set(part, next);
      level = next;
    }
    level.set(parameter.key.at(-1) ?? parameter.name, value);
  }
  return input;
}
