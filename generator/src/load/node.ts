import type { Code, Diagnostics } from "../diagnostics.ts";
import { join } from "./pointer.ts";
import type { Source } from "./source.ts";

/** A value of the document together with where it stands. */
export interface SpecNode {
  readonly value: unknown;
  readonly source: Source;
  /** JSON pointer from the root of {@link source}. */
  readonly pointer: string;
}

/** Two nodes are the same place exactly when their keys are equal. */
export function nodeKey(node: SpecNode): string {
  return `${node.source.path}#${node.pointer}`;
}

/** The child under a key or position, or undefined when it is absent. Only own properties count. */
export function child(node: SpecNode, key: string | number): SpecNode | undefined {
  if (typeof node.value !== "object" || node.value === null || !Object.hasOwn(node.value, key))
    return undefined;
  const value: unknown = (node.value as Record<string | number, unknown>)[key];
  return value === undefined ? undefined : { value, source: node.source, pointer: join(node.pointer, key) };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Adds a diagnostic that points at a node. */
export function report(
  diagnostics: Diagnostics,
  code: Code,
  node: SpecNode,
  message: string,
  hint: string,
): void {
  if (!diagnostics.wants(code)) return;
  const { line, column } = node.source.locate(node.pointer);
  diagnostics.add({ code, message, hint, file: node.source.name, line, column, pointer: node.pointer });
}

/** How a value is called in a message. */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? "a string" : `a ${typeof value}`;
}
