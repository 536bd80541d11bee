import type { Api, Operation, Parameter } from "../model/api.ts";
import { withoutFragment } from "../model/paths.ts";
import { parametersName } from "../model/surface.ts";
import { answerDecoder, bodyCodec, type Codec } from "./codec.ts";
import type { Declaration, Member, Module } from "./declaration.ts";
import { comment, docsText } from "./docs.ts";
import { doc, ident, lit, propertyName, wrap } from "./doors.ts";
import { header } from "./header.ts";
import { Imports, ownNames, runtimeModule } from "./imports.ts";
import { operationDocs } from "./operation-docs.ts";
import { bodyType, schemaType, type Signature, signature } from "./operation-types.ts";
import { pageStyle, partialCheck } from "./pagination.ts";
import { serverValue } from "./client.ts";

/** `operations/<name>.ts`: what the document says of one operation as data, and the function that carries it out. */
export function operationModule(api: Api, operation: Operation): Module {
  const imports = new Imports(ownNames(api));
  const call = signature(api, operation, imports, "../");
  const parameters = parametersInterface(api, operation, imports);
  return {
    header: header(api),
    declarations: [
      ...(parameters === undefined ? [] : [parameters]),
      ...operationConstants(api, operation, call, imports),
      operationFunction(operation, call, operationDocs(api, operation, call), imports),
    ],
    imports: imports.all,
  };
}

type Field = readonly [name: string, value: string];

/** A batch works from the same data: then it is a constant of its own. */
function operationConstants(
  api: Api,
  operation: Operation,
  call: Signature,
  imports: Imports,
): readonly Declaration[] {
  const define = imports.value(runtimeModule, call.define);
  const constant = (argument: string): Declaration => ({
    kind: "const",
    name: "operation",
    exported: false,
    value: `/* @__PURE__ */ ${define}<${call.typeArguments.join(", ")}>(${argument})`,
  });
  const fields = operationFields(api, operation, imports);
  const more = answerFields(api, operation, imports);
  if (operation.batch === undefined) return [constant(objectText([...fields, ...more]))];
  const type = operation.parameters.length > 0 ? "OperationDefinition" : "BodyOperationDefinition";
  return [
    {
      kind: "const",
      name: "definition",
      exported: true,
      type: imports.type(runtimeModule, type),
      docs: `What the document says of \`${ident(operation.name)}\`. Its batch works from it too.`,
      value: objectText(fields),
    },
    constant(more.length === 0 ? "definition" : objectText([["...definition", "...definition"], ...more])),
  ];
}

function objectText(fields: readonly Field[]): string {
  return `{ ${fields.map(([name, value]) => (name === value ? name : `${name}: ${value}`)).join(",\n")} }`;
}

function operationFunction(
  operation: Operation,
  { input, options, returns }: Signature,
  docs: string,
  imports: Imports,
): Declaration {
  return {
    kind: "function",
    name: ident(operation.name),
    docs,
    parameters: [
      { name: "client", type: imports.type(runtimeModule, "Client") },
      ...(input === undefined ? [] : [input]),
      { name: "options", type: options, optional: true },
    ],
    returns,
    body: `return operation(client, ${input?.name ?? "undefined"}, options);`,
  };
}

/** What the runtime works from: only what differs from the defaults of OpenAPI. */
function operationFields(api: Api, operation: Operation, imports: Imports): readonly Field[] {
  const fields: Field[] = [
    ["api", imports.value("../client.js", "api")],
    ["id", lit(operation.id)],
    ["method", lit(operation.method)],
    ["path", lit(withoutFragment(operation.path))],
    ["idempotency", lit(operation.idempotency)],
  ];
  if (operation.server !== undefined) fields.push(["server", serverValue(operation.server)]);
  if (operation.security !== undefined) {
    // What callers bring by themselves is not the client's to ask for.
    const sent = operation.security.map((names) => names.filter((name) => api.security.has(name)));
    fields.push(["security", lit(sent)]);
  }
  if (operation.parameters.length > 0) {
    fields.push(["params", `[${operation.parameters.map(parameterData).join(", ")}]`]);
  }
  if (operation.body !== undefined) {
    fields.push(["body", codecValue(bodyCodec(operation.body), imports)]);
  }
  const accept = [...new Set(operation.answers.flatMap((answer) => answer.mediaType ?? []))].join(", ");
  if (accept !== "" && accept !== "application/json") fields.push(["accept", lit(accept)]);
  const answers = operation.answers.map((answer) => {
    return `${propertyName(answer.status)}: ${codecValue(answerDecoder(answer), imports)}`;
  });
  fields.push(["answers", `{ ${answers.join(", ")} }`]);
  return fields;
}

function codecValue(codec: Codec, imports: Imports): string {
  const name = imports.value(runtimeModule, codec.name);
  return codec.argument === undefined ? name : pure(`${name}(${codec.argument})`);
}

/** How its answers follow each other, and what shows that one is not whole. */
function answerFields(api: Api, operation: Operation, imports: Imports): readonly Field[] {
  const { pagination, partial } = operation;
  return [
    ...(pagination === undefined
      ? []
      : [["page", pure(pageStyle(api, operation, pagination, imports))] satisfies Field]),
    ...(partial.length === 0 ? [] : [["partial", pure(partialCheck(operation, imports))] satisfies Field]),
  ];
}

/** Marks a call inside the data: a bundler that drops the operation would keep the call otherwise. */
function pure(call: string): string {
  return `/* @__PURE__ */ ${call}`;
}

function parameterData(parameter: Parameter): string {
  const { key, name } = parameter;
  const isDefaultStyle =
    parameter.style === (parameter.in === "query" || parameter.in === "cookie" ? "form" : "simple");
  return lit({
    in: parameter.in,
    name,
    ...(key.length === 1 && key[0] === name ? {} : { key }),
    ...(isDefaultStyle ? {} : { style: parameter.style }),
    ...(parameter.explode === (parameter.style === "form") ? {} : { explode: parameter.explode }),
    ...(parameter.allowReserved ? { allowReserved: true } : {}),
    ...(parameter.content === undefined ? {} : { content: parameter.content }),
  });
}

type Tree = Map<string, Parameter | Tree>;

/** The type of an operation's parameters: flat by name, bracketed query names nested. */
function parametersInterface(api: Api, operation: Operation, imports: Imports): Declaration | undefined {
  if (operation.parameters.length === 0) return undefined;
  const tree: Tree = new Map();
  for (const parameter of operation.parameters) {
    let level = tree;
    for (const part of parameter.key.slice(0, -1)) {
      const below = level.get(part);
      const next: Tree = below instanceof Map ? below : new Map();
      level.set(part, next);
      level = next;
    }
    level.set(parameter.key.at(-1) ?? parameter.name, parameter);
  }
  const members = treeMembers(api, tree, imports);
  const { body } = operation;
  if (body !== undefined) {
    members.push({
      name: "body",
      type: bodyType(api, body, imports, "../"),
      optional: !body.required,
      ...(body.description === undefined
        ? {}
        : { docs: docsText({ description: body.description, deprecated: false, examples: [], limits: {} }) }),
    });
  }
  return {
    kind: "interface",
    name: ident(parametersName(operation)),
    docs: `Parameters of \`${ident(operation.name)}\`.`,
    members,
  };
}

function treeMembers(api: Api, tree: Tree, imports: Imports): Member[] {
  return [...tree].map(([key, value]): Member => {
    if (!(value instanceof Map)) {
      const docs = docsText(value.docs);
      return {
        name: propertyName(key),
        type: schemaType(api, value.schema, "input", imports, "../"),
        optional: !value.required,
        ...(docs === "" ? {} : { docs }),
      };
    }
    const inner = treeMembers(api, value, imports);
    const text = inner.map((member) => {
      return `${comment(member.docs ?? "")}${member.name}${member.optional ? "?" : ""}: ${member.type};`;
    });
    return {
      name: propertyName(key),
      type: `{ ${text.join("\n")} }`,
      optional: inner.every((member) => member.optional),
      docs: wrap(`Sent as ${wireNames(value).join(", ")}.`),
    };
  });
}

/** What the parameters of a group are called in the query. */
function wireNames(tree: Tree): readonly string[] {
  return [...tree.values()].flatMap((value) =>
    value instanceof Map ? wireNames(value) : `\`${doc(value.name.replaceAll("`", "'"))}\``,
  );
}
