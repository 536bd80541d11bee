import type { Operation } from "../document/operation.js";
import type { Parameter } from "../document/parameter.js";
import type { SecurityScheme } from "../document/security.js";
import type { JsonValue } from "../json.js";
import { shapesOf } from "../schema/shape.js";
import { queryEncodingProblem } from "../wire/encoding.js";
import { isDeep, keysOf, readDeep } from "./deep-object.js";
import type { Rejection } from "./rejection.js";
import { readStyled } from "./style.js";
import { decode, decodeSafely, fromParts, inAnyShape, type Reading, type ValueReader } from "./value.js";

/** Parameters that were read, and what was wrong with them. */
export interface ReadParameters {
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly rejections: readonly Rejection[];
}

interface Pair {
  /** Decoded. */
  readonly name: string;
  /** As on the wire. */
  readonly raw: string;
}

/** Reads a query by the parameters of an operation. Keys in the query are left to the judge of credentials. */
export function readQuery(
  reader: ValueReader,
  { parameters, pointer }: Operation,
  query: string,
  keys: readonly SecurityScheme[],
): ReadParameters {
  const declared = parameters.filter((parameter) => parameter.in === "query");
  const reserved = declared.filter(({ allowReserved }) => allowReserved);
  const isReserved = (name: string): boolean =>
    reserved.some((parameter) => claims(reader, parameter, name, declared));
  const encoding = queryEncodingProblem(withoutBrackets(query, isReserved));
  if (encoding !== undefined) {
    return {
      values: {},
      rejections: [{ rule: "query-encoding", message: `${encoding}: ${query}`, where: "query", pointer }],
    };
  }
  const pairs = pairsOf(query);
  const left = new Set(pairs);
  const values: Record<string, JsonValue> = {};
  const rejections: Rejection[] = [];
  // One whose members are names of their own takes what the others leave.
  for (const parameter of declared.toSorted(
    (a, b) => Number(spread(reader, a)) - Number(spread(reader, b)),
  )) {
    const mine = [...left].filter(({ name }) => claims(reader, parameter, name, declared));
    for (const pair of mine) left.delete(pair);
    const found = readOne(reader, parameter, mine);
    if ("rejection" in found) rejections.push(found.rejection);
    else if (found.value !== undefined) values[parameter.name] = found.value;
  }
  for (const { name } of left) {
    if (keys.some((key) => key.in === "query" && key.parameter === name)) continue;
    rejections.push(unknown(name, declared, pointer));
  }
  return { values, rejections };
}

/** Reserved expansion leaves brackets as they are (RFC 6570, section 3.2.3), which no other value may hold. */
function withoutBrackets(query: string, isReserved: (name: string) => boolean): string {
  const strip = (part: string): string => {
    const [, name = "", raw = ""] = /^([^=]*)(.*)$/s.exec(part) ?? [];
    return isReserved(decodeSafely(name)) ? name + raw.replaceAll(/[[\]]/g, "") : part;
  };
  return query.split("&").map(strip).join("&");
}

function pairsOf(query: string): Pair[] {
  if (query === "") return [];
  return query.split("&").map((part) => {
    const [, name = "", raw = ""] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
    return { name: decode(name), raw };
  });
}

/** Whether the members of an object stand as names of their own. */
function spread(reader: ValueReader, { style, explode, schema, content }: Parameter): boolean {
  return (
    content === undefined &&
    style === "form" &&
    explode &&
    shapesOf(reader.document, schema).some(({ kind }) => kind === "object")
  );
}

function claims(
  reader: ValueReader,
  parameter: Parameter,
  name: string,
  declared: readonly Parameter[],
): boolean {
  const isOwn = name === parameter.name;
  if (declared.some((other) => other !== parameter && other.name === name)) return false;
  if (isDeep(parameter)) return isOwn || keysOf(parameter, name) !== undefined;
  if (!spread(reader, parameter)) return isOwn;
  return shapesOf(reader.document, parameter.schema).some((shape) =>
    shape.kind === "object"
      ? shape.properties.has(name) || shape.rest !== undefined || (shape.open && shape.properties.size === 0)
      : isOwn,
  );
}

function readOne(
  reader: ValueReader,
  parameter: Parameter,
  pairs: readonly Pair[],
): { readonly value: JsonValue | undefined } | { readonly rejection: Rejection } {
  const { name, pointer, required, allowEmptyValue } = parameter;
  const refuse = (rule: Rejection["rule"], message: string): { readonly rejection: Rejection } => ({
    rejection: { rule, message, where: `query ${name}`, pointer },
  });
  const [first] = pairs;
  if (!first) return required ? refuse("query-missing", "it is required") : { value: undefined };
  if (!allowEmptyValue && pairs.some(({ raw }) => raw === ""))
    return refuse("query-empty", "it has no value");
  if (isSingle(reader, parameter) && pairs.length > 1)
    return refuse("query-repeated", `it is there ${pairs.length} times`);
  const reading = readingOf(reader, parameter, pairs, first);
  return reading.problem === undefined ? { value: reading.value } : refuse("query-value", reading.problem);
}

function isSingle(reader: ValueReader, { style, explode, schema, content }: Parameter): boolean {
  if (style === "deepObject") return content !== undefined;
  const shapes = shapesOf(reader.document, schema);
  return content !== undefined || !explode || shapes.every(({ kind }) => kind === "scalar");
}

function readingOf(reader: ValueReader, parameter: Parameter, pairs: readonly Pair[], first: Pair): Reading {
  if (isDeep(parameter)) return readDeep(reader, parameter, pairs);
  if (isSingle(reader, parameter)) return readStyled(reader, parameter, first.raw, decode);
  const members = pairs.map(({ name, raw }) => [name, decode(raw)] as const);
  const isNamed = pairs.every(({ name }) => name === parameter.name);
  return inAnyShape(reader, parameter.schema, (shape) => {
    if (shape.kind === "object") return fromParts(reader, parameter, shape, { members });
    if (!isNamed) return { problem: "names and values come in pairs" };
    return fromParts(reader, parameter, shape, { items: members.map(([, value]) => value) });
  });
}

function unknown(name: string, declared: readonly Parameter[], pointer: string): Rejection {
  const names = declared.map((parameter) => parameter.name);
  const alike = names.find((known) => known.toLowerCase() === name.toLowerCase());
  const hint = alike === undefined ? `the operation has ${names.join(", ") || "none"}` : `is ${alike} meant?`;
  return {
    rule: "query-unknown",
    message: `there is no such parameter; ${hint}`,
    where: `query ${name}`,
    pointer,
  };
}
