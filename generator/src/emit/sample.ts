import type { Api } from "../model/api.ts";
import { alternatives } from "../model/place.ts";
import { noDocs, type Schema } from "../model/schema.ts";
import { taggedVariants } from "../model/union.ts";
import { effectiveDocs } from "./docs.ts";
import { lit, objectKey } from "./doors.ts";

/** A value that has the shape of a schema: an object whose members can be looked at, or anything else as an expression. */
export type Sample = SampleObject | Expression;

export type SampleObject = ReadonlyMap<string, Sample>;

interface Expression {
  readonly text: string;
  /** How many values would do as well. Where two schemas say what one value is, the one that leaves less open is shown. */
  readonly choices: number;
}

/** More than an enumeration has: the document only suggests such a value. */
const suggested = 1e6;
const madeUp = 1e9;

const maxDepth = 8;

/** Of all samples in one; a schema that asks for more is not shown whole, which no reader misses. */
const maxParts = 2000;

/** The smallest value that has the shape of a schema. */
export function sample(api: Api, schema: Schema): Sample {
  return sampleOf(api, schema, 0, { left: maxParts });
}

/** A value of the document as a sample. */
export function sampleOfValue(value: unknown): Sample {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { text: lit(value), choices: suggested };
  return new Map(Object.entries(value).map(([key, member]) => [key, sampleOfValue(member)]));
}

/** A sample as an expression. */
export function sampleText(of: Sample): string {
  if (!isObject(of)) return of.text;
  const members = [...of].map(([key, member]) => `${objectKey(key)}: ${sampleText(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** A sample as an expression that is broken into lines like the rest of the code. */
export function sampleLines(of: Sample, indent = ""): string {
  const flat = sampleText(of);
  if (flat.length + indent.length <= 80 || !isObject(of)) return flat;
  const inner = `${indent}  `;
  const members = [...of].map(
    ([key, member]) => `${inner}${objectKey(key)}: ${sampleLines(member, inner)},\n`,
  );
  return `{\n${members.join("")}${indent}}`;
}

export function isObject(of: Sample | undefined): of is SampleObject {
  return of instanceof Map;
}

function sampleOf(api: Api, schema: Schema, depth: number, room: { left: number }): Sample {
  const part = (inner: Schema): Sample => sampleOf(api, inner, depth + 1, room);
  const docs = effectiveDocs(api, schema);
  const known = docs.examples[0] ?? docs.default;
  if (known !== undefined) return sampleOfValue(known);
  if (depth > maxDepth || room.left-- <= 0) return new Map();
  switch (schema.kind) {
    case "reference":
      return part(api.definition(schema.id).schema);
    case "literals":
      return { text: lit(schema.values[0]), choices: schema.values.length };
    case "boolean":
      return expression("true");
    case "number":
      return expression(lit(docs.limits.minimum ?? 1));
    case "string":
      return expression(schema.dateTime ? "new Date()" : '"…"');
    case "binary":
      return expression('new Blob(["…"])');
    case "array": {
      const { minItems = 0 } = docs.limits;
      const first = schema.prefix.slice(0, schema.required);
      const items = minItems > schema.prefix.length ? [...first, schema.items] : first;
      return expression(`[${items.map((item) => sampleText(part(item))).join(", ")}]`);
    }
    case "object": {
      const required = schema.properties.filter((property) => property.required && !property.readOnly);
      return new Map(required.map((property) => [property.name, part(property.schema)]));
    }
    case "union": {
      // The tag of a variant may stand in the discriminator alone, while the variant says no more than that it is text.
      const shown = { ...schema, variants: schema.variants.slice(0, 1) };
      const [first] = taggedVariants(shown, api.definitions, false);
      return first === undefined ? anything : part(first);
    }
    case "intersection": {
      const whole = schema.members.map(part).reduce(both, anything);
      if (!isObject(whole)) return whole;
      return new Map(
        [...whole].map(([key, member]) => [
          key,
          member === anything ? part(optional(api, schema, key)) : member,
        ]),
      );
    }
    default:
      return anything;
  }
}

/** What one part of an `allOf` requires may be described by another that does not. */
function optional(api: Api, schema: Schema, key: string): Schema {
  const parts = alternatives(schema, (id) => api.definitions.get(id));
  const described = parts
    .flatMap((part) => (part.kind === "object" ? part.properties : []))
    .find((property) => property.name === key && property.schema.kind !== "unknown");
  return described?.schema ?? { kind: "unknown", docs: noDocs };
}

function expression(text: string): Expression {
  return { text, choices: madeUp };
}

/** What is shown where the document does not say what a value is. */
const anything: Expression = { text: "null", choices: Infinity };

function both(one: Sample, other: Sample): Sample {
  if (isObject(one) && isObject(other)) {
    const members = new Map(one);
    for (const [key, member] of other) {
      const before = members.get(key);
      members.set(key, before === undefined ? member : both(before, member));
    }
    return members;
  }
  if (isObject(one)) return one;
  if (isObject(other)) return other;
  return other.choices < one.choices ? other : one;
}
