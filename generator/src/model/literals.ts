import { child, isObject, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import { isExact } from "./numbers.ts";
import { type Docs, noDocs, type Scalar, type Schema } from "./schema.ts";

/** The values that a schema lists (`const`, `enum`); undefined when it lists none. */
export function readLiterals(reader: Reader, node: SpecNode, docs: Docs): Schema | undefined {
  const constant = child(node, "const");
  // `const: null` reads as an absent child in no dialect: JSON null is a value.
  const items = constant !== undefined ? [constant] : child(node, "enum") && reader.items(node, "enum");
  if (items === undefined) return undefined;
  if (items.length === 0) return { kind: "never", docs };
  const open = reader.boolean(node, "x-clientwright-open");
  for (const item of items.filter(({ value }) => !isExact(value))) warnOfInexact(reader, item);
  const values = items.map(({ value }) => value);
  if (values.every((value) => isScalar(value) && isExact(value))) {
    return {
      kind: "literals",
      values: [...new Set(values as readonly Scalar[])],
      docs,
      ...(open === undefined ? {} : { open }),
    };
  }
  return { kind: "union", variants: values.map((value) => ({ schema: literal(value) })), docs };
}

/** The schema that allows exactly one JSON value, of whatever type. */
function literal(value: unknown): Schema {
  if (Array.isArray(value)) {
    return {
      kind: "array",
      items: { kind: "never", docs: noDocs },
      prefix: value.map(literal),
      required: value.length,
      docs: noDocs,
    };
  }
  if (isObject(value)) {
    const properties = Object.keys(value).map((name) => ({
      name,
      schema: literal(value[name]),
      required: true,
      readOnly: false,
      writeOnly: false,
    }));
    return { kind: "object", properties, docs: noDocs };
  }
  return isExact(value)
    ? { kind: "literals", values: [value as Scalar], docs: noDocs }
    : { kind: "number", docs: noDocs };
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function warnOfInexact(reader: Reader, item: SpecNode): void {
  report(
    reader.diagnostics,
    "CW2011",
    item,
    "JavaScript has no number that is exactly this one, so that its type is number",
    "nothing to do, unless the value can be text",
  );
}
