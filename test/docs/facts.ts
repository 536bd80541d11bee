// The facts of the reference pages: field tables, examples and curl commands, extracted once into facts/*.json.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject, JsonValue } from "./json.ts";

/**
 * One row of a field table.
 *
 * `path` writes `a.b` for a field of an object, `a[].b` for a field of the items of an array, `a.*` for any key
 * of a map, `a(1)` for the first option of a union. `type` is the page's own word, `any` where it gives none,
 * `[x]` for an array of x. The last three are stated in the text around the table.
 */
export interface FieldFact {
  path: string;
  type: string;
  required: boolean;
  enum?: readonly JsonValue[];
  default?: JsonValue;
  maxItems?: number;
  pattern?: string;
}

export interface ResponseFact {
  title: string;
  /** False where the page says that there is no body. */
  body: boolean;
  fields: readonly FieldFact[];
  example: JsonValue;
}

export interface CurlFact {
  method: string;
  path: string;
  /** Header names to values; keys are placeholders such as `${DD_API_KEY}`. */
  headers: Readonly<Record<string, string>>;
  body?: JsonValue;
}

export interface OperationFacts {
  operationId: string;
  method: string;
  path: string;
  sites: readonly string[];
  preview: boolean;
  permissions: readonly string[];
  scopes: readonly string[];
  query: readonly FieldFact[];
  request?: { required: boolean; fields: readonly FieldFact[]; examples: readonly JsonValue[] };
  responses: Readonly<Record<string, ResponseFact>>;
  curl: readonly CurlFact[];
}

const folder = join(import.meta.dirname, "facts");

/** The facts of every documented operation, by operation id. */
export function loadFacts(): Map<string, OperationFacts> {
  const all = new Map<string, OperationFacts>();
  for (const file of readdirSync(folder).sort()) {
    const facts: OperationFacts = JSON.parse(readFileSync(join(folder, file), "utf8"));
    all.set(facts.operationId, facts);
  }
  return all;
}

/** A field fact's limits: what it states beside path, type, required, enum and default. */
export function limitsOf(fact: FieldFact): JsonObject {
  const limits: JsonObject = {};
  if (fact.maxItems !== undefined) limits["maxItems"] = fact.maxItems;
  if (fact.pattern !== undefined) limits["pattern"] = fact.pattern;
  return limits;
}
