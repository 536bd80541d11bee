import type { Answer, Api, Operation } from "../model/api.ts";
import { errorName } from "../model/surface.ts";
import type { Declaration, Module } from "./declaration.ts";
import { ident, lit } from "./doors.ts";
import { header } from "./header.ts";
import { Imports, ownNames, runtimeModule } from "./imports.ts";
import { schemaType } from "./operation-types.ts";

/** `errors.ts`: for each operation, the union of what it can fail with. */
export function errorsModule(api: Api): Module {
  const imports = new Imports(ownNames(api));
  const declarations = api.operations.map((operation) => errorUnion(api, operation, imports));
  return { header: header(api), imports: imports.all, declarations };
}

/** The ranges of statuses of which errors have one. */
const ranges: readonly string[] = ["3XX", "4XX", "5XX"];

function errorUnion(api: Api, operation: Operation, imports: Imports): Declaration {
  const fallback = operation.failures.find((answer) => answer.status === "default");
  // Where a default answer has a type, a documented redirection is not to be taken for it; nobody reads its body.
  const redirections = (fallback === undefined ? [] : (operation.redirections ?? [])).map(({ status }) => ({
    status,
  }));
  const failures: readonly Pick<Answer, "status" | "schema">[] = [...redirections, ...operation.failures];
  const exact = failures.filter((answer) => /^\d{3}$/.test(answer.status));
  const ranged = failures.filter((answer) => ranges.includes(answer.status));
  const body = (schema: Operation["failures"][number]["schema"]): string =>
    schema === undefined ? "unknown" : schemaType(api, schema, "output", imports, "./");
  const members = exact.map((answer) =>
    answer.status === "429"
      ? `${imports.type(runtimeModule, "RateLimitError")}<${body(answer.schema)}>`
      : `${imports.type(runtimeModule, "ApiError")}<${answer.status}, ${body(answer.schema)}>`,
  );
  // A range stands for those of its statuses that the document does not name, the default answer for all that is left.
  const documented = exact.map((answer) => answer.status).join(" | ");
  const undocumented = (of: readonly string[]): string => {
    const name = imports.type(runtimeModule, "UndocumentedStatus");
    if (of.length < ranges.length) return `${name}<${documented || "never"}, ${of.map(lit).join(" | ")}>`;
    return documented === "" ? name : `${name}<${documented}>`;
  };
  const left = ranges.filter((range) => !ranged.some(({ status }) => status === range));
  const rest = fallback === undefined ? "unknown" : body(fallback.schema);
  members.push(
    ...ranged.map(
      ({ status, schema }) =>
        `${imports.type(runtimeModule, "ApiError")}<${undocumented([status])}, ${body(schema)}>`,
    ),
    ...(left.length === 0
      ? []
      : [`${imports.type(runtimeModule, "ApiError")}<${undocumented(left)}, ${rest}>`]),
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
