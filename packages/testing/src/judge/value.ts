// Reads values as OpenAPI writes them, strictly: OpenAPI 3.1.1, section 4.8.12.4, and RFC 6570, one style at a time.
import type { Parameter } from "../document/parameter.js";
import type { JsonObject, JsonValue } from "../json.js";
import type { Direction } from "../schema/direction.js";
import { type Shape, shapesOf } from "../schema/shape.js";
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
  readonly direction: Direction;
}

const canonicalInteger = /^-?(?:0|[1-9]\d*)$/;

/** The JSON values that a text may stand for, the most likely one last. Numbers have one spelling each. */
export function candidates(text: string): JsonValue[] {
  const number = Number(text);
  const isNumber = text !== "-0" && (canonicalInteger.test(text) || (text !== "" && String(number) === text));
  return [
    text,
    ...(isNumber && Number.isFinite(number) ? [number] : []),
    ...(text === "true" || text === "false" ? [text === "true"] : []),
  ];
}

/** The first of some values that fits a schema; where none does, the first, and what is wrong. */
export function fitting(
  { validator, direction }: ValueReader,
  values: readonly JsonValue[],
  schema: string | undefined,
): { readonly value: JsonValue | undefined; readonly problems: readonly SchemaProblem[] } {
  const check = schema === undefined ? undefined : validator.check(schema, direction);
  const judged = values.map((value) => ({ value, problems: check?.(value) ?? [] }));
  const found = judged.find(({ problems }) => problems.length === 0);
  if (found) return found;
  // Of a schema of texts, a number that could be one says nothing but that.
  const isTold = ({ problems }: { readonly problems: readonly SchemaProblem[] }): boolean =>
    !problems.some(({ message }) => message.startsWith("must be string"));
  return { value: values[0], problems: (judged.findLast(isTold) ?? judged.at(-1))?.problems ?? [] };
}

/** One scalar: the first of its candidates that fits the schema. */
export function scalar(reader: ValueReader, text: string, schema: string | undefined): Reading {
  const { value, problems } = fitting(reader, candidates(text), schema);
  if (value !== undefined && problems.length === 0) return { value };
  return { problem: `${JSON.stringify(text)} ${problems.map(({ message }) => message).join(", ")}` };
}

/** A whole value judged by the schema of its parameter. */
export function whole(reader: ValueReader, value: JsonValue, schema: string | undefined): Reading {
  const problems = schema === undefined ? [] : reader.validator.check(schema, reader.direction)(value);
  if (problems.length === 0) return { value };
  return { problem: problems.map(({ at, message }) => `${at === "" ? "it" : at} ${message}`).join(", ") };
}

/** Decoded: the items of an array, or the names and values of an object, or one text. */
export type Parts =
  { readonly items: readonly string[] } | { readonly members: readonly (readonly [string, string])[] };

/** Reads a value in the first of the shapes that its schema allows and that gives one. */
export function inAnyShape(
  { document }: ValueReader,
  schema: string | undefined,
  read: (shape: Shape) => Reading,
): Reading {
  const readings = shapesOf(document, schema).map(read);
  return (
    readings.find(({ problem }) => problem === undefined) ?? readings[0] ?? { problem: "it has no shape" }
  );
}

/** Reads a value of a shape from the texts of its parts. */
export function fromParts(reader: ValueReader, parameter: Parameter, shape: Shape, parts: Parts): Reading {
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
  if (shape.kind === "object" || text === undefined || others.length > 0)
    return { problem: "one value was expected" };
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
    const value = scalar(reader, text, shape.properties.get(name) ?? shape.rest);
    if (value.problem !== undefined) return { problem: `${name}: ${value.problem}` };
    entries.set(name, value.value);
  }
  return whole(reader, Object.fromEntries(entries), schema);
}

/** A value that is written as a document of its own (`content` in place of `schema`): a JSON text, or any other. */
export function fromContent(reader: ValueReader, { schema, content = "" }: Parameter, text: string): Reading {
  if (!isJson(content)) return isValueText(reader, schema) ? scalar(reader, text, schema) : { value: text };
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "it is no JSON text" };
  }
  return whole(reader, value, schema);
}

/** Whether a text can be a value of a schema. One with parts is written in a syntax that OpenAPI does not tell. */
export function isValueText({ document }: ValueReader, schema: string | undefined): boolean {
  return shapesOf(document, schema).every(({ kind }) => kind === "scalar");
}

/** Decodes a part of a URL that has been found to be well encoded. */
export function decode(text: string): string {
  return decodeURIComponent(text);
}

/** Decodes a text that may be badly encoded, and then stays as it is. */
export function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
