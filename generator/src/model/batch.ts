import type { SpecNode } from "../load/node.ts";
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
  const maxItems = reader.number(node, "maxItems");
  const maxBytes = reader.number(node, "maxBytes");
  if (items === undefined) return undefined;
  return {
    items,
    ...(maxItems === undefined ? {} : { maxItems }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  };
}
