import { isObject, type SpecNode } from "../load/node.ts";

/** `#/components/schemas/Foo` -> `Foo`; a whole file -> its base name; anything else -> its last telling segment. */
export function documentedName(node: SpecNode): string {
  const path = node.pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (path.length === 0) {
    return (
      node.source.path
        .split(/[\\/]/)
        .at(-1)
        ?.replace(/\.[^.]*$/, "") ?? "Schema"
    );
  }
  if (path.at(-2) === "schemas" || path.at(-2) === "$defs" || path.at(-2) === "definitions")
    return path.at(-1) ?? "";
  const telling = path.filter((part) => !generic.has(part) && !/^\d+$/.test(part));
  if (isInnerUnion(node)) return telling.join(" ");
  return telling.slice(-2).join(" ") || "Schema";
}

/**
 * Whether a union is written in place inside a named schema, and of a kind that wants a name: variants of plain types,
 * such as text or number, read better where they stand, unless the document asks for their functions.
 */
export function isInnerUnion(node: SpecNode): boolean {
  if (!isObject(node.value) || "$ref" in node.value) return false;
  // A union inside a union, or under allOf, is part of what is around it.
  if (
    !/^\/(components\/schemas|\$defs|definitions)\/[^/]+\/(.*\/)?((properties|patternProperties|prefixItems)\/[^/]*|items|additionalProperties)$/.test(
      node.pointer,
    )
  ) {
    return false;
  }
  const variants = node.value["oneOf"] ?? node.value["anyOf"];
  if (!Array.isArray(variants)) return false;
  const shaped = variants.filter((variant) => isObject(variant) && !isPlain(variant));
  return (
    variants.filter((variant) => !isNull(variant)).length > 1 &&
    (shaped.length > 0 || "x-clientwright-union" in node.value)
  );
}

function isNull(variant: unknown): boolean {
  return isObject(variant) && variant["type"] === "null";
}

/** A schema that says no more than a type, or a rule that adds none. */
function isPlain(variant: Readonly<Record<string, unknown>>): boolean {
  if ("$ref" in variant || "allOf" in variant || "oneOf" in variant || "anyOf" in variant) return false;
  return (
    !["object", "array"].includes(String(variant["type"])) &&
    !("properties" in variant) &&
    !("items" in variant)
  );
}

const generic = new Set([
  "components",
  "schemas",
  "properties",
  "items",
  "schema",
  "content",
  "allOf",
  "oneOf",
  "anyOf",
  "additionalProperties",
  "paths",
]);
