import { isObject, type SpecNode } from "../load/node.ts";
import { join, lookUp, segments } from "../load/pointer.ts";

/** `#/components/schemas/Foo` -> `Foo`; a whole file -> its base name; anything else -> its last telling segments. */
export function documentedName(node: SpecNode): string {
  const path = segments(node.pointer) ?? [];
  if (path.length === 0) return fileName(node);
  const parent = path.at(-2) ?? "";
  if (parent === "schemas" || parent === "$defs" || parent === "definitions") return path.at(-1) ?? "";
  const root = schemaRoot(node);
  const inFile = root?.pointer === "" ? [root.name] : [];
  const at = root === undefined ? path.indexOf("schema", 2) : -1;
  const owner = at < 0 ? [] : [ownerName(node, path.slice(0, at))];
  const telling = [...inFile, ...owner, ...path.slice(at + 1).filter(isTelling)];
  if (isInnerUnion(node)) return telling.join(" ");
  return telling.slice(-2).join(" ") || "Schema";
}

function isTelling(part: string): boolean {
  return !generic.has(part) && !/^\d+$/.test(part);
}

/** What a schema that stands in an operation or a component belongs to: `getThing response`, `addThing 400 response`. */
function ownerName({ source }: SpecNode, path: readonly string[]): string {
  const [first, second = "", third = ""] = path;
  const { value } = lookUp(source.value, path.slice(0, 3));
  const id = first === "paths" && isObject(value) ? value["operationId"] : undefined;
  const name = first === "components" ? third : typeof id === "string" ? id : `${third} ${second}`;
  const rest = first === "components" ? path.slice(1, 2) : path.slice(3);
  const words = rest.flatMap((part, index) => {
    const status = rest[index + 1] ?? "";
    const isFailure = part === "responses" && /^[1345]/.test(status);
    return [isFailure ? status : [], roles.get(part) ?? []].flat();
  });
  return words.length === 1 && name.toLowerCase().endsWith(words[0] ?? "")
    ? name
    : [name, ...words].join(" ");
}

/** The named schema that a place is in. */
export interface SchemaRoot {
  readonly name: string;
  /** JSON pointer inside the node's file. */
  readonly pointer: string;
}

/**
 * The named schema that a node is, or stands in: one under `components/schemas`, `$defs` or `definitions`, a file that
 * is one schema, or a member of a file that is a map of them. Undefined inside an operation, which names no schema.
 */
export function schemaRoot(node: SpecNode): SchemaRoot | undefined {
  const path = segments(node.pointer) ?? [];
  const [first, second, third] = path;
  if (first === "components") {
    return second === "schemas" && third !== undefined
      ? { name: third, pointer: join("/components/schemas", third) }
      : undefined;
  }
  if (first === "$defs" || first === "definitions") {
    return second === undefined ? undefined : { name: second, pointer: join(`/${first}`, second) };
  }
  // Everything that an operation, a parameter or an answer says of its values stands below a field of this name.
  const described = path.some((part, index) => part === "schema" && path[index - 1] !== "properties");
  if (described || first === "paths") return undefined;
  return first === undefined || schemaFields.has(first)
    ? { name: fileName(node), pointer: "" }
    : { name: first, pointer: join("", first) };
}

function fileName({ source }: SpecNode): string {
  const last = source.path.split(/[\\/]/).at(-1);
  return last?.replace(/\.[^.]*$/, "") ?? "Schema";
}

/**
 * Whether a union is written in place inside a named schema, and of a kind that wants a name: variants of plain types,
 * such as text or number, read better where they stand, unless the document asks for their functions.
 */
export function isInnerUnion(node: SpecNode): boolean {
  if (!isObject(node.value) || "$ref" in node.value) return false;
  const variants = node.value["oneOf"] ?? node.value["anyOf"];
  if (!Array.isArray(variants)) return false;
  // A union inside a union, or under allOf, is part of what is around it.
  if (
    !/\/((properties|patternProperties|prefixItems)\/[^/]*|items|additionalProperties)$/.test(node.pointer)
  ) {
    return false;
  }
  const root = schemaRoot(node);
  if (root === undefined || root.pointer === node.pointer) return false;
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

const roles: ReadonlyMap<string, string> = new Map([
  ["requestBody", "request"],
  ["requestBodies", "request"],
  ["responses", "response"],
  ["parameters", "parameter"],
  ["headers", "header"],
  ["callbacks", "callback"],
]);

const generic = new Set([
  "components",
  "schemas",
  "$defs",
  "definitions",
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

/** What a file that is one schema begins with. */
const schemaFields = new Set([
  "properties",
  "patternProperties",
  "additionalProperties",
  "items",
  "prefixItems",
  "allOf",
  "oneOf",
  "anyOf",
]);
