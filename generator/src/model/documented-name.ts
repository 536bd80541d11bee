import type { SpecNode } from "../load/node.ts";

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
  return telling.slice(-2).join(" ") || "Schema";
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
  "paths",
]);
