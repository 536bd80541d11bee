import type { Api, Operation } from "../model/api.ts";
import type { Batch } from "../model/batch.ts";
import { batchName, batchOptionsName, errorName } from "../model/surface.ts";
import { batchExample } from "./batch-example.ts";
import { itemSchema, type Rest, restOfInput } from "./batch-input.ts";
import type { Declaration, FunctionParameter, Module } from "./declaration.ts";
import { docCode, ident, lit, wrap } from "./doors.ts";
import { header } from "./header.ts";
import { Imports, ownNames, runtimeModule } from "./imports.ts";
import { answerType, schemaType } from "./operation-types.ts";

/** How a batch is called. */
export interface BatchSignature {
  readonly name: string;
  /** The type of one item. */
  readonly item: string;
  /** The type of the source. */
  readonly items: string;
  readonly options: FunctionParameter;
  /** What each request has besides the items, if the document knows anything. */
  readonly rest?: Rest;
  readonly data: string;
  readonly failure: string;
  readonly returns: string;
  readonly docs: string;
}

/** `operations/batch<Name>.ts`: any number of items in as many requests as it takes. */
export function batchModule(api: Api, operation: Operation, batch: Batch): Module {
  const imports = new Imports(ownNames(api));
  const call = batchSignature(api, operation, batch, imports, "../");
  const { name, item, items, options, data, failure, returns, docs } = call;
  const rest = restOfInput(api, operation, batch, imports);
  const own = `./${ident(operation.name)}.js`;
  const define = operation.parameters.length > 0 ? "defineBatch" : "defineBodyBatch";
  const limits = {
    items: batch.items.part === "body" ? batch.items.path : [],
    ...(batch.maxItems === undefined ? {} : { maxItems: batch.maxItems }),
    ...(batch.maxBytes === undefined ? {} : { maxBytes: batch.maxBytes }),
  };
  const typeArguments = [item, rest?.type ?? "undefined", data, failure].join(", ");
  const definition = imports.value(own, "definition");
  return {
    header: header(api),
    declarations: [
      ...(rest === undefined ? [] : [optionsInterface(operation, rest, imports)]),
      {
        kind: "const",
        name: "batch",
        exported: false,
        value: `/* @__PURE__ */ ${imports.value(runtimeModule, define)}<${typeArguments}>(${definition}, ${lit(limits)})`,
      },
      {
        kind: "function",
        name,
        docs,
        parameters: [
          { name: "client", type: imports.type(runtimeModule, "Client") },
          { name: "items", type: items },
          options,
        ],
        returns,
        body: "return batch(client, items, options);",
      },
    ],
    imports: imports.all,
  };
}

/** The signature of a batch, its types imported into the module at hand. */
export function batchSignature(
  api: Api,
  operation: Operation,
  batch: Batch,
  imports: Imports,
  toRoot: string,
): BatchSignature {
  const schema = itemSchema(api, operation, batch);
  const item = schema === undefined ? "unknown" : schemaType(api, schema, "input", imports, toRoot);
  const element = /^[\w$.]+$/.test(item) ? item : `(${item})`;
  const data = answerType(api, operation.answers, imports, toRoot);
  const failure = imports.type(`${toRoot}errors.js`, ident(errorName(operation)));
  // Its types are written out in the module of the batch alone.
  const rest = restOfInput(api, operation, batch, new Imports([]));
  const name = ident(batchName(operation));
  return {
    name,
    item,
    // An array can be iterated too. Named by itself, the compiler says which field of which item is wrong.
    items: `readonly ${element}[] | Iterable<${item}> | AsyncIterable<${item}>`,
    options: {
      name: "options",
      type:
        rest === undefined ? imports.type(runtimeModule, "BatchOptions") : ident(batchOptionsName(operation)),
      optional: rest?.required !== true,
    },
    ...(rest === undefined ? {} : { rest }),
    data,
    failure,
    returns: `${imports.type(runtimeModule, "BatchCall")}<${item}, ${data}, ${failure}>`,
    docs: batchDocs(api, operation, batch, rest),
  };
}

function optionsInterface(operation: Operation, rest: Rest, imports: Imports): Declaration {
  return {
    kind: "interface",
    name: ident(batchOptionsName(operation)),
    docs: `Options of \`${ident(batchName(operation))}\`.`,
    extends: [imports.type(runtimeModule, "BatchOptions")],
    members: [
      {
        name: "input",
        type: rest.type,
        optional: !rest.required,
        docs: "What each request has besides the items.",
      },
    ],
  };
}

function batchDocs(api: Api, operation: Operation, batch: Batch, rest: Rest | undefined): string {
  const limits = [
    ...(batch.maxItems === undefined ? [] : [`${batch.maxItems} items`]),
    ...(batch.maxBytes === undefined ? [] : [`${batch.maxBytes} bytes`]),
  ];
  const each =
    limits.length === 0 ? "" : `, each with at most ${limits.join(" and ")} unless you say otherwise`;
  const paragraphs = [
    `Sends any number of items with \`${ident(operation.name)}\`, in as many requests as it takes${each}.`,
    "Awaited, it gives a summary with the items that failed. Iterated, it gives what became of each request, with its items, in the order in which the requests end. Every item that is taken is in exactly one outcome, so what failed can be sent again. The source is read only as fast as the items can be sent.",
    operation.preview
      ? "@experimental The service calls this operation a preview: it may change without a new version of it."
      : "",
    operation.deprecated ? "@deprecated The service calls this operation deprecated." : "",
    [
      "@param client - Where and how the calls are made.",
      "@param items - Anything that can be iterated: an array, a generator, a stream. It is taken once.",
      `@param options - Limits, concurrency and progress of the batch, and the options of its requests.${rest === undefined ? "" : " `input` is what each request has besides the items."}`,
    ].join("\n"),
    "@returns The summary when awaited; an outcome a request when iterated.",
    "@throws `BatchStoppedError` when the source was not taken as a whole: it threw, the signal ended the batch, or the client lacks a key. Requests that fail do not throw.",
    ["@example", "```ts", docCode(batchExample(api, operation, batch)), "```"].join("\n"),
  ];
  return paragraphs
    .map((paragraph) => (paragraph.includes("```") ? paragraph : paragraph.split("\n").map(wrap).join("\n")))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}
