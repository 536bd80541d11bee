import { compare } from "../diagnostics.ts";
import type { AnswerKind, Operation } from "./api.ts";
import { declaredNames } from "./naming.ts";
import type { PackagePlan } from "./packages.ts";
import { isEvents, isStream } from "./stream.ts";

/** What every generated package re-exports of the runtime, so that its user needs no second import. */
const commonValues = [
  "AbortError",
  "ApiError",
  "ClientwrightError",
  "ConfigurationError",
  "ConnectionError",
  "DecodeError",
  "RateLimitError",
  "TimeoutError",
  "createLogger",
];
const commonTypes = [
  "Call",
  "CallAnswer",
  "CallOptions",
  "Client",
  "Credential",
  "Logger",
  "LoggerOptions",
  "Middleware",
  "MiddlewareContext",
  "RateLimit",
  "Result",
  "RetryEvent",
  "RetryOptions",
  "TimeoutOptions",
  "TransportError",
  "UndocumentedStatus",
];

/** What an operation has that asks for more of the runtime. */
type Features = Pick<Operation, "answers" | "body" | "pagination" | "batch" | "partial">;

interface Feature {
  readonly isUsed: (operation: Features) => boolean;
  readonly values?: readonly string[];
  readonly types?: readonly string[];
}

/** What only packages with such an operation re-export. */
const features: readonly Feature[] = [
  {
    isUsed: ({ batch }) => batch !== undefined,
    values: ["BatchItemError", "BatchStoppedError"],
    types: [
      "BatchCall",
      "BatchFailure",
      "BatchOptions",
      "BatchOutcome",
      "BatchProgress",
      "BatchSuccess",
      "BatchSummary",
    ],
  },
  { isUsed: (operation) => hasAnswer(operation, isStream), types: ["ItemStream"] },
  { isUsed: (operation) => hasAnswer(operation, isEvents), types: ["ServerSentEvent"] },
  { isUsed: ({ body }) => body?.kind === "binary", types: ["BinaryBody"] },
  {
    isUsed: ({ pagination }) => pagination !== undefined,
    types: ["Page", "PagedCall", "PagedCallOptions", "PagesOptions"],
  },
  {
    isUsed: ({ partial }) => partial.length > 0,
    values: ["PartialAnswerError"],
    types: ["PartialAnswer", "PartialReason"],
  },
];

/** The values that a package with these operations re-exports of the runtime. */
export function runtimeValues(operations: readonly Features[]): readonly string[] {
  return [...commonValues, ...usedBy(operations).flatMap(({ values = [] }) => values)].toSorted(compare);
}

/** The types that a package with these operations re-exports of the runtime. */
export function runtimeTypes(operations: readonly Features[]): readonly string[] {
  return [...commonTypes, ...usedBy(operations).flatMap(({ types = [] }) => types)].toSorted(compare);
}

function usedBy(operations: readonly Features[]): readonly Feature[] {
  return features.filter(({ isUsed }) => operations.some(isUsed));
}

function hasAnswer({ answers }: Features, is: (kind: AnswerKind) => boolean): boolean {
  return answers.some(({ kind }) => is(kind));
}

/** The type of the requests that the service sends by itself, and of those that it sends because of calls. */
export const webhooksName = "Webhooks";
export const callbacksName = "Callbacks";

/**
 * The names that no operation may bring into its package. All that any package has are among them: what an operation is
 * called must not change because another one gets pages.
 */
export const takenNames: ReadonlySet<string> = new Set([
  ...commonValues,
  ...commonTypes,
  ...features.flatMap(({ values = [], types = [] }) => [...values, ...types]),
  "ClientOptions",
  webhooksName,
  callbacksName,
]);

/** `searchEvents` -> `SearchEvents`: the stem of the types that belong to one operation. */
export function operationStem(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function parametersName(operation: { readonly name: string }): string {
  return `${operationStem(operation.name)}Params`;
}

export function errorName(operation: { readonly name: string }): string {
  return `${operationStem(operation.name)}Error`;
}

/** The function that sends many items: `sendEvents` -> `batchSendEvents`. */
export function batchName(operation: { readonly name: string }): string {
  return `batch${operationStem(operation.name)}`;
}

/** The options of that function, where it has any of its own. */
export function batchOptionsName(operation: { readonly name: string }): string {
  return `${operationStem(batchName(operation))}Options`;
}

/** The guard of an open enumeration. */
export function knownEnumName(type: { readonly name: string }): string {
  return `isKnown${type.name}`;
}

/** Every public name of a package that is not a schema's. A schema that is called the same gives way. */
export function publicNames(plan: PackagePlan): readonly string[] {
  return [...fixedNames(plan), ...plan.operations.flatMap(operationNames)];
}

/** The names that a package has whatever its operations and itself are called. */
export function commonNames(operations: readonly Features[]): readonly string[] {
  return [...runtimeValues(operations), ...runtimeTypes(operations), ...declaredNames, "ClientOptions"];
}

/** The names that a package has whatever its operations are called. */
export function fixedNames({ operations, identity, webhooks }: PackagePlan): readonly string[] {
  return [
    ...commonNames(operations),
    identity.className,
    ...(webhooks.length > 0 ? [webhooksName] : []),
    ...(operations.some(({ callbacks }) => callbacks.length > 0) ? [callbacksName] : []),
  ];
}

/** The names that one operation brings along. */
export function operationNames(operation: {
  readonly name: string;
  readonly batch?: Operation["batch"] | undefined;
}): readonly string[] {
  return [
    operation.name,
    parametersName(operation),
    errorName(operation),
    ...(operation.batch === undefined ? [] : [batchName(operation), batchOptionsName(operation)]),
  ];
}
