import type { Api, Direction } from "../model/api.ts";
import type { IncomingRequest } from "../model/incoming.ts";
import type { Schema } from "../model/schema.ts";
import { callbacksName, webhooksName } from "../model/surface.ts";
import type { Declaration, Member, Module } from "./declaration.ts";
import { comment } from "./docs.ts";
import { doc, lit, propertyName, wrap } from "./doors.ts";
import { header } from "./header.ts";
import { Imports, ownNames } from "./imports.ts";
import { schemaType } from "./operation-types.ts";

/**
 * `incoming.ts`: the types of the requests that the service sends, for whoever receives them. Undefined where the document
 * has none. A client does not send them, so there is nothing but types.
 */
export function incomingModule(api: Api): Module | undefined {
  const imports = new Imports(ownNames(api));
  const calling = api.operations.filter((operation) => operation.callbacks.length > 0);
  const declarations: readonly Declaration[] = [
    ...(api.webhooks.length === 0
      ? []
      : [
          {
            kind: "interface" as const,
            name: webhooksName,
            docs: wrap(
              "The requests that the service sends by itself, by the name of the webhook: what arrives, and the answer that it takes.",
            ),
            members: members(api, api.webhooks, imports),
          },
        ]),
    ...(calling.length === 0
      ? []
      : [
          {
            kind: "interface" as const,
            name: callbacksName,
            docs: wrap(
              "The requests that the service sends because of a call, by the function and the name of the callback: what arrives, and the answer that it takes.",
            ),
            members: calling.map((operation) => ({
              name: propertyName(operation.name),
              type: `{\n${members(api, operation.callbacks, imports)
                .map(({ name, type, docs = "" }) => `${comment(docs)}${name}: ${type};`)
                .join("\n")}\n}`,
              optional: false,
            })),
          },
        ]),
  ];
  return declarations.length === 0 ? undefined : { header: header(api), imports: imports.all, declarations };
}

/** The names of the types in that module. */
export function incomingNames(api: Api): readonly string[] {
  return [
    ...(api.operations.some(({ callbacks }) => callbacks.length > 0) ? [callbacksName] : []),
    ...(api.webhooks.length > 0 ? [webhooksName] : []),
  ];
}

/** What the body and the answer of an incoming request are in TypeScript. */
export function incomingTypes(
  api: Api,
  { body, answers }: IncomingRequest,
  imports: Imports,
): { readonly body: string; readonly answer: string } {
  const type = (schema: Schema, direction: Direction): string =>
    schemaType(api, schema, direction, imports, "./");
  const arrives = body === undefined ? "undefined" : type(body.schema, "output");
  const taken = new Set(
    answers.map(({ schema }) => (schema === undefined ? "undefined" : type(schema, "input"))),
  );
  return {
    body: body === undefined || body.required ? arrives : `${arrives} | undefined`,
    answer: taken.size === 0 ? "undefined" : [...taken].join(" | "),
  };
}

/** One member a name; a name with several methods is the union of its requests. */
function members(api: Api, requests: readonly IncomingRequest[], imports: Imports): readonly Member[] {
  const names = new Set(requests.map(({ name }) => name));
  return [...names].map((name) => ({
    name: propertyName(name),
    optional: false,
    type: requests
      .filter((request) => request.name === name)
      .map((request) => {
        const { body, answer } = incomingTypes(api, request, imports);
        return `{ method: ${lit(request.method)}; body: ${body}; answer: ${answer} }`;
      })
      .join(" | "),
    docs: docsOf(requests.filter((request) => request.name === name)),
  }));
}

function docsOf(requests: readonly IncomingRequest[]): string {
  const paragraphs = requests.flatMap(({ summary, description }) => [
    doc(summary ?? ""),
    doc(description ?? ""),
  ]);
  const isDeprecated = requests.every(({ deprecated }) => deprecated);
  return [...paragraphs, isDeprecated ? "@deprecated" : ""].filter((text) => text !== "").join("\n\n");
}
