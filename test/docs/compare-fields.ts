// Compares field tables both ways: what the page states must be in the schema, and what the schema states must
// be on the page or carry a provenance mark.
import { isDeepStrictEqual } from "node:util";
import { type FieldFact, limitsOf } from "./facts.ts";
import type { FieldRow } from "./fields.ts";
import { type JsonObject, type JsonValue, textsOf } from "./json.ts";

const sources: ReadonlySet<string> = new Set(["sdk", "seen", "doc", "design"]);

/** Types that an unformatted page type may be refined to, if the format is marked. */
const refinements: Readonly<Record<string, readonly string[]>> = { integer: ["int32", "int64"] };

export function compareFields(
  where: string,
  facts: readonly FieldFact[],
  rows: readonly FieldRow[],
): string[] {
  const differences: string[] = [];
  const rowByPath = new Map(rows.map((row) => [row.path, row]));
  const factByPath = new Map(facts.map((fact) => [fact.path, fact]));
  for (const fact of facts) {
    const row = rowByPath.get(fact.path);
    if (row === undefined) differences.push(`${where} ${fact.path}: documented, missing in the spec`);
    else differences.push(...compareField(`${where} ${fact.path}`, fact, row));
  }
  const marked: string[] = [];
  for (const row of rows) {
    if (factByPath.has(row.path)) continue;
    if (marked.some((path) => isInside(row.path, path))) continue;
    if ("exists" in row.marks) marked.push(row.path);
    else differences.push(`${where} ${row.path}: in the spec, neither documented nor marked`);
  }
  return differences;
}

function compareField(where: string, fact: FieldFact, row: FieldRow): string[] {
  const differences: string[] = [];
  const refined = refinements[fact.type]?.includes(row.type) === true;
  if (fact.type !== row.type && !refined) differences.push(`${where}: type ${fact.type} became ${row.type}`);
  if (fact.required !== row.required) {
    differences.push(`${where}: documented as ${fact.required ? "" : "not "}required`);
  }
  const documented: JsonObject = limitsOf(fact);
  if (fact.enum !== undefined) documented["enum"] = fact.enum;
  if (fact.default !== undefined) documented["default"] = fact.default;
  const stated = refined ? { ...row.keywords, format: row.type } : row.keywords;
  return [...differences, ...compareKeywords(where, documented, stated, row.marks)];
}

/** Keyword by keyword: documented ones must be equal, others marked; a mark must have its keyword. */
export function compareKeywords(
  where: string,
  documented: JsonObject,
  stated: JsonObject,
  marks: JsonObject,
): string[] {
  const differences: string[] = [];
  for (const [key, value] of Object.entries(documented)) {
    if (!sameValue(key, value, stated[key])) {
      differences.push(`${where}: ${key} ${JSON.stringify(value)} became ${JSON.stringify(stated[key])}`);
    }
  }
  for (const key of Object.keys(stated)) {
    if (!(key in documented) && !(key in marks)) {
      differences.push(`${where}: ${key} is neither documented nor marked`);
    }
  }
  for (const [key, source] of Object.entries(marks)) {
    if (typeof source !== "string" || !sources.has(source)) {
      differences.push(`${where}: ${key} is marked with an unknown source ${JSON.stringify(source)}`);
    }
    if (key in documented) differences.push(`${where}: ${key} is marked although the page states it`);
    else if (!(key in stated)) differences.push(`${where}: ${key} is marked but not stated`);
  }
  return differences;
}

/** Whether a row lies below another: the rest of its path starts a field, an item or an option. */
function isInside(path: string, outer: string): boolean {
  return path.startsWith(outer) && /^[.[(]/.test(path.slice(outer.length));
}

/** Enums are equal as sets: their order says nothing. */
function sameValue(key: string, documented: JsonValue, stated: JsonValue | undefined): boolean {
  if (key !== "enum" || !Array.isArray(stated)) return isDeepStrictEqual(documented, stated);
  return isDeepStrictEqual(textsOf(documented).sort(), textsOf(stated).sort());
}
