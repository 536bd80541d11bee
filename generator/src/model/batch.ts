import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Expression } from "./expression.ts";
import { readExpression } from "./pagination.ts";

/** How an operation takes many items in one request: `x-clientwright-batch`. */
export interface Batch {
  /** The array in the request's body. */
  readonly items: Expression;
  readonly maxItems?: number;
  /** Of the whole encoded body, in bytes. */
  readonly maxBytes?: number;
}

export function readBatch(reader: Reader, operation: SpecNode): Batch | undefined {
  const node = reader.object(operation, "x-clientwright-batch");
  if (node === undefined) return undefined;
  reader.known(node, "x-clientwright-batch", ["items", "maxItems", "maxBytes"]);
  reader.require(node, "items", "x-clientwright-batch");
  const items = readExpression(reader, node, "items", "request");
  const maxItems = readLimit(reader, node, "maxItems");
  const maxBytes = readLimit(reader, node, "maxBytes");
  if (items === undefined) return undefined;
  return {
    items,
    ...(maxItems === undefined ? {} : { maxItems }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  };
}

function readLimit(reader: Reader, node: SpecNode, key: string): number | undefined {
  const limit = reader.number(node, key);
  if (limit === undefined || (Number.isInteger(limit) && limit >= 1)) return limit;
  const at = child(node, key) ?? node;
  report(
    reader.diagnostics,
    "CW2020",
    at,
    `${key} must be a whole number from 1, and is ${limit}`,
    "leave it out for no limit",
  );
  return undefined;
}
