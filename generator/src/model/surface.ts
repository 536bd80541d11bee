import { declaredNames } from "./naming.ts";
import type { PackagePlan } from "./packages.ts";

/** What every generated package re-exports of the runtime, so that its user needs no second import. */
export const runtimeValues = [
  "AbortError",
  "ApiError",
  "ClientwrightError",
  "ConnectionError",
  "DecodeError",
  "RateLimitError",
  "TimeoutError",
] as const;
export const runtimeTypes = [
  "Call",
  "CallOptions",
  "Client",
  "Credential",
  "Result",
  "TransportError",
] as const;

/** `searchEvents` -> `SearchEvents`: the stem of the types that belong to one operation. */
function operationStem(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function parametersName(operation: { readonly name: string }): string {
  return `${operationStem(operation.name)}Params`;
}

export function errorName(operation: { readonly name: string }): string {
  return `${operationStem(operation.name)}Error`;
}

/** The guard of an open enumeration. */
export function knownEnumName(type: { readonly name: string }): string {
  return `isKnown${type.name}`;
}

/** Every public name of a package that is not a schema's. A schema that is called the same gives way. */
export function publicNames(plan: PackagePlan): readonly string[] {
  return [...fixedNames(plan), ...plan.operations.flatMap(operationNames)];
}

/** The names that a package has whatever its operations are. */
export function fixedNames(plan: PackagePlan): readonly string[] {
  return [...runtimeValues, ...runtimeTypes, ...declaredNames, "ClientOptions", plan.identity.className];
}

/** The names that one operation brings along. */
export function operationNames(operation: { readonly name: string }): readonly string[] {
  return [operation.name, parametersName(operation), errorName(operation)];
}
