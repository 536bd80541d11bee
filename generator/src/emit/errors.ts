import type { Api, Operation } from "../model/api.ts";
import { errorName } from "../model/surface.ts";
import type { Declaration, Module } from "./declaration.ts";
import { ident } from "./doors.ts";
import { header } from "./header.ts";
import { Imports, ownNames, runtimeModule } from "./imports.ts";
import { schemaType } from "./operation-types.ts";

/** `errors.ts`: for each operation, the union of what it can fail with. */
export function errorsModule(api: Api): Module {
  const imports = new Imports(ownNames(api));
  const declarations = api.operations.map((operation) => errorUnion(api, operation, imports));
  return { header: header(api), imports: imports.all, declarations };
}

function errorUnion(api: Api, operation: Operation, imports: Imports): Declaration {
  const exact = operation.failures.filter((answer) => /^\d{3}$/.test(answer.status));
  const others = operation.failures.filter((answer) => !/^\d{3}$/.test(answer.status));
  const body = (schema: Operation["failures"][number]["schema"]): string =>
    schema === undefined ? "unknown" : schemaType(api, schema, "output", imports, "./");
  const members = exact.map((answer) =>
    answer.status === "429"
      ? `${imports.type(runtimeModule, "RateLimitError")}<${body(answer.schema)}>`
      : `${imports.type(runtimeModule, "ApiError")}<${answer.status}, ${body(answer.schema)}>`,
  );
  // A range or the default answer stands for all statuses that the document does not name.
  const rest = new Set(others.map((answer) => body(answer.schema)));
  const restBody = rest.size === 0 ? "unknown" : [...rest].join(" | ");
  const documented = exact.map((answer) => answer.status).join(" | ");
  const undocumented = imports.type(runtimeModule, "UndocumentedStatus");
  members.push(
    `${imports.type(runtimeModule, "ApiError")}<${undocumented}${documented === "" ? "" : `<${documented}>`}, ${restBody}>`,
    imports.type(runtimeModule, "TransportError"),
    ...(operation.partial.length === 0 ? [] : [imports.type(runtimeModule, "PartialAnswerError")]),
  );
  return {
    kind: "alias",
    name: ident(errorName(operation)),
    docs: `What \`${ident(operation.name)}\` can fail with; \`status\` tells the documented ones apart.`,
    type: members.join(" | "),
  };
}
