// Flattens a schema into the rows of a field table, in the notation of the facts.
import { isObject, type JsonObject, type JsonValue, listOf, objectOf, textsOf } from "./json.ts";

export interface FieldRow {
  path: string;
  type: string;
  required: boolean;
  /** What the schema says beside path, type and required: enum, default, limits, nullable. */
  keywords: JsonObject;
  /** The row's provenance marks: keyword to source. */
  marks: JsonObject;
}

export const provenanceKey = "x-clientwright-provenance";

/** Keywords that give structure, which rows show, or that state nothing about the data. */
const structural: ReadonlySet<string> = new Set([
  "type",
  "properties",
  "required",
  "items",
  "additionalProperties",
  "oneOf",
  "anyOf",
  "description",
]);

/** The rows of a body or parameter schema, without one for the schema itself if its path is empty. */
export function fieldRows(schema: JsonObject, path = "", required = false): FieldRow[] {
  const { bare, nullable } = withoutNull(schema);
  const type = typeOf(bare);
  const keywords = keywordsOf(bare, type);
  if (nullable) keywords["nullable"] = true;
  const marks = objectOf(bare[provenanceKey]);
  const own = path === "" ? [] : [{ path, type, required, keywords, marks }];
  return [...own, ...childRows(bare, path)];
}

function childRows(schema: JsonObject, path: string): FieldRow[] {
  const rows: FieldRow[] = [];
  options(schema).forEach((option, index) => rows.push(...fieldRows(option, `${path}(${index + 1})`)));
  const required = new Set(textsOf(schema["required"]));
  const prefix = path === "" ? "" : `${path}.`;
  for (const [name, property] of Object.entries(objectOf(schema["properties"]))) {
    rows.push(...fieldRows(objectOf(property), prefix + name, required.has(name)));
  }
  const values = schema["additionalProperties"];
  if (isObject(values)) rows.push(...fieldRows(values, `${prefix}*`));
  // An item has no row of its own; its type stands in the array's.
  if (isObject(schema["items"])) rows.push(...childRows(schema["items"], `${path}[]`));
  return rows;
}

function options(schema: JsonObject): JsonObject[] {
  return [...listOf(schema["oneOf"]), ...listOf(schema["anyOf"])].map((option) => objectOf(option));
}

/** Takes null out of a type list or a union. A union that is left with one option becomes that option. */
function withoutNull(schema: JsonObject): { bare: JsonObject; nullable: boolean } {
  const type = schema["type"];
  if (Array.isArray(type) && type.includes("null")) {
    const rest = type.filter((name) => name !== "null");
    return { bare: { ...schema, type: rest.length === 1 ? (rest[0] ?? null) : rest }, nullable: true };
  }
  for (const keyword of ["oneOf", "anyOf"]) {
    const all = listOf(schema[keyword]);
    const rest = all.filter((option) => objectOf(option)["type"] !== "null");
    if (rest.length === all.length) continue;
    const { [keyword]: _, ...outer } = schema;
    if (rest.length > 1) return { bare: { ...outer, [keyword]: rest }, nullable: true };
    const inner = objectOf(rest[0]);
    const marks = { ...objectOf(inner[provenanceKey]), ...objectOf(outer[provenanceKey]) };
    return { bare: { ...inner, ...outer, [provenanceKey]: marks }, nullable: true };
  }
  return { bare: schema, nullable: false };
}

/** The page's word for a schema's type. */
function typeOf(schema: JsonObject): string {
  if (options(schema).length > 0) return "oneOf";
  const { type, format } = schema;
  if (type === undefined) return "any";
  if (type === "array") {
    const items = withoutNull(objectOf(schema["items"])).bare;
    return `[${typeOf(items)}]`;
  }
  if (Array.isArray(schema["enum"])) return "enum";
  if (type === "string" && format === "date-time") return format;
  if ((type === "integer" || type === "number") && typeof format === "string") return format;
  return typeof type === "string" ? type : JSON.stringify(type);
}

/** Keywords that a row states. A format that the page's word already tells is left out. */
function keywordsOf(schema: JsonObject, type: string): JsonObject {
  const keywords: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) {
    if (structural.has(key) || key.startsWith("x-")) continue;
    if (key === "format" && value === type) continue;
    keywords[key] = value;
  }
  if (schema["additionalProperties"] === false) keywords["additionalProperties"] = false;
  const items: JsonValue | undefined = schema["items"];
  if (isObject(items)) {
    const { bare, nullable } = withoutNull(items);
    if (nullable) keywords["items.nullable"] = true;
    for (const [key, value] of Object.entries(keywordsOf(bare, typeOf(bare))))
      keywords[`items.${key}`] = value;
  }
  return keywords;
}
