import { isObject } from "../load/node.ts";
import { noDocs, type Scalar, type Schema } from "./schema.ts";

/** The schema that allows exactly one JSON value, of whatever type. */
export function literal(value: unknown): Schema {
  if (Array.isArray(value)) {
    return {
      kind: "array",
      items: { kind: "never", docs: noDocs },
      prefix: value.map(literal),
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
  return { kind: "literals", values: [value as Scalar], docs: noDocs };
}

export function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
