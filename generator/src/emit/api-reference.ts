import type { Api, Operation, Parameter } from "../model/api.ts";
import type { Expression } from "../model/expression.ts";
import type { IncomingRequest } from "../model/incoming.ts";
import { callbacksName, webhooksName } from "../model/surface.ts";
import { batchSignature } from "./batch.ts";
import { limitsText } from "./docs.ts";
import { codeSpan, ident, lit, markdown } from "./doors.ts";
import { headerText } from "./header.ts";
import { incomingTypes } from "./incoming.ts";
import { Imports } from "./imports.ts";
import { answerType, schemaType, signature } from "./operation-types.ts";
import { fence, sentence, table } from "./markdown.ts";
import { wholeText } from "./prose.ts";
import { typeList } from "./type-reference.ts";
import { unionSections } from "./union-reference.ts";

/** `api.md`: every operation and every type of a package on one page. */
export function apiReference(api: Api): string {
  const sections = [
    `<!-- ${headerText(api).replaceAll("--", "- -")} -->`,
    `# ${api.package.name}: reference`,
    ...api.operations.flatMap((operation) => operationSection(api, operation)),
    ...incomingSections(api),
    ...unionSections(api),
    "## Types",
    api.types.length === 0 ? "None." : typeList(api),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function operationSection(api: Api, operation: Operation): readonly string[] {
  const call = signature(api, operation, new Imports([]), "./");
  const parameters = [
    "client: Client",
    ...(call.input === undefined
      ? []
      : [`${call.input.name}${call.input.optional ? "?" : ""}: ${call.input.type}`]),
    `options?: ${call.options}`,
  ];
  const batch = operation.batch && batchSignature(api, operation, operation.batch, new Imports([]), "./");
  return [
    `## ${ident(operation.name)}`,
    [markdown(operation.summary ?? ""), wholeText(operation.description ?? "")]
      .filter((text) => text !== "")
      .join("\n\n"),
    fence(
      "ts",
      [
        `function ${ident(operation.name)}(${parameters.join(", ")}): ${call.returns};`,
        ...(batch === undefined
          ? []
          : [
              `function ${batch.name}(client: Client, items: ${batch.items}, options${batch.options.optional ? "?" : ""}: ${batch.options.type}): ${batch.returns};`,
            ]),
      ].join("\n"),
    ),
    list([
      ["request", codeSpan(`${operation.method} ${operation.path}`)],
      ["credentials", credentials(api, operation)],
      ["scopes", operation.scopes.map(codeSpan).join(", ")],
      ["idempotency", operation.idempotency],
      ["pages", pages(operation)],
      ["batches", batches(operation)],
      ["partial answers", partialAnswers(operation)],
      [
        "status",
        [operation.preview ? "preview" : "", operation.deprecated ? "deprecated" : ""]
          .filter(Boolean)
          .join(", "),
      ],
    ]),
    operation.parameters.length === 0 ? "" : parameterTable(api, operation.parameters),
    table(
      ["status", "meaning", "type"],
      [...operation.answers, ...operation.failures].map((answer) => [
        codeSpan(answer.status),
        markdown(answer.description ?? ""),
        answer.schema === undefined
          ? "no content"
          : codeSpan(answerType(api, [answer], new Imports([]), "./")),
      ]),
    ),
  ];
}

/** What the service sends, as two tables. */
function incomingSections(api: Api): readonly string[] {
  const row = (request: IncomingRequest): readonly string[] => {
    const { body, answer } = incomingTypes(api, request, new Imports([]));
    const what = [request.summary, request.description].map((text) => markdown(text ?? ""));
    return [
      request.method,
      codeSpan(body),
      codeSpan(answer),
      what.filter((text) => text !== "").join(" ") + (request.deprecated ? " Deprecated." : ""),
    ];
  };
  const rest = ["request", "body", "answer", "what it is"];
  const webhooks = api.webhooks.map((request) => [codeSpan(request.name), ...row(request)]);
  const callbacks = api.operations.flatMap((operation) =>
    operation.callbacks.map((request) => [
      codeSpan(`${operation.name}.${request.name}`),
      codeSpan(request.url ?? ""),
      ...row(request),
    ]),
  );
  return [
    ...(webhooks.length === 0
      ? []
      : [
          "## Webhooks",
          `Requests that the service sends by itself; \`${webhooksName}\` has their types.`,
          table(["webhook", ...rest], webhooks),
        ]),
    ...(callbacks.length === 0
      ? []
      : [
          "## Callbacks",
          `Requests that the service sends because of calls; \`${callbacksName}\` has their types.`,
          table(["callback", "URL", ...rest], callbacks),
        ]),
  ];
}

function list(entries: readonly (readonly [name: string, text: string])[]): string {
  return entries
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `- ${name}: ${text}`)
    .join("\n");
}

function credentials(api: Api, operation: Operation): string {
  return (operation.security ?? [])
    .map((all) => all.map((name) => codeSpan(api.security.get(name)?.option ?? name)).join(" and ") || "none")
    .join(", or ");
}

function pages({ pagination }: Operation): string {
  if (pagination === undefined) return "";
  const { style, items, cursor, limit, next, end } = pagination;
  return [
    `by ${style}`,
    `items at ${codeSpan(expressionText(items))}`,
    ...(cursor === undefined ? [] : [`asked for with ${codeSpan(expressionText(cursor))}`]),
    ...(limit === undefined ? [] : [`size with ${codeSpan(expressionText(limit))}`]),
    ...(next === undefined ? [] : [`continued from ${codeSpan(expressionText(next))}`]),
    `ended by ${{ "empty-page": "an empty page", "no-cursor": "an answer without a next page", "short-page": "a page that is not full" }[end]}`,
  ].join(", ");
}

function batches({ batch }: Operation): string {
  if (batch === undefined) return "";
  return [
    `items at ${codeSpan(expressionText(batch.items))}`,
    ...(batch.maxItems === undefined ? [] : [`up to ${batch.maxItems}`]),
    ...(batch.maxBytes === undefined ? [] : [`up to ${batch.maxBytes} bytes of body`]),
  ].join(", ");
}

function partialAnswers({ partial }: Operation): string {
  const when = partial.map(
    ({ value, equals }) =>
      `${codeSpan(expressionText(value))} is ${equals === undefined ? "not empty" : codeSpan(lit(equals))}`,
  );
  return when.length === 0 ? "" : `when ${when.join(", or ")}`;
}

function expressionText(expression: Expression): string {
  if (expression.part === "body") return `${expression.from} body ${["", ...expression.path].join("/")}`;
  return `${expression.part} ${expression.name}`;
}

function parameterTable(api: Api, parameters: readonly Parameter[]): string {
  return table(
    ["parameter", "in", "type", "what it is"],
    parameters.map((parameter) => [
      codeSpan(parameter.key.join(".")) + (parameter.required ? " (required)" : ""),
      parameter.in,
      codeSpan(schemaType(api, parameter.schema, "input", new Imports([]), "./")),
      [
        sentence(markdown(parameter.docs.description ?? "")),
        markdown(limitsText(parameter.docs.limits)),
        parameter.docs.default === undefined ? "" : `Default: ${codeSpan(lit(parameter.docs.default))}.`,
      ]
        .filter((text) => text !== "")
        .join(" "),
    ]),
  );
}
