// Reads the documents of spec/ with every local reference resolved, across files.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parse } from "yaml";
import { isObject, type JsonObject, type JsonValue, objectOf } from "./json.ts";

export const specFolder: string = resolve(import.meta.dirname, "../../spec");
export const domains: readonly string[] = ["ci-visibility-pipelines", "code-coverage"];

/** A resolved document, with the places (`file#pointer`) that its references led to. */
export interface LoadedDocument {
  document: JsonObject;
  reached: ReadonlySet<string>;
}

/** Every YAML file of spec/ that describes the API, relative to the folder. */
export function specFiles(): string[] {
  return readdirSync(specFolder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml") && file !== "redocly.yaml")
    .sort();
}

export function readYaml(file: string): JsonValue {
  const value: JsonValue = parse(readFileSync(file, "utf8"));
  return value;
}

/** Loads one domain's document. Throws Error for a reference that leads nowhere or back to itself. */
export function loadDocument(domain: string): LoadedDocument {
  const files = new Map<string, JsonValue>();
  const reached = new Set<string>();

  const contentOf = (file: string): JsonValue => {
    const known = files.get(file);
    if (known !== undefined) return known;
    const content = readYaml(file);
    files.set(file, content);
    return content;
  };

  const resolveValue = (value: JsonValue, file: string, trail: readonly string[]): JsonValue => {
    if (Array.isArray(value)) return value.map((item) => resolveValue(item, file, trail));
    if (!isObject(value)) return value;
    const { $ref: reference, ...siblings } = value;
    const own = Object.fromEntries(
      Object.entries(siblings).map(([k, v]) => [k, resolveValue(v, file, trail)]),
    );
    if (typeof reference !== "string") return own;
    const [path = "", pointer = ""] = reference.split("#");
    const target = path === "" ? file : resolve(dirname(file), path);
    const place = `${relative(specFolder, target)}#${pointer}`;
    if (trail.includes(place)) throw new Error(`Reference leads back to itself: ${place}`);
    reached.add(place);
    const found = resolveValue(at(contentOf(target), pointer, place), target, [...trail, place]);
    return { ...objectOf(found), ...own };
  };

  const root = join(specFolder, domain, "openapi.yaml");
  return { document: objectOf(resolveValue(contentOf(root), root, [])), reached };
}

/** Follows a JSON pointer (RFC 6901). */
function at(content: JsonValue, pointer: string, place: string): JsonValue {
  let value: JsonValue | undefined = content;
  for (const token of pointer.split("/").slice(1)) {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    value = isObject(value) ? value[key] : undefined;
  }
  if (value === undefined) throw new Error(`Reference leads nowhere: ${place}`);
  return value;
}
