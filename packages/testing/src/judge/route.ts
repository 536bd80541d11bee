import type { Api } from "../document/api.js";
import type { Operation } from "../document/operation.js";
import { pathEncodingProblem } from "../wire/encoding.js";
import type { WireRequest } from "../wire/request.js";
import type { Rejection } from "./rejection.js";

/** The operation that a request is for, with the texts of its path parameters as they stand on the wire. */
export interface Route {
  readonly operation: Operation;
  readonly segments: ReadonlyMap<string, string>;
}

/** Finds the operation of a method and a path. A path without parameters goes before one with (OpenAPI 3.1.1, Paths Object). */
export function findRoute(api: Api, { method, target }: WireRequest): Route | Rejection {
  const [whole = ""] = target.split("?");
  const problem = pathEncodingProblem(whole);
  if (problem !== undefined)
    return { rule: "path-encoding", message: `${problem}: ${whole}`, where: "path", pointer: "/paths" };
  const path = below(api.basePaths, whole);
  const matching = api.operations
    .flatMap((operation) => {
      const segments = match(operation.path, below(operation.basePaths, whole));
      return segments === undefined ? [] : [{ operation, segments }];
    })
    .sort((a, b) => a.segments.size - b.segments.size);
  const found = matching.find(({ operation }) => operation.method === method);
  if (found) return found;
  const [other] = matching;
  if (other) {
    const methods = matching.map(({ operation }) => operation.method).join(", ");
    const message = `${path} has no ${method}; it has ${methods}`;
    return { rule: "method", message, where: "method", pointer: other.operation.pointer };
  }
  if (/\/(?:\.{1,2})?(?:\/|$)/.test(path)) {
    const message = `it has an empty segment, or one of dots: ${path}`;
    return { rule: "path-encoding", message, where: "path", pointer: "/paths" };
  }
  return {
    rule: "path",
    message: `there is no path ${path}${nearest(api, path)}`,
    where: "path",
    pointer: "/paths",
  };
}

/** What stands behind the path of a server; all of it where it begins with none. */
function below(basePaths: readonly RegExp[], path: string): string {
  const base = basePaths.map((pattern) => pattern.exec(path)?.[0]).find((found) => found !== undefined);
  return path.slice(base?.length ?? 0);
}

/** The texts that fill a template; `undefined` when the path is not one of it. */
function match(template: string, path: string): ReadonlyMap<string, string> | undefined {
  const names: string[] = [];
  const pattern = template
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      if (!part.startsWith("{")) return part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
      names.push(part.slice(1, -1));
      return "([^/]+?)";
    })
    .join("");
  const found = new RegExp(`^${pattern}$`).exec(path);
  return found ? new Map(names.map((name, index) => [name, found[index + 1] ?? ""])) : undefined;
}

function nearest({ operations }: Api, path: string): string {
  const alike = operations.find(
    (one) => match(one.path.toLowerCase(), path.toLowerCase().replace(/\/$/, "")) !== undefined,
  );
  return alike ? `; is ${alike.path} meant?` : "";
}
