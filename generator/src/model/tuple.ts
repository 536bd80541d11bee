import type { ArraySchema } from "./schema.ts";
import { noDocs } from "./schema.ts";

/**
 * What the bounds of a list say of its first elements: `prefixItems` requires none of them, `minItems` does, and
 * `maxItems` ends the list (JSON Schema 2020-12, validation, sections 6.4.1 and 6.4.2).
 */
export function tupleOf(array: Omit<ArraySchema, "required">): ArraySchema {
  const { minItems = 0, maxItems } = array.docs.limits;
  const { length } = array.prefix;
  if (length === 0 || maxItems === undefined || maxItems > length)
    return { ...array, required: Math.min(minItems, length) };
  const prefix = array.prefix.slice(0, Math.max(0, maxItems));
  return {
    ...array,
    items: { kind: "never", docs: noDocs },
    prefix,
    required: Math.min(minItems, prefix.length),
  };
}
