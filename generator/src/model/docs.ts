import { child, isObject, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import { isExact } from "./numbers.ts";
import type { Docs, Limits } from "./schema.ts";

const text = ["string"] as const;
const number = ["number"] as const;
/** 3.0 has a boolean that turns the inclusive bound into an exclusive one. */
const exclusive = ["number", "boolean"] as const;

/** What bounds the values of a schema beside its type, and what each may be. */
const bounds: Readonly<Record<string, readonly ("string" | "number" | "boolean")[]>> = {
  format: text,
  pattern: text,
  minimum: number,
  maximum: number,
  exclusiveMinimum: exclusive,
  exclusiveMaximum: exclusive,
  multipleOf: number,
  minLength: number,
  maxLength: number,
  minItems: number,
  maxItems: number,
  minContains: number,
  maxContains: number,
  uniqueItems: ["boolean"],
  minProperties: number,
  maxProperties: number,
};

/** Bounds that are not kept as they stand: they change another, say nothing where they are false, or no type shows them. */
const unkept = new Set(["exclusiveMinimum", "exclusiveMaximum", "uniqueItems", "minContains", "maxContains"]);

/** Whether a field of a schema is a bound of the wrong type, which is left out. */
export function isWrongBound(key: string, value: unknown): boolean {
  return Object.hasOwn(bounds, key) && !bounds[key]?.some((type) => typeof value === type);
}

/** Reads the annotations and bounds of a schema (JSON Schema 2020-12, validation and meta-data vocabularies). */
export function readDocs(reader: Reader, node: SpecNode): Docs {
  const title = reader.string(node, "title");
  const description = reader.string(node, "description");
  const fallback = readDefault(reader, node);
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    deprecated: reader.boolean(node, "deprecated") ?? false,
    ...(fallback === undefined ? {} : { default: fallback }),
    examples: readSchemaExamples(node),
    limits: readLimits(reader, node),
  };
}

function readDefault(reader: Reader, node: SpecNode): unknown {
  const found = child(node, "default");
  if (found === undefined || isExact(found.value)) return found?.value;
  report(
    reader.diagnostics,
    "CW1034",
    found,
    "JavaScript has no number that is exactly this one, so that the default is left out",
    "nothing to do, unless the value can be text",
  );
  return undefined;
}

/** 3.1 has the array `examples`, 3.0 the single `example`, which 3.1 still allows. */
function readSchemaExamples(node: SpecNode): readonly unknown[] {
  const several = child(node, "examples")?.value;
  const one = child(node, "example")?.value;
  return [...(Array.isArray(several) ? (several as unknown[]) : []), ...(one === undefined ? [] : [one])];
}

function readLimits(reader: Reader, node: SpecNode): Limits {
  const limits: Record<string, unknown> = {};
  for (const [key, types] of Object.entries(bounds)) {
    const bound = reader.bound(node, key, types);
    if (bound !== undefined && !unkept.has(key)) limits[key] = bound;
  }
  if (child(node, "uniqueItems")?.value === true) limits["uniqueItems"] = true;
  for (const [strict, inclusive] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    const value = child(node, strict)?.value;
    if (typeof value === "number") limits[strict] = value;
    if (value === true && limits[inclusive] !== undefined) {
      limits[strict] = limits[inclusive];
      delete limits[inclusive];
    }
  }
  return limits;
}

/** What stands beside a `$ref` describes the place that refers, and wins over what the target says of itself. */
export function overrideDocs(docs: Docs, beside: Docs): Docs {
  return {
    ...docs,
    ...(beside.title === undefined ? {} : { title: beside.title }),
    ...(beside.description === undefined ? {} : { description: beside.description }),
    ...(beside.default === undefined ? {} : { default: beside.default }),
    deprecated: docs.deprecated || beside.deprecated,
    examples: beside.examples.length > 0 ? beside.examples : docs.examples,
  };
}

/** The `examples` map or the single `example` of a parameter or media type (OpenAPI, Example Object). */
export function readExamples(
  reader: Reader,
  node: SpecNode,
): readonly { name: string; summary?: string; value: unknown }[] {
  const map = child(node, "examples");
  const named = isObject(map?.value)
    ? reader.members(map).flatMap(([name, reference]) => {
        const example = reader.follow(reference);
        // An externalValue is never fetched: such an example is documentation for people.
        const value = example && child(example, "value");
        if (example === undefined || value === undefined) return [];
        const summary = reader.string(example, "summary");
        return [{ name, ...(summary === undefined ? {} : { summary }), value: value.value }];
      })
    : [];
  const single = child(node, "example");
  return single === undefined ? named : [...named, { name: "example", value: single.value }];
}
