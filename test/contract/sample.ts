// Sample values for parameters, and the shapes they have in a call and on the wire.
import { type JsonObject, type JsonValue, listOf, objectOf } from "../docs/json.ts";
import type { SpecOperation } from "../docs/operations.ts";

// Has what must be encoded in a query: reserved characters, a space, a plus, a percent sign, letters beyond ASCII.
const trickyText = '@ci.status:error AND name:"a+b & c=d" [x] 100% #1 ü';

export interface SampledParameters {
  /** The operation's argument. */
  readonly input: Record<string, unknown>;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
}

/**
 * Gives every parameter of an operation, or only the required ones, a value.
 *
 * Throws Error for a parameter that is not in path or query, or has no single value: the contract would not cover it.
 */
export function sampleParameters(
  { operation, path }: SpecOperation,
  which: "all" | "required",
): SampledParameters {
  const input: Record<string, unknown> = {};
  const query: [string, string][] = [];
  let filledPath = path;
  for (const parameter of listOf(operation["parameters"]).map((item) => objectOf(item))) {
    if (which === "required" && parameter["required"] !== true) continue;
    const name = String(parameter["name"]);
    const value = sampleValue(name, objectOf(parameter["schema"]));
    if (parameter["in"] === "query") query.push([name, String(value)]);
    else if (parameter["in"] === "path") {
      filledPath = filledPath.replace(`{${name}}`, encodeURIComponent(String(value)));
    } else throw new Error(`No sample for the parameter ${name} in ${String(parameter["in"])}`);
    putNested(input, name, value);
  }
  return { input, path: filledPath, query };
}

function sampleValue(name: string, schema: JsonObject): JsonValue {
  const [first] = listOf(schema["enum"]);
  if (first !== undefined) return first;
  switch (schema["type"]) {
    case "string":
      return schema["format"] === "date-time" ? "2021-11-11T11:09:11.123+05:30" : trickyText;
    case "integer":
    case "number":
      return typeof schema["maximum"] === "number" ? schema["maximum"] : 7;
    case "boolean":
      return true;
    default:
      throw new Error(`No sample for the parameter ${name} with the schema ${JSON.stringify(schema)}`);
  }
}

/** Puts a value where its bracketed name says: `page[limit]` goes to `{ page: { limit } }`. */
function putNested(target: Record<string, unknown>, name: string, value: JsonValue): void {
  const [first = name, ...rest] = name.split(/[[\]]+/).filter((key) => key !== "");
  const nested = new Map(Object.entries(target)).get(first);
  const [next] = rest;
  if (next === undefined) {
    target[first] = value;
    return;
  }
  const inner: Record<string, unknown> = { ...(typeof nested === "object" ? nested : {}) };
  putNested(inner, rest.length === 1 ? next : `${next}[${rest.slice(1).join("][")}]`, value);
  target[first] = inner;
}
