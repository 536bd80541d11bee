import type { Operation } from "../document/operation.js";
import type { Parameter } from "../document/parameter.js";
import type { SecurityScheme } from "../document/security.js";
import type { JsonValue } from "../json.js";
import { shapeOf } from "../schema/shape.js";
import { queryEncodingProblem } from "../wire/encoding.js";
import type { Rejection } from "./rejection.js";
import { readStyled } from "./style.js";
import { decode, fromParts, type Reading, type ValueReader } from "./value.js";

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
  const encoding = queryEncodingProblem(query);
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
  const declared = parameters.filter((parameter) => parameter.in === "query");
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

function pairsOf(query: string): Pair[] {
  if (query === "") return [];
  return query.split("&").map((part) => {
    const [, name = "", raw = ""] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
    return { name: decode(name), raw };
  });
}

function spread(reader: ValueReader, { style, explode, schema, content }: Parameter): boolean {
  return (
    content === undefined && style === "form" && explode && shapeOf(reader.document, schema).kind === "object"
  );
}

function claims(
  reader: ValueReader,
  parameter: Parameter,
  name: string,
  declared: readonly Parameter[],
): boolean {
  if (parameter.style === "deepObject") return name.startsWith(`${parameter.name}[`) && name.endsWith("]");
  if (!spread(reader, parameter)) return name === parameter.name;
  const shape = shapeOf(reader.document, parameter.schema);
  if (shape.kind !== "object" || declared.some((other) => other !== parameter && other.name === name))
    return false;
  return shape.properties.has(name) || (shape.open && shape.properties.size === 0);
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
  if (style === "deepObject") return false;
  return content !== undefined || !explode || shapeOf(reader.document, schema).kind === "scalar";
}

function readingOf(reader: ValueReader, parameter: Parameter, pairs: readonly Pair[], first: Pair): Reading {
  if (parameter.style === "deepObject") {
    // OpenAPI says nothing of lists in this style; with empty brackets, servers take them for lists.
    if (pairs.every(({ name }) => name === `${parameter.name}[]`))
      return fromParts(reader, parameter, { items: pairs.map(({ raw }) => decode(raw)) });
    const members = pairs.map(
      ({ name, raw }) => [name.slice(parameter.name.length + 1, -1), decode(raw)] as const,
    );
    return fromParts(reader, parameter, { members });
  }
  if (isSingle(reader, parameter)) return readStyled(reader, parameter, first.raw, decode);
  if (spread(reader, parameter)) {
    return fromParts(reader, parameter, {
      members: pairs.map(({ name, raw }) => [name, decode(raw)] as const),
    });
  }
  return fromParts(reader, parameter, { items: pairs.map(({ raw }) => decode(raw)) });
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
