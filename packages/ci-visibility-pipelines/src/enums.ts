// Generated from spec/ci-visibility-pipelines/openapi.yaml by clientwright. Do not edit: change the document and generate again.
import { isOneOf } from "@clientwright/runtime";

/**
 * Whether a value is one of `CIAppPipelineLevel` that this version knows: in a `switch` after it, no case is missing.
 *
 * @param value - Anything.
 */
export function isKnownCIAppPipelineLevel(
  value: unknown,
): value is "pipeline" | "stage" | "job" | "step" | "custom" {
  return isOneOf(value, "pipeline", "stage", "job", "step", "custom");
}

/**
 * Whether a value is one of `CIAppResponseStatus` that this version knows: in a `switch` after it, no case is missing.
 *
 * @param value - Anything.
 */
export function isKnownCIAppResponseStatus(value: unknown): value is "done" | "timeout" {
  return isOneOf(value, "done", "timeout");
}
