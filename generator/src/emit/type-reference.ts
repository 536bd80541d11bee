import type { Api, TypeDeclaration } from "../model/api.ts";
import { isOpen, isRequired } from "../model/direction.ts";
import type { Literals, ObjectSchema } from "../model/schema.ts";
import { effectiveDocs } from "./docs.ts";
import { codeSpanOfList, lit, markdownOfList, propertyName } from "./doors.ts";
import { sentence } from "./markdown.ts";
import { TypeWriter } from "./schema/type.ts";

/** Every type of a package as an item of a list: what it is, and its fields or values by name. */
export function typeList(api: Api): string {
  return api.types
    .map((type) =>
      [
        `- ${codeSpanOfList(type.name)}:`,
        sentence(markdownOfList(effectiveDocs(api, type.definition.schema).description ?? "")),
        contents(api, type),
      ]
        .filter((text) => text !== "")
        .join(" ")
        .replace(/:$/, ""),
    )
    .join("\n");
}

function contents(api: Api, type: TypeDeclaration): string {
  const { schema } = type.definition;
  if (schema.kind === "literals") return values(schema, type);
  if (schema.kind === "object" && schema.properties.length > 0) return fields(api, schema, type);
  const text = TypeWriter.of(api, type.direction).type(schema);
  return isShort(text) ? `Type: ${codeSpanOfList(text)}.` : "";
}

/** A type that is long or has comments of its own is read where it is declared. */
function isShort(type: string): boolean {
  return !type.includes("/*") && type.replaceAll(/\s+/g, " ").length <= 200;
}

function values(schema: Literals, { direction }: TypeDeclaration): string {
  const known = schema.values.map((value) => codeSpanOfList(lit(value))).join(", ");
  return `Values: ${known}${isOpen(schema, direction) ? ", and others" : ""}.`;
}

function fields(api: Api, schema: ObjectSchema, { direction }: TypeDeclaration): string {
  const writer = TypeWriter.of(api, direction);
  const hidden = direction === "input" ? "readOnly" : "writeOnly";
  const all = schema.properties
    .filter((property) => !property[hidden])
    .map((property) => {
      const name = `${propertyName(property.name)}${isRequired(property, direction) ? "" : "?"}`;
      const text = writer.type(property.schema);
      const of = isShort(text) ? `: ${text}` : "";
      const { default: value } = effectiveDocs(api, property.schema);
      return `${codeSpanOfList(name + of)}${value === undefined ? "" : ` (default ${codeSpanOfList(lit(value))})`}`;
    });
  return `Fields: ${all.join(", ")}.`;
}
