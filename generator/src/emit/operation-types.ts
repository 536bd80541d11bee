import type { Api, Answer, Body, Direction, Operation } from "../model/api.ts";
import { children } from "../model/direction.ts";
import type { Schema } from "../model/schema.ts";
import { isEvents, isStream } from "../model/stream.ts";
import { errorName, parametersName } from "../model/surface.ts";
import { ident } from "./doors.ts";
import { type Imports, runtimeModule } from "./imports.ts";
import { pageItem } from "./pagination.ts";
import { TypeWriter } from "./schema/type.ts";

/** How an operation is called: the name, type and optionality of its input, and the type of what it gives. */
export interface Signature {
  readonly input?: { readonly name: "params" | "body"; readonly type: string; readonly optional: boolean };
  /** The type of the answer's data. */
  readonly data: string;
  /** The function of the runtime that makes the operation, with its type arguments. */
  readonly define: string;
  readonly typeArguments: readonly string[];
  /** What the operation returns. */
  readonly returns: string;
  /** The type of its last parameter. */
  readonly options: string;
}

const typesFile = "types.js";

/** The signature of an operation, its types imported into the module at hand. */
export function signature(api: Api, operation: Operation, imports: Imports, toRoot: string): Signature {
  const { input } = inputOf(api, operation, imports, toRoot);
  const data = answerType(api, operation.answers, imports, toRoot);
  const failure = imports.type(`${toRoot}errors.js`, ident(errorName(operation)));
  const inputType =
    input === undefined ? "undefined" : `${input.type}${input.optional ? " | undefined" : ""}`;
  // What has no parameters is made by a function that cannot write any, so that they are not shipped.
  const suffix = operation.parameters.length > 0 ? "Operation" : "BodyOperation";
  const common = { ...(input === undefined ? {} : { input }), data };
  if (operation.pagination !== undefined) {
    const schema = pageItem(api, operation);
    const item = schema === undefined ? "unknown" : schemaType(api, schema, "output", imports, toRoot);
    return {
      ...common,
      define: `definePaged${suffix}`,
      typeArguments: [inputType, item, data, failure],
      returns: `${imports.type(runtimeModule, "PagedCall")}<${item}, ${data}, ${failure}>`,
      options: imports.type(runtimeModule, "PagedCallOptions"),
    };
  }
  return {
    ...common,
    define: `define${operation.partial.length > 0 ? "Partial" : ""}${suffix}`,
    typeArguments: [inputType, data, failure],
    returns: `${imports.type(runtimeModule, "Call")}<${data}, ${failure}>`,
    options: imports.type(runtimeModule, "CallOptions"),
  };
}

function inputOf(api: Api, operation: Operation, imports: Imports, toRoot: string): Pick<Signature, "input"> {
  const { parameters, body } = operation;
  const optional = !parameters.some((parameter) => parameter.required) && body?.required !== true;
  if (parameters.length > 0) {
    return { input: { name: "params", type: ident(parametersName(operation)), optional } };
  }
  if (body === undefined) return {};
  return { input: { name: "body", type: bodyType(api, body, imports, toRoot), optional } };
}

/** What a body is given as: bytes in any form that can be sent, anything else as its schema has it. */
export function bodyType(api: Api, body: Body, imports: Imports, toRoot: string): string {
  if (body.kind === "binary") return imports.type(runtimeModule, "BinaryBody");
  return schemaType(api, body.schema, "input", imports, toRoot);
}

/** What the answers hold: one type of several successes, `undefined` for an answer without content. */
export function answerType(api: Api, answers: readonly Answer[], imports: Imports, toRoot: string): string {
  const types = new Set(
    answers.map((answer) => {
      if (answer.schema === undefined) return "undefined";
      const type = schemaType(api, answer.schema, "output", imports, toRoot);
      if (!isStream(answer.kind)) return type;
      const item = isEvents(answer.kind)
        ? `${imports.type(runtimeModule, "ServerSentEvent")}<${type}>`
        : type;
      return `${imports.type(runtimeModule, "ItemStream")}<${item}>`;
    }),
  );
  return types.size === 0 ? "undefined" : [...types].join(" | ");
}

/** The type of a schema as an expression, with the named types in it imported. */
export function schemaType(
  api: Api,
  schema: Schema,
  direction: Direction,
  imports: Imports,
  toRoot: string,
): string {
  const stack = [schema];
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    if (part.kind === "reference") imports.type(`${toRoot}${typesFile}`, api.typeName(part.id, direction));
    stack.push(...children(part, direction));
  }
  return TypeWriter.of(api, direction).type(schema);
}
