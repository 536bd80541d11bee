import { report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import { type MethodField, methodFields } from "./methods.ts";
import { itemsFrom, partWith, type PathItem, readPathItem } from "./path-item.ts";

const itemFields = ["$ref", "summary", "description", "servers", "parameters", "additionalOperations"];

/** An operation and where it stands. */
export interface Place {
  readonly path: string;
  readonly method: MethodField;
  readonly item: PathItem;
  readonly node: SpecNode;
}

/** Finds every operation of the document (OpenAPI, Paths Object), in its order. */
export function readPaths(reader: Reader): readonly Place[] {
  const { root, dialect } = reader.document;
  const methods = methodFields(dialect);
  const known = new Map<string, string>();
  const checked = new Set<PathItem>();
  return reader.fields(reader.object(root, "paths")).flatMap(([path, reference]) => {
    const item = readPathItem(reader, reference);
    if (item === undefined) return [];
    checkPath(reader, reference, path, known);
    for (const { part } of itemsFrom(item, checked)) {
      refuseOtherMethods(reader, part);
      reader.known(part, "a path item", [...itemFields, ...methods]);
    }
    // fetch refuses to send this one (Fetch Standard, forbidden methods).
    return methods
      .filter((method) => method !== "trace")
      .flatMap((method) => {
        const node = reader.object(partWith(item, method), method);
        return node === undefined ? [] : [{ path, method, item, node }];
      });
  });
}

/** @param known - The paths before this one, by what is left of them without the names of their parameters. */
function checkPath(reader: Reader, node: SpecNode, path: string, known: Map<string, string>): void {
  const quoted = JSON.stringify(path);
  if (!path.startsWith("/")) {
    report(reader.diagnostics, "CW1030", node, `the path ${quoted} does not start with /`, "add the slash");
  }
  const unnamed = path.replaceAll(/\{[^{}]+\}/g, "{}");
  if (/[{}]/.test(withoutFragment(path).replaceAll(/\{[^{}]+\}/g, ""))) {
    report(
      reader.diagnostics,
      "CW1030",
      node,
      `the path ${quoted} has a { or } that belongs to no {name}`,
      "write each parameter as {name}, and any other brace as %7B or %7D",
    );
  }
  if (path !== withoutFragment(path)) {
    report(
      reader.diagnostics,
      "CW1035",
      node,
      `the path ${quoted} has a fragment, which is never sent`,
      "remove it; what tells operations of one path apart is their method",
    );
  }
  if (withoutFragment(path).includes("?")) {
    report(
      reader.diagnostics,
      "CW1035",
      node,
      `the path ${quoted} has a query, which is sent as it stands`,
      "describe it as parameters with in: query",
    );
  }
  const same = known.get(unnamed);
  known.set(unnamed, same ?? path);
  if (same !== undefined) {
    report(
      reader.diagnostics,
      "CW1035",
      node,
      `the path ${quoted} is the same as ${JSON.stringify(same)}: only the names of parameters differ`,
      "make one path of the two",
    );
  }
}

/** Operations must not be lost: these have methods of their own (OpenAPI 3.2, section 4.9.1). */
function refuseOtherMethods(reader: Reader, item: SpecNode): void {
  const trace = reader.object(item, "trace");
  if (trace !== undefined) {
    // Frameworks describe it with all other methods of a handler, and nobody misses it.
    report(
      reader.diagnostics,
      "CW1034",
      trace,
      "no client can send a TRACE request, so the operation is left out",
      "nothing to do, or remove it from the document",
    );
  }
  for (const [method, node] of reader.members(reader.object(item, "additionalOperations"))) {
    report(
      reader.diagnostics,
      "CW2010",
      node,
      `an operation with the method ${JSON.stringify(method)} cannot be expressed`,
      "leave it out of the document that you generate from",
    );
  }
}

/** What requests are sent to: many documents tell operations of one path and method apart by a fragment. */
export function withoutFragment(path: string): string {
  return path.replace(/#.*$/s, "");
}
