// Which requests an operation must be able to make: each documented curl command, each example of the document that
// no command shows, and one request with every parameter.
import { isDeepStrictEqual } from "node:util";
import { type CurlFact, loadFacts } from "../docs/facts.ts";
import { isObject, type JsonValue, listOf, objectOf } from "../docs/json.ts";
import { jsonContent, type SpecOperation } from "../docs/operations.ts";
import { alternativesOf, asHeaders, type TestCredential } from "./credentials.ts";
import type { ExpectedRequest } from "./judge-request.ts";
import { sampleParameters } from "./sample.ts";

export interface RequestCase {
  readonly name: string;
  readonly operationId: string;
  /** The operation's argument. */
  readonly input: unknown;
  readonly expected: ExpectedRequest;
}

/** Throws Error when nothing says what a request of the operation looks like. */
export function requestCasesOf(
  operationId: string,
  operation: SpecOperation,
  credentials: readonly TestCredential[],
): RequestCase[] {
  const commands = loadFacts().get(operationId)?.curl ?? [];
  const documented = commands.map((curl, index): RequestCase => ({
    name: `${operationId}: documented command ${index + 1}`,
    operationId,
    input: inputOf(operation, curl.body, "required"),
    expected: fromCurl(curl, credentials),
  }));
  const shown = commands.map(({ body }) => body);
  const further = bodyExamplesOf(operation)
    .filter(([, body]) => !shown.some((other) => isDeepStrictEqual(other, body)))
    .map(([name, body]): RequestCase => ({
      name: `${operationId}: example ${name}`,
      operationId,
      input: inputOf(operation, body, "required"),
      expected: fromDocument(operation, body, "required", credentials),
    }));
  const full =
    listOf(operation.operation["parameters"]).length > 0
      ? [fullCase(operationId, operation, credentials)]
      : [];
  const cases = [...documented, ...further, ...full];
  if (cases.length === 0)
    throw new Error(`${operationId} has no command, example or parameter to test it with`);
  return cases;
}

function fullCase(
  operationId: string,
  operation: SpecOperation,
  credentials: readonly TestCredential[],
): RequestCase {
  const body = bodyExamplesOf(operation)[0]?.[1];
  return {
    name: `${operationId}: every parameter`,
    operationId,
    input: inputOf(operation, body, "all"),
    expected: fromDocument(operation, body, "all", credentials),
  };
}

/** The examples of an operation's request body, by name. */
export function bodyExamplesOf({ operation }: SpecOperation): [string, JsonValue][] {
  const examples = objectOf(jsonContent(objectOf(operation["requestBody"]))["examples"]);
  return Object.entries(examples).flatMap(([name, example]): [string, JsonValue][] => {
    const { value } = objectOf(example);
    return value === undefined ? [] : [[name, value]];
  });
}

// A body-only operation takes its body; where there are parameters, they are flat and the body stands beside them.
function inputOf(operation: SpecOperation, body: JsonValue | undefined, which: "all" | "required"): unknown {
  if (listOf(operation.operation["parameters"]).length === 0) return body;
  const { input } = sampleParameters(operation, which);
  const whole = body === undefined ? input : { ...input, body };
  return Object.keys(whole).length === 0 ? undefined : whole;
}

function fromCurl(
  { method, path, headers, body }: CurlFact,
  credentials: readonly TestCredential[],
): ExpectedRequest {
  const filled = Object.entries(headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    value.replaceAll(/\$\{(\w+)\}/g, (_, env: string) => secretOf(env, credentials)),
  ]);
  return {
    method,
    path,
    query: [],
    headers: Object.fromEntries(filled),
    ...(body === undefined ? {} : { body }),
  };
}

function secretOf(env: string, credentials: readonly TestCredential[]): string {
  const found = credentials.find((credential) => credential.env === env);
  if (!found)
    throw new Error(`The documented command uses ${env}, which no security scheme of the document reads`);
  return found.secret;
}

/** The request as the document alone describes it, with the first alternative of the operation's security. */
function fromDocument(
  operation: SpecOperation,
  body: JsonValue | undefined,
  which: "all" | "required",
  credentials: readonly TestCredential[],
): ExpectedRequest {
  const { path, query } = sampleParameters(operation, which);
  const hasBody = isObject(operation.operation["requestBody"]) && body !== undefined;
  return {
    method: operation.method,
    path,
    query,
    headers: {
      accept: "application/json",
      ...(hasBody ? { "content-type": "application/json" } : {}),
      ...asHeaders(alternativesOf(operation, credentials)[0] ?? []),
    },
    ...(hasBody ? { body } : {}),
  };
}
