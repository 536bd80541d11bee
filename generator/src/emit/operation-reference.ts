import type { Answer, Api, Body, Operation, Parameter } from "../model/api.ts";
import { parametersName } from "../model/surface.ts";
import { batchSignature } from "./batch.ts";
import { limitsText } from "./docs.ts";
import { codeSpan, ident, lit, markdown } from "./doors.ts";
import { Imports } from "./imports.ts";
import { fence, sentence, table } from "./markdown.ts";
import { operationFacts } from "./operation-facts.ts";
import { bodyType, answerType, schemaType, signature } from "./operation-types.ts";
import { wholeText } from "./prose.ts";

/** What `api.md` says of one operation: how it is called, what is to be known of it, what it takes and what comes back. */
export function operationSection(api: Api, operation: Operation): readonly string[] {
  return [
    `## ${ident(operation.name)}`,
    [markdown(operation.summary ?? ""), wholeText(operation.description ?? "")]
      .filter((text) => text !== "")
      .join("\n\n"),
    fence("ts", declarations(api, operation)),
    operationFacts(api, operation),
    ...parameterTable(api, operation),
    table(
      ["status", "meaning", "type"],
      [
        ...[...operation.answers, ...operation.failures].map((answer) => [
          ...statusAndMeaning(answer),
          answer.schema === undefined
            ? "no content"
            : codeSpan(answerType(api, [answer], new Imports([]), "./")),
        ]),
        // To a caller each is an error, whose body no type is made for.
        ...(operation.redirections ?? []).map((answer) => [
          ...statusAndMeaning(answer),
          answer.schema === undefined ? "no content" : codeSpan("unknown"),
        ]),
      ],
    ),
  ];
}

function statusAndMeaning(answer: Answer): readonly string[] {
  return [codeSpan(answer.status), markdown(answer.description ?? "")];
}

function declarations(api: Api, operation: Operation): string {
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
    `function ${ident(operation.name)}(${parameters.join(", ")}): ${call.returns};`,
    ...(batch === undefined
      ? []
      : [
          `function ${batch.name}(client: Client, items: ${batch.items}, options${batch.options.optional ? "?" : ""}: ${batch.options.type}): ${batch.returns};`,
        ]),
  ].join("\n");
}

/** The fields of `params`, of which a body is one. A body alone stands in the signature. */
function parameterTable(api: Api, operation: Operation): readonly string[] {
  const { parameters, body } = operation;
  if (parameters.length === 0) return [];
  const rows = parameters.map((parameter) => parameterRow(api, parameter));
  return [
    `${codeSpan(parametersName(operation))} has these fields:`,
    table(
      ["parameter", "in", "type", "what it is"],
      body === undefined ? rows : [...rows, bodyRow(api, body)],
    ),
  ];
}

function parameterRow(api: Api, parameter: Parameter): readonly string[] {
  return [
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
  ];
}

function bodyRow(api: Api, body: Body): readonly string[] {
  return [
    codeSpan("body") + (body.required ? " (required)" : ""),
    "body",
    codeSpan(bodyType(api, body, new Imports([]), "./")),
    sentence(markdown(body.description ?? "")),
  ];
}
