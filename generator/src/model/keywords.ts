import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";

/** Keywords that narrow values in ways no TypeScript type can: named in a warning, never dropped in silence. */
const inexpressible = [
  "not",
  "if",
  "contains",
  "propertyNames",
  "dependentRequired",
  "dependentSchemas",
  "dependencies",
  "unevaluatedProperties",
  "unevaluatedItems",
];
const unsupported = ["$dynamicRef", "$recursiveRef"];

/** Tells of keywords whose meaning the types do not carry. */
export function warnOfKeywords(reader: Reader, node: SpecNode): void {
  for (const key of inexpressible) {
    const at = child(node, key);
    if (at === undefined) continue;
    report(
      reader.diagnostics,
      "CW2011",
      at,
      `types cannot express ${key}; the type allows more than the schema`,
      "nothing to do, unless the rule can be said with properties, oneOf or enum",
    );
  }
  for (const key of unsupported) {
    const at = child(node, key);
    if (at === undefined) continue;
    report(reader.diagnostics, "CW2010", at, `${key} is not supported`, "use $ref with a JSON pointer");
  }
}
