import type { ObjectSchema, Property, Schema } from "../model/schema.ts";

/**
 * A schema's shape in one line: `{a: string, b?: number|null, [string]}`. A literal stands as JSON, `…` after literals
 * marks them as open, `<name>` is a reference, `ro` and `wo` mark read-only and write-only properties.
 */
export function outline(schema: Schema): string {
  switch (schema.kind) {
    case "literals":
      return `${schema.values.map((value) => JSON.stringify(value)).join("|")}${schema.open === true ? "…" : ""}`;
    case "string":
      return schema.dateTime ? "dateTime" : "string";
    case "array":
      return `[${[...schema.prefix.map((item, at) => `${outline(item)}${at < schema.required ? "" : "?"}`), `...${outline(schema.items)}`].join(", ")}]`;
    case "object":
      return objectOutline(schema);
    case "union":
      return schema.variants
        .map(({ schema: variant, title }) => `${title === undefined ? "" : `${title}=`}${outline(variant)}`)
        .join("|");
    case "intersection":
      return schema.members.map((member) => `(${outline(member)})`).join("&");
    case "reference":
      return `<${schema.id.split("/").at(-1) ?? ""}>`;
    default:
      return schema.kind;
  }
}

function objectOutline(schema: ObjectSchema): string {
  const properties = schema.properties.map(propertyOutline);
  const additional = schema.additional === undefined ? [] : [`[${outline(schema.additional)}]`];
  return `{${[...properties, ...additional].join(", ")}}`;
}

function propertyOutline({ name, schema, required, readOnly, writeOnly }: Property): string {
  const marks = `${readOnly ? "ro " : ""}${writeOnly ? "wo " : ""}`;
  return `${marks}${name}${required ? "" : "?"}: ${outline(schema)}`;
}
