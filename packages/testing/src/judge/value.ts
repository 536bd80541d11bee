// Reads values as OpenAPI writes them, strictly: OpenAPI 3.1.1, section 4.8.12.4, and RFC 6570, one style at a time.
import type { Parameter } from "../document/parameter.js";
import type { JsonObject, JsonValue } from "../json.js";
import { type Shape, shapeOf } from "../schema/shape.js";
import type { SchemaProblem, Validator } from "../schema/validator.js";
import { isJson } from "../wire/media-type.js";

/** A value that was read, or why it could not be. */
export type Reading =
  | { readonly value: JsonValue; readonly problem?: undefined }
  | { readonly problem: string; readonly value?: undefined };

/** What reading values takes. */
export interface ValueReader {
  readonly document: JsonObject;
  readonly validator: Validator;
}

const canonicalInteger = /^-?(?:0|[1-9]\d*)$/;

/** The JSON values that a text may stand for, the most likely one last. Numbers have one spelling each. */
function candidates(text: string): JsonValue[] {
  const number = Number(text);
  const isNumber = text !== "-0" && (canonicalInteger.test(text) || (text !== "" && String(number) === text));
  return [
    text,
    ...(isNumber && Number.isFinite(number) ? [number] : []),
    ...(text === "true" || text === "false" ? [text === "true"] : []),
  ];
}

/** One scalar: the first of its candidates that fits the schema. */
function scalar(reader: ValueReader, text: string, schema: string | undefined): Reading {
  if (schema === undefined) return { value: text };
  const check = reader.validator.check(schema, "request");
  let problems: readonly SchemaProblem[] = [];
  for (const value of candidates(text)) {
    problems = check(value);
    if (problems.length === 0) return { value };
  }
  return { problem: `${JSON.stringify(text)} ${problems.map(({ message }) => message).join(", ")}` };
}

/** A whole value judged by the schema of its parameter. */
function whole(reader: ValueReader, value: JsonValue, schema: string | undefined): Reading {
  const problems = schema === undefined ? [] : reader.validator.check(schema, "request")(value);
  if (problems.length === 0) return { value };
  return { problem: problems.map(({ at, message }) => `${at === "" ? "it" : at} ${message}`).join(", ") };
}

/**
 * Reads a value from the texts of its parts.
 *
 * @param parts - Decoded: the items of an array, or the names and values of an object, or one text.
 */
export function fromParts(
  reader: ValueReader,
  parameter: Parameter,
  parts: { readonly items: readonly string[] } | { readonly members: readonly (readonly [string, string])[] },
): Reading {
  const shape = shapeOf(reader.document, parameter.schema);
  if ("members" in parts) return object(reader, parameter, shape, parts.members);
  if (shape.kind === "array") {
    const items: JsonValue[] = [];
    for (const text of parts.items) {
      const item = scalar(reader, text, shape.items);
      if (item.problem !== undefined) return item;
      items.push(item.value);
    }
    return whole(reader, items, parameter.schema);
  }
  const [text, ...others] = parts.items;
  if (text === undefined || others.length > 0) return { problem: "one value was expected" };
  return scalar(reader, text, parameter.schema);
}

function object(
  reader: ValueReader,
  { schema }: Parameter,
  shape: Shape,
  members: readonly (readonly [string, string])[],
): Reading {
  if (shape.kind !== "object") return { problem: "it is written like an object, and is none" };
  const entries = new Map<string, JsonValue>();
  for (const [name, text] of members) {
    if (entries.has(name)) return { problem: `${name} is there twice` };
    const value = scalar(reader, text, shape.properties.get(name));
    if (value.problem !== undefined) return { problem: `${name}: ${value.problem}` };
    entries.set(name, value.value);
  }
  return whole(reader, Object.fromEntries(entries), schema);
}

/** A value that is written as a document of its own (`content` in place of `schema`): a JSON text, or any other. */
export function fromContent(reader: ValueReader, { schema, content = "" }: Parameter, text: string): Reading {
  if (!isJson(content)) return whole(reader, text, schema);
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "it is no JSON text" };
  }
  return whole(reader, value, schema);
}

/** Decodes a part of a URL that has been found to be well encoded. */
export function decode(text: string): string {
  return decodeURIComponent(text);
}
