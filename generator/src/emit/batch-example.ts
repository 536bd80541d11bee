import type { Api, Operation } from "../model/api.ts";
import type { Batch } from "../model/batch.ts";
import type { Schema } from "../model/schema.ts";
import { batchName } from "../model/surface.ts";
import { itemSchema, memberOf, restOfBody, restOfInput } from "./batch-input.ts";
import { ident, litLines } from "./doors.ts";
import { exampleParameters } from "./example.ts";
import { Imports } from "./imports.ts";
import { isObject, type Sample, sample, sampleLines, sampleOfValue, sampleText } from "./sample.ts";

/** An example that compiles: the items that the document shows in a body, else the least that the schema asks for. */
export function batchExample(api: Api, operation: Operation, batch: Batch): string {
  const schema = itemSchema(api, operation, batch);
  const rest = restOfInput(api, operation, batch, new Imports([]));
  const [documented] = operation.body?.examples ?? [];
  const shown = batch.items.part === "body" ? at(documented?.value, batch.items.path) : undefined;
  const items =
    shown === undefined
      ? `[${schema === undefined ? "" : sampleText(sample(api, schema))}]`
      : litLines(Array.isArray(shown) ? shown : [shown]);
  const options =
    rest?.required === true
      ? `, ${sampleLines(new Map([["input", inputSample(api, operation, batch)]]))}`
      : "";
  return [
    `const { sent, failures } = await ${ident(batchName(operation))}(client, ${items}${options});`,
    "for (const { items, error } of failures) console.error(items.length, error.message);",
  ].join("\n");
}

function at(value: unknown, [key, ...below]: readonly string[]): unknown {
  if (key === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return at(Reflect.get(value, key), below);
}

/** What each request has besides the items: the required parameters, and the body that is shown, without the items. */
function inputSample(api: Api, operation: Operation, batch: Batch): Sample {
  const body = bodySample(api, operation, batch);
  if (operation.parameters.length === 0) return body ?? new Map();
  const parameters = exampleParameters(api, operation.parameters);
  return body === undefined ? parameters : new Map([...parameters, ["body", body]]);
}

/** Undefined where a request may be without it. */
function bodySample(api: Api, { body }: Operation, { items }: Batch): Sample | undefined {
  if (body === undefined || items.part !== "body") return undefined;
  if (restOfBody(api, body.schema, "", items.path)?.required !== true) return undefined;
  const [documented] = body.examples;
  const whole = documented === undefined ? sample(api, body.schema) : sampleOfValue(documented.value);
  return without(api, body.schema, whole, items.path);
}

/** A value without what stands at a path in it. What stands on the way there stays where the document asks for more of it. */
function without(api: Api, schema: Schema, value: Sample, [key, ...below]: readonly string[]): Sample {
  if (key === undefined || !isObject(value)) return value;
  const left = new Map(value);
  left.delete(key);
  const member = memberOf(api, schema, key);
  const rest = member && restOfBody(api, member, "", below);
  if (member !== undefined && rest?.required === true)
    left.set(key, without(api, member, value.get(key) ?? sample(api, member), below));
  return left;
}
