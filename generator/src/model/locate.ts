import { child, isObject, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { ParameterLocation } from "./api.ts";

/** One step from an operation or a named schema to something inside it. */
export type Step =
  | { readonly kind: "parameter"; readonly in: ParameterLocation; readonly name: string }
  | { readonly kind: "body" }
  | { readonly kind: "answer"; readonly status: string }
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "items" }
  | { readonly kind: "element"; readonly index: number }
  | { readonly kind: "additional" }
  | { readonly kind: "variant"; readonly title: string };

/** Where an operation or a named schema stands, as the model keeps it. */
export interface Origin {
  readonly file: string;
  /** JSON pointer inside the file. */
  readonly pointer: string;
}

/** A place as an editor opens it. */
export interface Position extends Origin {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/**
 * Finds the place of something in the document again, by the way on which the model leads there. The model keeps no
 * places of its own for the thousands of schemas that nobody asks about.
 *
 * @returns The place of the last step that can be found: a step into what an `allOf` or a union combines is searched
 * for in all of them.
 */
export function locate(reader: Reader, origin: Origin, steps: readonly Step[]): Position {
  let node = at(reader.at(origin.file, ""), origin.pointer);
  for (const step of steps) {
    const next = step.kind === "variant" ? node : find(reader, node, step, new Set());
    if (next === undefined) break;
    node = next;
  }
  const { line, column } = node.source.locate(node.pointer);
  return { file: node.source.name, pointer: node.pointer, line, column };
}

function at({ source }: SpecNode, pointer: string): SpecNode {
  let value: unknown = source.value;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return { value, source, pointer };
}

function find(
  reader: Reader,
  from: SpecNode,
  step: Exclude<Step, { kind: "variant" }>,
  seen: Set<unknown>,
): SpecNode | undefined {
  const node = reader.follow(from);
  if (node === undefined || !isObject(node.value) || seen.has(node.value)) return undefined;
  seen.add(node.value);
  const found = direct(reader, node, step);
  if (found !== undefined) return found;
  const schema = described(reader, node);
  if (schema !== undefined) return find(reader, schema, step, seen);
  for (const key of ["allOf", "oneOf", "anyOf"]) {
    for (const part of list(node, key)) {
      const inside = find(reader, part, step, seen);
      if (inside !== undefined) return inside;
    }
  }
  return undefined;
}

function direct(
  reader: Reader,
  node: SpecNode,
  step: Exclude<Step, { kind: "variant" }>,
): SpecNode | undefined {
  const inside = (key: string, name: string | number): SpecNode | undefined => {
    const holder = child(node, key);
    return holder && child(holder, name);
  };
  switch (step.kind) {
    case "parameter":
      return list(node, "parameters").find((item) => {
        const parameter = reader.follow(item)?.value;
        return isObject(parameter) && parameter["name"] === step.name && parameter["in"] === step.in;
      });
    case "body":
      return child(node, "requestBody");
    case "answer":
      return inside("responses", step.status);
    case "property":
      return inside("properties", step.name);
    case "items":
      return child(node, "items");
    case "element":
      return inside("prefixItems", step.index);
    case "additional":
      return child(node, "additionalProperties");
  }
}

/** The schema of a parameter, or of a body or an answer of one media type. */
function described(reader: Reader, node: SpecNode): SpecNode | undefined {
  const content = child(node, "content");
  const media = content === undefined ? undefined : reader.members(content)[0]?.[1];
  return child(media ?? node, "schema");
}

function list(node: SpecNode, key: string): readonly SpecNode[] {
  const found = child(node, key);
  if (!Array.isArray(found?.value)) return [];
  return found.value.map((value: unknown, index) => ({
    value,
    source: found.source,
    pointer: `${found.pointer}/${index}`,
  }));
}
