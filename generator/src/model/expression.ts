import { segments } from "../load/pointer.ts";

/** A place in a request or an answer: OpenAPI's runtime expressions (Link Object), parsed. */
export type Expression =
  | { readonly from: "request" | "response"; readonly part: "body"; readonly path: readonly string[] }
  | { readonly from: "request"; readonly part: "query" | "path"; readonly name: string }
  | { readonly from: "request" | "response"; readonly part: "header"; readonly name: string };

/** Parses `$request.query.page[cursor]`, `$request.body#/page/cursor`, `$response.header.link` and the like. */
export function parseExpression(text: string): Expression | undefined {
  const match = /^\$(request|response)\.(?:body(?:#(.*))?|(query|path|header)\.(.+))$/.exec(text);
  if (match === null) return undefined;
  const from = match[1] === "request" ? "request" : "response";
  const name = match[4];
  if (name === undefined) {
    const path = segments(match[2] ?? "");
    return path && { from, part: "body", path };
  }
  if (match[3] === "header") return { from, part: "header", name: name.toLowerCase() };
  if (from === "response") return undefined;
  return { from, part: match[3] === "path" ? "path" : "query", name };
}
