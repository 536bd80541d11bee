import type { Api, TypeDeclaration } from "../model/api.ts";
import { isOpen, isRequired, visibleProperties } from "../model/direction.ts";
import type { Literals, Property, Schema } from "../model/schema.ts";
import { effectiveDocs } from "./docs.ts";
import { codeSpanOfList, lit, markdownOfList, propertyName } from "./doors.ts";
import { sentence } from "./markdown.ts";
import { TypeWriter } from "./schema/type.ts";
import { typeOutline } from "./type-outline.ts";

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
        .join(" "),
    )
    .join("\n");
}

function contents(api: Api, type: TypeDeclaration): string {
  const { direction } = type;
  const { schema } = type.definition;
  if (schema.kind === "literals") return values(schema, type);
  if (schema.kind === "object" && schema.properties.length > 0)
    return fields(api, visibleProperties(schema, direction), type);
  const text = TypeWriter.of(api, direction).type(schema);
  if (isShort(text)) return `Type: ${codeSpanOfList(text)}.`;
  if (schema.kind === "intersection") return partsAndFields(api, schema.members.flatMap(flat), type);
  return `Type: ${codeSpanOfList(typeOutline(api, schema, direction))}.`;
}

/** A type that is long or has comments of its own is read where it is declared. */
function isShort(type: string): boolean {
  return !type.includes("/*") && type.replaceAll(/\s+/g, " ").length <= 200;
}

function values(schema: Literals, { direction }: TypeDeclaration): string {
  const known = schema.values.map((value) => codeSpanOfList(lit(value))).join(", ");
  return `Values: ${known}${isOpen(schema, direction) ? ", and others" : ""}.`;
}

function flat(schema: Schema): readonly Schema[] {
  return schema.kind === "intersection" ? schema.members.flatMap(flat) : [schema];
}

/** `allOf`: what is extended by name, and the fields that are added to it. */
function partsAndFields(api: Api, members: readonly Schema[], type: TypeDeclaration): string {
  const { direction } = type;
  const added = members.flatMap((member) =>
    member.kind === "object" ? visibleProperties(member, direction) : [],
  );
  const parts = members
    .filter((member) => member.kind !== "object" || member.properties.length === 0)
    .map((member) => codeSpanOfList(typeOutline(api, member, direction)));
  return [
    parts.length === 0 ? "" : `All of ${parts.join(", ")}.`,
    added.length === 0 ? "" : fields(api, added, type),
  ]
    .filter((text) => text !== "")
    .join(" ");
}

function fields(api: Api, properties: readonly Property[], { direction }: TypeDeclaration): string {
  const writer = TypeWriter.of(api, direction);
  const all = properties.map((property) => {
    const name = `${propertyName(property.name)}${isRequired(property, direction) ? "" : "?"}`;
    const text = writer.type(property.schema);
    const of = isShort(text) ? `: ${text}` : "";
    const { default: value } = effectiveDocs(api, property.schema);
    return `${codeSpanOfList(name + of)}${value === undefined ? "" : ` (default ${codeSpanOfList(lit(value))})`}`;
  });
  return all.length === 0 ? "No fields." : `Fields: ${all.join(", ")}.`;
}
