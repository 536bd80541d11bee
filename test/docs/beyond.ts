// What the documents state beyond the reference pages: every mark of provenance, with the value of what it marks.
import { isObject, type JsonObject, type JsonValue, listOf, textsOf } from "./json.ts";
import { provenanceKey } from "./fields.ts";

/** Keys that give structure, and so are no part of a place's name. */
const structure: ReadonlySet<string> = new Set([
  "components",
  "schemas",
  "properties",
  "items",
  "additionalProperties",
  "schema",
  "paths",
]);

/** Every mark below a value as a line: `CIAppCIError.message maxLength 5000 (sdk)`. */
export function beyondThePages(value: JsonValue, place: readonly string[] = []): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => beyondThePages(item, [...place, nameOf(item)]));
  if (!isObject(value)) return [];
  const marks = value[provenanceKey];
  const where = place.filter((name) => name !== "").join(".");
  const own = Object.entries(isObject(marks) ? marks : {}).map(([keyword, source]) =>
    `${where} ${stated(value, keyword)} (${String(source)})`.trim(),
  );
  const below = Object.entries(value).flatMap(([key, child]) =>
    key === provenanceKey
      ? []
      : beyondThePages(child, [...place, structure.has(key) || Array.isArray(child) ? "" : key]),
  );
  return [...own, ...below];
}

function nameOf(item: JsonValue): string {
  return isObject(item) && typeof item["name"] === "string" ? item["name"] : "";
}

/** What a marked keyword says. Some of them only say that something is there. */
function stated(holder: JsonObject, keyword: string): string {
  if (keyword === "exists" || textsOf(holder["x-clientwright-values"]).includes(keyword)) return keyword;
  if (keyword === "nullable") return isNullable(holder) ? "nullable" : "not nullable";
  return `${keyword} ${JSON.stringify(holder[keyword])}`;
}

function isNullable({ type, oneOf }: JsonObject): boolean {
  const options = listOf(oneOf).map((option) => (isObject(option) ? option["type"] : option));
  return [...(Array.isArray(type) ? type : []), ...options].includes("null");
}
