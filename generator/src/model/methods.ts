import type { Dialect } from "../load/dialect.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** The fields of a path item that are operations, by the HTTP method that they are called after. */
export type MethodField = (typeof methods)[number] | "query";

/** Those of a version of OpenAPI (3.2, section 4.9.1; the others, section 4.8.9.1). */
export function methodFields(dialect: Dialect): readonly MethodField[] {
  return dialect === "3.2" ? [...methods, "query"] : methods;
}
