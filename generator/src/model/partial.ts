import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Expression } from "./expression.ts";
import { readExpression } from "./pagination.ts";
import type { Scalar } from "./schema.ts";

/** A sign in a successful answer that it is only part of the answer: one entry of `x-clientwright-partial`. */
export interface PartialRule {
  readonly value: Expression;
  /** The answer is partial when the value equals this … */
  readonly equals?: Scalar;
  /** … or when it is an array or text that is not empty. */
  readonly nonEmpty?: boolean;
}

export function readPartialRules(reader: Reader, operation: SpecNode): readonly PartialRule[] {
  return reader.items(operation, "x-clientwright-partial").flatMap((node): readonly PartialRule[] => {
    if (!reader.expectObject(node, "an entry of x-clientwright-partial")) return [];
    reader.known(node, "an entry of x-clientwright-partial", ["value", "equals", "nonEmpty"]);
    reader.require(node, "value", "an entry of x-clientwright-partial");
    const value = readExpression(reader, node, "value", "response");
    const equals = child(node, "equals")?.value as Scalar | undefined;
    const nonEmpty = reader.boolean(node, "nonEmpty");
    if (equals === undefined && nonEmpty !== true) {
      report(
        reader.diagnostics,
        "CW2020",
        node,
        "an entry of x-clientwright-partial says nothing of its value",
        "add equals, or nonEmpty: true",
      );
    }
    if (value === undefined) return [];
    return [
      { value, ...(equals === undefined ? {} : { equals }), ...(nonEmpty === undefined ? {} : { nonEmpty }) },
    ];
  });
}
