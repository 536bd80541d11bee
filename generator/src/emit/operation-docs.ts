import type { Api, Operation } from "../model/api.ts";
import { isStream } from "../model/stream.ts";
import { batchName } from "../model/surface.ts";
import { doc, docCode, ident, lit, wrap } from "./doors.ts";
import { exampleArgument } from "./example.ts";
import { exampleServer } from "./example-client.ts";
import { sentence } from "./markdown.ts";
import type { Signature } from "./operation-types.ts";

/**
 * The documentation comment of an operation's function (TSDoc): everything a caller needs, in the editor. It has no tag
 * `link` or `see`, as no comment that ships has: one of them makes `tsc` parse the comment, which takes longer than all else
 * that it reads of a large package.
 */
export function operationDocs(api: Api, operation: Operation, call: Signature): string {
  const paragraphs = [
    sentence(doc(operation.summary ?? operation.description ?? "")),
    operation.summary === undefined ? "" : doc(operation.description ?? ""),
    wrap(facts(api, operation).join(" ")),
    operation.documentation === undefined ? "" : documentation(operation.documentation),
    operation.preview
      ? "@experimental The service calls this operation a preview: it may change without a new version of it."
      : "",
    operation.deprecated ? "@deprecated The service calls this operation deprecated." : "",
    parameterTags(operation, call).join("\n"),
    wrap(`@returns ${returns(operation)}`),
    throws(operation).map(wrap).join("\n"),
    example(api, operation),
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

/** What a client does by itself, or the caller has to know of the wire. */
function facts(api: Api, operation: Operation): readonly string[] {
  const { security, scopes, idempotency, server, streamOf } = operation;
  const streamed = api.operations.find((other) => other.streamOf === operation.id);
  const retried =
    idempotency === "none"
      ? "Not tried again by itself: sending it twice may do it twice."
      : `Tried again after network faults and temporary failures: it is ${idempotency === "safe" ? "safe" : "idempotent"}.`;
  const free = security === undefined || security.some((alternative) => alternative.length === 0);
  return [
    `${code(`${operation.method} ${operation.path}`)}.`,
    retried,
    ...(streamOf === undefined ? [] : [`The answer of ${code(streamOf)}, in parts while they arrive.`]),
    ...(streamed === undefined
      ? []
      : [`${code(streamed.name)} gives the answer in parts while they arrive.`]),
    ...(server?.url === undefined ? [] : [goesTo(server.url, server.others ?? [])]),
    ...(server?.relative === undefined
      ? []
      : [
          `Its server, ${code(server.relative)}, is relative: the client needs \`baseUrl\`, such as ${code(exampleServer(server))}.`,
        ]),
    ...(free ? [] : [`Needs ${credentials(api, security ?? [])}.`]),
    ...(operation.batch === undefined
      ? []
      : [`\`${ident(batchName(operation))}\` sends any number of items.`]),
    ...(scopes.length === 0 ? [] : [`Scope: ${scopes.map(code).join(", ")}.`]),
  ];
}

function code(text: string): string {
  return `\`${doc(text.replaceAll("`", "'"))}\``;
}

/** Where an operation goes that has a server of its own. */
function goesTo(url: string, others: readonly string[]): string {
  const [first, ...rest] = [url, ...others].map(code);
  const more = rest.length === 0 ? "" : `, or to what \`baseUrl\` says: ${rest.join(", ")}`;
  return `Goes to ${first}${more}.`;
}

/** The client's options that an operation asks for: `apiKey` and `appKey`, or `accessToken`. */
function credentials(api: Api, alternatives: readonly (readonly string[])[]): string {
  const option = (name: string): string => {
    const scheme = api.security.get(name);
    const text = code(scheme?.option ?? name);
    return scheme === undefined ? `${text} (which the client does not send)` : text;
  };
  return alternatives.map((all) => all.map(option).join(" and ")).join(", or ");
}

function parameterTags(operation: Operation, { input }: Signature): readonly string[] {
  const tags = ["@param client - Where and how the call is made."];
  if (input?.name === "body") {
    const text = doc(operation.body?.description ?? "What is sent.");
    tags.push(`@param body - ${text}`);
  } else if (input !== undefined) {
    const required = [
      ...operation.parameters
        .filter((parameter) => parameter.required)
        .map((parameter) => parameter.key.join(".")),
      ...(operation.body?.required === true ? ["body"] : []),
    ];
    const which = required.length === 0 ? "All are optional." : `Required: ${required.map(code).join(", ")}.`;
    tags.push(`@param params - Parameters${operation.body === undefined ? "" : " and `body`"}. ${which}`);
  }
  tags.push("@param options - Replace the client's options for this call.");
  return tags;
}

function returns(operation: Operation): string {
  const described = operation.answers.find((answer) => answer.schema !== undefined);
  if (described === undefined) return "Nothing: the answer has no content.";
  const text = sentence(doc(withoutReason(described.description ?? "The answer's data.")));
  if (isStream(described.kind)) return `Its items as they arrive, to be read once: ${text}`;
  if (operation.pagination === undefined) return text;
  return `The first page when awaited; the items of all pages when iterated. Each page: ${text}`;
}

/** `OK.` before a sentence is the status in words, which says nothing to whoever gets the data. */
function withoutReason(text: string): string {
  return text.replace(/^(?:OK|Created|Accepted)\.\s+(?=\S)/, "");
}

/** One tag a status, so that the list reads like the document's. */
function throws(operation: Operation): readonly string[] {
  const documented = operation.failures.filter((answer) => answer.status !== "default");
  return [
    ...documented.map((answer) => {
      const name = answer.status === "429" ? "RateLimitError" : "ApiError";
      return `@throws \`${name}\` with status ${answer.status}: ${sentence(doc(answer.description ?? "no description"))}`;
    }),
    documented.length === 0
      ? "@throws `ApiError` with any status that is not a success."
      : "@throws `ApiError` with any other status that is not a success.",
    "@throws `TransportError` when no answer arrives in time, or none that can be read.",
    ...(operation.partial.length === 0
      ? []
      : [
          '@throws `PartialAnswerError` when the answer says that it is not whole and the option `onPartial` is `"error"`.',
        ]),
  ];
}

function example(api: Api, operation: Operation): string {
  const argument = exampleArgument(api, operation);
  const call = `${ident(operation.name)}(client${argument === undefined ? "" : `, ${argument}`})`;
  return ["@example", "```ts", docCode(exampleUse(operation, call)), "```"].join("\n");
}

/** What an example does with a call: pages are iterated, data is kept. */
export function exampleUse(operation: Operation, call: string): string {
  if (operation.pagination !== undefined) return `for await (const item of ${call}) console.log(item);`;
  if (operation.answers.length === 1 && operation.answers.some(({ kind }) => isStream(kind)))
    return `for await (const item of await ${call}) console.log(item);`;
  const gives = operation.answers.some((answer) => answer.schema !== undefined);
  return gives ? `const answer = await ${call};` : `await ${call};`;
}

/** Its URL as it is, which editors show as a link: a compiler that finds a link tag parses the whole comment. */
function documentation({ url, description }: { url: string; description?: string }): string {
  // Encoded, it holds no space that would end the link.
  const safe = doc(encodeURI(decodeSafely(url)).replaceAll("*/", "*%2F"));
  const text = description === undefined ? "" : `${doc(description).replaceAll("\n", " ")}, `;
  return wrap(`Documentation: ${text}${safe}`);
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return lit(url).slice(1, -1);
  }
}
