import type { Api, Operation } from "../model/api.ts";
import type { Batch } from "../model/batch.ts";
import { isRequired } from "../model/direction.ts";
import { alternatives, inputPlace, listOf } from "../model/place.ts";
import type { Schema } from "../model/schema.ts";
import { batchName, batchOptionsName, errorName, parametersName } from "../model/surface.ts";
import type { Declaration, FunctionParameter, Module } from "./declaration.ts";
import { docCode, ident, lit, litLines, propertyName, wrap } from "./doors.ts";
import { sample, sampleText } from "./sample.ts";
import { globalType } from "./global-type.ts";
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

interface Rest {
  readonly type: string;
  readonly required: boolean;
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

/** The schema of one item; undefined when the document does not say. */
function itemSchema(api: Api, operation: Operation, batch: Batch): Schema | undefined {
  const lookup: Api["definitions"]["get"] = (id) => api.definitions.get(id);
  const place = inputPlace(operation, batch.items, lookup);
  const list = place && listOf(place.schema, lookup);
  return list === undefined || list === "unknown" ? undefined : list.items;
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

function restOfInput(api: Api, operation: Operation, batch: Batch, imports: Imports): Rest | undefined {
  const { body, parameters } = operation;
  if (body === undefined || batch.items.part !== "body") return undefined;
  const type = schemaType(api, body.schema, "input", new Imports([]), "../");
  const inBody = restOfBody(api, body.schema, type, batch.items.path);
  // Imported only now: a body that is nothing but its items is not spoken of.
  if (inBody !== undefined) schemaType(api, body.schema, "input", imports, "../");
  if (parameters.length === 0) return inBody;
  const own = imports.type(`./${operation.name}.js`, ident(parametersName(operation)));
  const optional = inBody?.required === true ? "" : "?";
  return {
    type: `${globalType(api, "Omit")}<${own}, "body">${inBody === undefined ? "" : ` & { body${optional}: ${inBody.type} }`}`,
    required: inBody?.required === true || parameters.some((parameter) => parameter.required),
  };
}

/** The type of an object without what stands at a path in it; undefined when nothing else is known of it. */
function restOfBody(
  api: Api,
  schema: Schema,
  type: string,
  [key, ...below]: readonly string[],
): Rest | undefined {
  if (key === undefined) return undefined;
  const objects = alternatives(schema, (id) => api.definitions.get(id)).filter(
    (part) => part.kind === "object",
  );
  const properties = objects.flatMap((part) => part.properties).filter((property) => !property.readOnly);
  const others = properties.filter((property) => property.name !== key);
  const inner = properties.find((property) => property.name === key);
  const rest = inner && restOfBody(api, inner.schema, `NonNullable<${type}[${lit(key)}]>`, below);
  const open = objects.some((part) => part.additional !== undefined);
  if (others.length === 0 && !open && rest === undefined) return undefined;
  const optional = rest?.required === true ? "" : "?";
  return {
    type: `${globalType(api, "Omit")}<${type}, ${lit(key)}>${rest === undefined ? "" : ` & { ${propertyName(key)}${optional}: ${rest.type} }`}`,
    required: rest?.required === true || others.some((property) => isRequired(property, "input")),
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

/** An example that compiles: the items that the document shows in a body, else the least that the schema asks for. */
export function batchExample(api: Api, operation: Operation, batch: Batch): string {
  const schema = itemSchema(api, operation, batch);
  const rest = restOfInput(api, operation, batch, new Imports([]));
  const [documented] = operation.body?.examples ?? [];
  const shown = batch.items.part === "body" ? at(documented?.value, batch.items.path) : undefined;
  const items =
    shown === undefined
      ? `[${schema === undefined ? "" : sampleText(sample(api, schema))}]`
      : litLines(Array.isArray(shown) ? shown : [shown]);
  const options = rest?.required === true ? ", options" : "";
  return [
    ...(rest?.required === true ? [`declare const options: ${ident(batchOptionsName(operation))};`] : []),
    `const { sent, failures } = await ${ident(batchName(operation))}(client, ${items}${options});`,
    "for (const { items, error } of failures) console.error(items.length, error.message);",
  ].join("\n");
}

function at(value: unknown, [key, ...below]: readonly string[]): unknown {
  if (key === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return at(Reflect.get(value, key), below);
}
