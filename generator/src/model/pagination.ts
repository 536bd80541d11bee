import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import { type Expression, parseExpression } from "./expression.ts";

/** How a list operation is read page by page: `x-clientwright-pagination`. */
export interface Pagination {
  readonly style: "cursor" | "offset" | "page" | "link";
  /** Where the items of a page stand in the answer. */
  readonly items: Expression;
  /** The request field that says which page is wanted: a cursor, an offset or a page number. Absent for `link`. */
  readonly cursor?: Expression;
  /** The request field that says how many items a page may have. */
  readonly limit?: Expression;
  /** Where the answer says what comes next: a cursor, or the link itself. */
  readonly next?: Expression;
  /** What tells that there are no more pages. */
  readonly end: "empty-page" | "no-cursor" | "short-page";
}

/** The end rule of each style when the document states none. */
const defaultEnd = {
  cursor: "no-cursor",
  offset: "empty-page",
  page: "empty-page",
  link: "no-cursor",
} as const;

export function readPagination(reader: Reader, operation: SpecNode): Pagination | undefined {
  const node = reader.object(operation, "x-clientwright-pagination");
  if (node === undefined) return undefined;
  reader.known(node, "x-clientwright-pagination", ["style", "items", "cursor", "limit", "next", "end"]);
  reader.require(node, "items", "x-clientwright-pagination");
  const style = reader.oneOf(node, "style", ["cursor", "offset", "page", "link"]) ?? "cursor";
  reader.require(node, style === "link" ? "next" : "cursor", `x-clientwright-pagination of style ${style}`);
  if (style === "cursor") reader.require(node, "next", `x-clientwright-pagination of style ${style}`);
  const items = readExpression(reader, node, "items", "response");
  const cursor = readExpression(reader, node, "cursor", "request");
  const limit = readExpression(reader, node, "limit", "request");
  const next = readExpression(reader, node, "next", "response");
  const end = reader.oneOf(node, "end", ["empty-page", "no-cursor", "short-page"]) ?? defaultEnd[style];
  if (items === undefined) return undefined;
  return {
    style,
    items,
    end,
    ...(cursor === undefined ? {} : { cursor }),
    ...(limit === undefined ? {} : { limit }),
    ...(next === undefined ? {} : { next }),
  };
}

/** Reads a runtime expression of an extension that must speak of the request or of the response. */
export function readExpression(
  reader: Reader,
  node: SpecNode,
  key: string,
  from: Expression["from"],
): Expression | undefined {
  const text = reader.string(node, key);
  if (text === undefined) return undefined;
  const expression = parseExpression(text);
  if (expression?.from === from) return expression;
  report(
    reader.diagnostics,
    "CW2020",
    child(node, key) ?? node,
    `${key} must be a runtime expression on the ${from}, and is ${JSON.stringify(text)}`,
    from === "request"
      ? "for example $request.query.page[cursor] or $request.body#/page/cursor"
      : "for example $response.body#/data or $response.header.link",
  );
  return undefined;
}
