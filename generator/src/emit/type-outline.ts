import type { Api, Direction } from "../model/api.ts";
import { isRequired, visibleProperties } from "../model/direction.ts";
import type { Schema } from "../model/schema.ts";
import { propertyName } from "./doors.ts";
import { TypeWriter } from "./schema/type.ts";

/** A type on one line, for people alone: of the objects in it only the names of the fields are said. */
export function typeOutline(api: Api, schema: Schema, direction: Direction): string {
  const part = (inner: Schema): string => typeOutline(api, inner, direction);
  const inList = (inner: Schema): string => {
    const text = part(inner);
    return /^[\w$.]+$|^\{.*\}$/.test(text) ? text : `(${text})`;
  };
  switch (schema.kind) {
    case "union":
      return [...new Set(schema.variants.map((variant) => inList(variant.schema)))].join(" | ");
    case "intersection":
      return schema.members.map(inList).join(" & ");
    case "array":
      if (schema.prefix.length === 0) return `${inList(schema.items)}[]`;
      return `[${[...schema.prefix.map(part), ...(schema.items.kind === "never" ? [] : [`...${inList(schema.items)}[]`])].join(", ")}]`;
    case "object": {
      const names = visibleProperties(schema, direction).map(
        (property) => `${propertyName(property.name)}${isRequired(property, direction) ? "" : "?"}`,
      );
      const { additional } = schema;
      const members = additional === undefined ? names : [...names, `[key: string]: ${part(additional)}`];
      return members.length === 0 ? "{}" : `{ ${members.join("; ")} }`;
    }
    default:
      return TypeWriter.of(api, direction).type(schema);
  }
}
