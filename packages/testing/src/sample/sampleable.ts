import { isObject, type JsonObject, type JsonValue, step } from "../json.js";
import type { Direction } from "../schema/direction.js";
import { withDefaults } from "./defaults.js";
import { holdingJson } from "./json-text.js";

/** How many different copies of a document there are: enough for unions inside unions to show all of their variants. */
export const copies = 64;

const annotations: ReadonlySet<string> = new Set(["description", "title", "deprecated", "default"]);

/**
 * A copy of a document for a sampler that leaves maps empty, and optional fields out wherever there is a choice: maps get
 * an entry, and of each `oneOf` and `anyOf` one schema stays, another one in each copy. It also makes a text as long as it
 * may be: thousands of characters in each of hundreds of places take minutes. In answers, what has a default is always there.
 *
 * @param copy - From 0 to less than {@link copies}.
 */
export function sampleable(document: JsonObject, direction: Direction, copy: number): JsonObject {
  const visit = (value: JsonValue, place: string, key?: string): JsonValue => {
    if (Array.isArray(value))
      return shared(
        value,
        value.map((item, index) => visit(item, step(place, index))),
      );
    if (!isObject(value) || key === "example" || key === "examples" || key === "default") return value;
    const entries = Object.entries(value);
    const inner = entries.map(([name, one]) => visit(one, step(place, name), name));
    // What is alike in two copies is one object: there are many copies, and they differ in little.
    const isSame = inner.every((one, index) => one === entries[index]?.[1]);
    const whole = isSame
      ? value
      : Object.fromEntries(entries.map(([name], index) => [name, inner[index] ?? null]));
    // The keys of `properties` are names.
    const isAnswer = direction === "answer" && key !== "properties";
    const complete = isAnswer
      ? withDefaults(
          whole,
          value,
          (name) => hash(`${copy} default of ${step(place, "properties", name)}`) % 2 === 0,
        )
      : whole;
    return holdingJson(short(filled(chosen(complete, `${copy} ${place}`))), place);
  };
  const result = visit(document, "");
  return isObject(result) ? result : {};
}

function shared(list: readonly JsonValue[], next: readonly JsonValue[]): readonly JsonValue[] {
  return next.every((one, index) => one === list[index]) ? list : next;
}

function chosen(schema: JsonObject, place: string): JsonObject {
  const keyword = ["oneOf", "anyOf"].find((name) => Array.isArray(schema[name]));
  if (keyword === undefined) return schema;
  const variants: JsonValue = schema[keyword] ?? [];
  const variant: JsonValue = Array.isArray(variants) ? variants[hash(place) % variants.length] : {};
  const rest = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
  const isPlain = Object.keys(rest).every((name) => annotations.has(name) || name.startsWith("x-"));
  if (isPlain && isObject(variant)) return variant;
  return { ...rest, allOf: [...(Array.isArray(rest["allOf"]) ? rest["allOf"] : []), variant ?? {}] };
}

function filled(schema: JsonObject): JsonObject {
  const { additionalProperties: more, properties, minProperties } = schema;
  const isMap = more !== undefined && more !== false && properties === undefined;
  return isMap && minProperties === undefined ? { ...schema, minProperties: 1 } : schema;
}

const longest = 64;

function short(schema: JsonObject): JsonObject {
  const { minLength, maxLength } = schema;
  if (typeof maxLength !== "number" || maxLength <= longest) return schema;
  return { ...schema, maxLength: Math.max(longest, typeof minLength === "number" ? minLength : 0) };
}

/** FNV-1a, so that unions do not all choose alike. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 8;
}
