import type { Diagnostics } from "../diagnostics.ts";
import { child, report, type SpecNode, typeName } from "./node.ts";

/** The dialects that are read. 3.1 schemas are JSON Schema 2020-12, 3.0 schemas a relative of draft 5. */
export type Dialect = "3.0" | "3.1" | "3.2";

/** Reads the version of OpenAPI that a document is of; undefined for one that is not read, which is reported. */
export function readDialect(root: SpecNode, diagnostics: Diagnostics): Dialect | undefined {
  const at = child(root, "openapi");
  const version = at?.value;
  const dialect = typeof version === "string" ? /^(3\.[012])(\.|$)/.exec(version)?.[1] : undefined;
  if (dialect !== undefined) return dialect as Dialect;
  if (at !== undefined && typeof version !== "string") {
    report(
      diagnostics,
      "CW1030",
      at,
      `openapi must be a string, and is ${typeName(version)}`,
      typeof version === "number"
        ? 'write the version in quotes: openapi: "3.1.1"'
        : 'write openapi: "3.1.1"',
    );
    return undefined;
  }
  const swagger = child(root, "swagger")?.value;
  const [message, hint] =
    swagger !== undefined
      ? [
          `this is a Swagger ${String(swagger)} document`,
          "convert it to OpenAPI 3 first, for example with swagger2openapi",
        ]
      : version === undefined
        ? [
            "this is not an OpenAPI document: it has no openapi field",
            "add `openapi: 3.1.1` at the top, or name the right file",
          ]
        : [
            `OpenAPI ${String(version)} is not read`,
            "3.0, 3.1 and 3.2 are; nothing of a newer version is dropped in silence",
          ];
  report(diagnostics, "CW1020", at ?? root, message, hint);
  return undefined;
}
