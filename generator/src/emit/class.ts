import type { Api, Operation } from "../model/api.ts";
import type { Batch } from "../model/batch.ts";
import { parametersName } from "../model/surface.ts";
import { batchSignature } from "./batch.ts";
import type { ClassDeclaration, Module } from "./declaration.ts";
import { doc, ident } from "./doors.ts";
import { header } from "./header.ts";
import { Imports, ownNames, runtimeModule } from "./imports.ts";
import { operationDocs } from "./operation-docs.ts";
import { signature } from "./operation-types.ts";

type Method = ClassDeclaration["methods"][number];

/** `class.ts`: the operations as methods, one line each, for those who like to hold one object. */
export function classModule(api: Api): Module {
  const imports = new Imports(ownNames(api));
  const client = imports.type(runtimeModule, "Client");
  const methods = api.operations.flatMap((operation) => {
    const { batch } = operation;
    const single = operationMethod(api, operation, imports);
    return batch === undefined ? [single] : [single, batchMethod(api, operation, batch, imports)];
  });
  return {
    header: header(api),
    imports: imports.all,
    declarations: [
      {
        kind: "class",
        name: ident(api.package.className),
        docs: `${doc(api.title)}: every operation of this package as a method. It ships all of them; import single functions to ship less.`,
        fields: [{ name: "client", type: client }],
        initializer: {
          docs: "@param client - Where and how the calls are made.",
          parameters: [{ name: "client", type: client }],
          body: "this.client = client;",
        },
        methods,
      },
    ],
  };
}

function operationMethod(api: Api, operation: Operation, imports: Imports): Method {
  const call = signature(api, operation, imports, "./");
  const name = ident(operation.name);
  const carriedOut = imports.value(`./operations/${name}.js`, name);
  if (operation.parameters.length > 0)
    imports.type(`./operations/${name}.js`, ident(parametersName(operation)));
  return {
    name,
    docs: methodDocs(operationDocs(api, operation, call)),
    parameters: [
      ...(call.input === undefined ? [] : [call.input]),
      { name: "options", type: call.options, optional: true },
    ],
    returns: call.returns,
    body: `return ${carriedOut}(this.client, ${call.input?.name ?? ""}${call.input === undefined ? "" : ", "}options);`,
  };
}

function batchMethod(api: Api, operation: Operation, batch: Batch, imports: Imports): Method {
  const { name, items, options, rest, returns, docs } = batchSignature(api, operation, batch, imports, "./");
  const carriedOut = imports.value(`./operations/${name}.js`, name);
  if (rest !== undefined) imports.type(`./operations/${name}.js`, options.type);
  return {
    name,
    docs: methodDocs(docs),
    parameters: [{ name: "items", type: items }, options],
    returns,
    body: `return ${carriedOut}(this.client, items, options);`,
  };
}

/** The function's comment without what only a function has: the client parameter and the example. */
function methodDocs(docs: string): string {
  return docs.replace(/@param client - .*\n?/, "").replace(/\n\n@example\n[\s\S]*?\n```(?=\n|$)/, "");
}
