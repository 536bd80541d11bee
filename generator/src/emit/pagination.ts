import type { Api, Operation } from "../model/api.ts";
import type { Expression } from "../model/expression.ts";
import type { Pagination } from "../model/pagination.ts";
import { alternatives, answerSchema, inputPlace, type InputPlace, listOf } from "../model/place.ts";
import type { Schema } from "../model/schema.ts";
import { effectiveDocs } from "./docs.ts";
import { lit } from "./doors.ts";
import { type Imports, runtimeModule } from "./imports.ts";

/** The schema of an item of an operation's pages; undefined when the document does not say. */
export function pageItem(api: Api, operation: Operation): Schema | undefined {
  const items = operation.pagination?.items;
  const schema = items?.part === "body" ? answerSchema(operation, items.path, lookup(api)) : undefined;
  const list = schema && listOf(schema, lookup(api));
  return list === undefined || list === "unknown" ? undefined : list.items;
}

/** How the pages follow each other, as the value that the runtime works from. */
export function pageStyle(api: Api, operation: Operation, pagination: Pagination, imports: Imports): string {
  const { style, items, cursor, next } = pagination;
  const at = cursor && inputPlace(operation, cursor, lookup(api));
  const common = { items: items.part === "body" ? items.path : [] };
  const end = endRule(api, operation, pagination);
  const value = (name: string, data: object): string => `${imports.value(runtimeModule, name)}(${lit(data)})`;
  if (style === "link") return value("linkPages", { ...common, ...nextPlace(next), ...end });
  if (next !== undefined || style === "cursor") {
    const isNumber = cursor?.part === "body" && at !== undefined && takesNumber(api, at.schema);
    return value("cursorPages", {
      ...common,
      cursor: at?.key ?? [],
      ...nextPlace(next),
      ...end,
      ...(isNumber ? { numeric: true } : {}),
    });
  }
  const first = firstPosition(api, style, at);
  return value("countedPages", {
    ...common,
    cursor: at?.key ?? [],
    by: style === "page" ? "page" : "item",
    ...(first === 0 ? {} : { first }),
    ...end,
  });
}

/** The signs of a partial answer, as the value that the runtime works from. */
export function partialCheck({ partial }: Operation, imports: Imports): string {
  const rules = partial.map(({ value, equals }) => ({
    at: answerPlace(value),
    ...(equals === undefined ? {} : { equals }),
  }));
  return `${imports.value(runtimeModule, "partialWhen")}(${lit(rules)})`;
}

function nextPlace(next: Expression | undefined): { readonly next?: readonly string[] | string } {
  return next === undefined ? {} : { next: answerPlace(next) };
}

/** A path in the body, or the name of a header. */
function answerPlace(expression: Expression): readonly string[] | string {
  return expression.part === "body" ? expression.path : expression.name;
}

/** Only what the rule needs: an operation that ends by an empty page need not know how long a page is. */
function endRule(api: Api, operation: Operation, { end, limit }: Pagination): object {
  if (end === "no-cursor") return {};
  const at = end === "short-page" ? limit && inputPlace(operation, limit, lookup(api)) : undefined;
  if (at === undefined) return { end };
  const size = effectiveDocs(api, at.schema).default;
  return { end, limit: at.key, ...(typeof size === "number" ? { size } : {}) };
}

/** Where counting begins: the documented default, else for pages the least number there is, else 1. */
function firstPosition(api: Api, style: Pagination["style"], at: InputPlace | undefined): number {
  const docs = at && effectiveDocs(api, at.schema);
  if (typeof docs?.default === "number") return docs.default;
  return style === "page" ? (docs?.limits.minimum ?? 1) : 0;
}

function takesNumber(api: Api, schema: Schema): boolean {
  const kinds = new Set(alternatives(schema, lookup(api)).map(({ kind }) => kind));
  return kinds.has("number") && !kinds.has("string");
}

function lookup(api: Api): Api["definitions"]["get"] {
  return (id) => api.definitions.get(id);
}
