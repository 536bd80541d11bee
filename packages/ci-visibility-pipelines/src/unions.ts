// Generated from spec/ci-visibility-pipelines/openapi.yaml by clientwright. Do not edit: change the document and generate again.
import { hasTag, hasType, unmatched, type WithoutTags } from "@clientwright/runtime";
import type {
  CIAppAggregateBucketValue,
  CIAppAggregateBucketValueSingleNumber,
  CIAppAggregateBucketValueSingleString,
  CIAppAggregateBucketValueTimeseries,
  CIAppCreatePipelineEventRequestAttributesResource,
  CIAppCreatePipelineEventRequestData,
  CIAppCreatePipelineEventRequestDataArray,
  CIAppCreatePipelineEventRequestDataSingleOrArray,
  CIAppGroupByMissing,
  CIAppGroupByMissingNumber,
  CIAppGroupByMissingString,
  CIAppGroupByTotal,
  CIAppGroupByTotalBoolean,
  CIAppGroupByTotalNumber,
  CIAppGroupByTotalString,
  CIAppPipelineEventFinishedPipeline,
  CIAppPipelineEventInProgressPipeline,
  CIAppPipelineEventJob,
  CIAppPipelineEventPipeline,
  CIAppPipelineEventStage,
  CIAppPipelineEventStep,
} from "./types.js";

/**
 * Whether a value is a `text`, told by its JSON type, string. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppAggregateBucketValue`.
 */
export function isBucketValueText(value: unknown): value is CIAppAggregateBucketValueSingleString {
  return hasType(value, "string");
}

/**
 * Whether a value is a `number`, told by its JSON type, number. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppAggregateBucketValue`.
 */
export function isBucketValueNumber(value: unknown): value is CIAppAggregateBucketValueSingleNumber {
  return hasType(value, "number");
}

/**
 * Whether a value is a `points`, told by its JSON type, array. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppAggregateBucketValue`.
 */
export function isBucketValuePoints(value: unknown): value is CIAppAggregateBucketValueTimeseries {
  return hasType(value, "array");
}

/**
 * Whether a value is a `finishedPipeline`, told by `level` being `"pipeline"` and `status` being `"success"` or `"error"` or `"canceled"` or `"skipped"` or `"blocked"`. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppCreatePipelineEventRequestAttributesResource`.
 */
export function isFinishedPipeline(value: unknown): value is CIAppPipelineEventFinishedPipeline {
  return (
    hasTag(value, "level", "pipeline") &&
    hasTag(value, "status", "success", "error", "canceled", "skipped", "blocked")
  );
}

/**
 * Whether a value is a `runningPipeline`, told by `level` being `"pipeline"` and `status` being `"running"`. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppCreatePipelineEventRequestAttributesResource`.
 */
export function isRunningPipeline(value: unknown): value is CIAppPipelineEventInProgressPipeline {
  return hasTag(value, "level", "pipeline") && hasTag(value, "status", "running");
}

/**
 * Whether a value is a `stage`, told by `level` being `"stage"`. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppCreatePipelineEventRequestAttributesResource`.
 */
export function isStage(value: unknown): value is CIAppPipelineEventStage {
  return hasTag(value, "level", "stage");
}

/**
 * Whether a value is a `job`, told by `level` being `"job"`. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppCreatePipelineEventRequestAttributesResource`.
 */
export function isJob(value: unknown): value is CIAppPipelineEventJob {
  return hasTag(value, "level", "job");
}

/**
 * Whether a value is a `step`, told by `level` being `"step"`. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppCreatePipelineEventRequestAttributesResource`.
 */
export function isStep(value: unknown): value is CIAppPipelineEventStep {
  return hasTag(value, "level", "step");
}

/**
 * Whether a value is a `single`, told by its JSON type, object. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppCreatePipelineEventRequestDataSingleOrArray`.
 */
export function isDataSingle(value: unknown): value is CIAppCreatePipelineEventRequestData {
  return hasType(value, "object");
}

/**
 * Whether a value is a `batch`, told by its JSON type, array. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppCreatePipelineEventRequestDataSingleOrArray`.
 */
export function isDataBatch(value: unknown): value is CIAppCreatePipelineEventRequestDataArray {
  return hasType(value, "array");
}

/**
 * Whether a value is a `text`, told by its JSON type, string. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppGroupByMissing`.
 */
export function isMissingText(value: unknown): value is CIAppGroupByMissingString {
  return hasType(value, "string");
}

/**
 * Whether a value is a `number`, told by its JSON type, number. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppGroupByMissing`.
 */
export function isMissingNumber(value: unknown): value is CIAppGroupByMissingNumber {
  return hasType(value, "number");
}

/**
 * Whether a value is a `flag`, told by its JSON type, boolean. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppGroupByTotal`.
 */
export function isTotalFlag(value: unknown): value is CIAppGroupByTotalBoolean {
  return hasType(value, "boolean");
}

/**
 * Whether a value is a `text`, told by its JSON type, string. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppGroupByTotal`.
 */
export function isTotalText(value: unknown): value is CIAppGroupByTotalString {
  return hasType(value, "string");
}

/**
 * Whether a value is a `number`, told by its JSON type, number. Nothing else of it is checked.
 *
 * @param value - Anything, such as a `CIAppGroupByTotal`.
 */
export function isTotalNumber(value: unknown): value is CIAppGroupByTotalNumber {
  return hasType(value, "number");
}

/** Whether a value is one of the variants of `CIAppAggregateBucketValue` that this version knows. The service may send others. */
export function isKnownBucketValue(value: unknown): value is CIAppAggregateBucketValue {
  return isBucketValueText(value) || isBucketValueNumber(value) || isBucketValuePoints(value);
}

/**
 * Does what the arm of the value's variant says. Leaving one out is a compile error.
 *
 * @param value - What to look at.
 * @param arms - One function a variant.
 *
 * @returns What the arm returns.
 *
 * @throws TypeError for a value that no arm is for.
 */
export function matchBucketValue<R1, R2, R3, U = never>(
  value: CIAppAggregateBucketValue,
  arms: {
    text: (value: CIAppAggregateBucketValueSingleString) => R1;
    number: (value: CIAppAggregateBucketValueSingleNumber) => R2;
    points: (value: CIAppAggregateBucketValueTimeseries) => R3;
    /** For what this version does not know. Without it, such a value is a TypeError. */
    unknown?: ((value: unknown) => U) | undefined;
  },
): R1 | R2 | R3 | U {
  if (isBucketValueText(value)) return arms.text(value);
  if (isBucketValueNumber(value)) return arms.number(value);
  if (isBucketValuePoints(value)) return arms.points(value);
  return unmatched("CIAppAggregateBucketValue", value, arms.unknown);
}

/** Whether a value is one of the variants of `CIAppCreatePipelineEventRequestAttributesResource` that this version knows. */
export function isKnownResource(value: unknown): value is CIAppCreatePipelineEventRequestAttributesResource {
  return (
    isFinishedPipeline(value) || isRunningPipeline(value) || isStage(value) || isJob(value) || isStep(value)
  );
}

/**
 * Does what the arm of the value's variant says. Leaving one out is a compile error.
 *
 * @param value - What to look at.
 * @param arms - One function a variant.
 *
 * @returns What the arm returns.
 *
 * @throws TypeError for a value that no arm is for.
 */
export function matchResource<R1, R2, R3, R4, R5>(
  value: CIAppCreatePipelineEventRequestAttributesResource,
  arms: {
    finishedPipeline: (value: CIAppPipelineEventFinishedPipeline) => R1;
    runningPipeline: (value: CIAppPipelineEventInProgressPipeline) => R2;
    stage: (value: CIAppPipelineEventStage) => R3;
    job: (value: CIAppPipelineEventJob) => R4;
    step: (value: CIAppPipelineEventStep) => R5;
  },
): R1 | R2 | R3 | R4 | R5 {
  if (isFinishedPipeline(value)) return arms.finishedPipeline(value);
  if (isRunningPipeline(value)) return arms.runningPipeline(value);
  if (isStage(value)) return arms.stage(value);
  if (isJob(value)) return arms.job(value);
  if (isStep(value)) return arms.step(value);
  return unmatched("CIAppCreatePipelineEventRequestAttributesResource", value);
}

/** Whether a value is one of the variants of `CIAppCreatePipelineEventRequestDataSingleOrArray` that this version knows. */
export function isKnownData(value: unknown): value is CIAppCreatePipelineEventRequestDataSingleOrArray {
  return isDataSingle(value) || isDataBatch(value);
}

/**
 * Does what the arm of the value's variant says. Leaving one out is a compile error.
 *
 * @param value - What to look at.
 * @param arms - One function a variant.
 *
 * @returns What the arm returns.
 *
 * @throws TypeError for a value that no arm is for.
 */
export function matchData<R1, R2>(
  value: CIAppCreatePipelineEventRequestDataSingleOrArray,
  arms: {
    single: (value: CIAppCreatePipelineEventRequestData) => R1;
    batch: (value: CIAppCreatePipelineEventRequestDataArray) => R2;
  },
): R1 | R2 {
  if (isDataSingle(value)) return arms.single(value);
  if (isDataBatch(value)) return arms.batch(value);
  return unmatched("CIAppCreatePipelineEventRequestDataSingleOrArray", value);
}

/** Whether a value is one of the variants of `CIAppGroupByMissing` that this version knows. */
export function isKnownMissing(value: unknown): value is CIAppGroupByMissing {
  return isMissingText(value) || isMissingNumber(value);
}

/**
 * Does what the arm of the value's variant says. Leaving one out is a compile error.
 *
 * @param value - What to look at.
 * @param arms - One function a variant.
 *
 * @returns What the arm returns.
 *
 * @throws TypeError for a value that no arm is for.
 */
export function matchMissing<R1, R2>(
  value: CIAppGroupByMissing,
  arms: { text: (value: CIAppGroupByMissingString) => R1; number: (value: CIAppGroupByMissingNumber) => R2 },
): R1 | R2 {
  if (isMissingText(value)) return arms.text(value);
  if (isMissingNumber(value)) return arms.number(value);
  return unmatched("CIAppGroupByMissing", value);
}

/** Whether a value is one of the variants of `CIAppGroupByTotal` that this version knows. */
export function isKnownTotal(value: unknown): value is CIAppGroupByTotal {
  return isTotalFlag(value) || isTotalText(value) || isTotalNumber(value);
}

/**
 * Does what the arm of the value's variant says. Leaving one out is a compile error.
 *
 * @param value - What to look at.
 * @param arms - One function a variant.
 *
 * @returns What the arm returns.
 *
 * @throws TypeError for a value that no arm is for.
 */
export function matchTotal<R1, R2, R3>(
  value: CIAppGroupByTotal,
  arms: {
    flag: (value: CIAppGroupByTotalBoolean) => R1;
    text: (value: CIAppGroupByTotalString) => R2;
    number: (value: CIAppGroupByTotalNumber) => R3;
  },
): R1 | R2 | R3 {
  if (isTotalFlag(value)) return arms.flag(value);
  if (isTotalText(value)) return arms.text(value);
  if (isTotalNumber(value)) return arms.number(value);
  return unmatched("CIAppGroupByTotal", value);
}

/** Whether a value is one of the variants of `CIAppPipelineEventPipeline` that this version knows. */
export function isKnownPipeline(value: unknown): value is CIAppPipelineEventPipeline {
  return isFinishedPipeline(value) || isRunningPipeline(value);
}

/**
 * Does what the arm of the value's variant says. Leaving one out is a compile error.
 *
 * @param value - What to look at.
 * @param arms - One function a variant.
 *
 * @returns What the arm returns.
 *
 * @throws TypeError for a value that no arm is for.
 */
export function matchPipeline<R1, R2>(
  value: CIAppPipelineEventPipeline,
  arms: {
    finishedPipeline: (value: CIAppPipelineEventFinishedPipeline) => R1;
    runningPipeline: (value: CIAppPipelineEventInProgressPipeline) => R2;
  },
): R1 | R2 {
  if (isFinishedPipeline(value)) return arms.finishedPipeline(value);
  if (isRunningPipeline(value)) return arms.runningPipeline(value);
  return unmatched("CIAppPipelineEventPipeline", value);
}

/**
 * Makes a `finishedPipeline`: fills in `level`.
 *
 * @param fields - Everything else of it.
 */
export function finishedPipeline(
  fields: WithoutTags<CIAppPipelineEventFinishedPipeline, "level">,
): CIAppPipelineEventFinishedPipeline {
  return { ...fields, level: "pipeline" };
}

/**
 * Makes a `runningPipeline`: fills in `level` and `status`.
 *
 * @param fields - Everything else of it.
 */
export function runningPipeline(
  fields: WithoutTags<CIAppPipelineEventInProgressPipeline, "level" | "status">,
): CIAppPipelineEventInProgressPipeline {
  return { ...fields, level: "pipeline", status: "running" };
}

/**
 * Makes a `stage`: fills in `level`.
 *
 * @param fields - Everything else of it.
 */
export function stage(fields: WithoutTags<CIAppPipelineEventStage, "level">): CIAppPipelineEventStage {
  return { ...fields, level: "stage" };
}

/**
 * Makes a `job`: fills in `level`.
 *
 * @param fields - Everything else of it.
 */
export function job(fields: WithoutTags<CIAppPipelineEventJob, "level">): CIAppPipelineEventJob {
  return { ...fields, level: "job" };
}

/**
 * Makes a `step`: fills in `level`.
 *
 * @param fields - Everything else of it.
 */
export function step(fields: WithoutTags<CIAppPipelineEventStep, "level">): CIAppPipelineEventStep {
  return { ...fields, level: "step" };
}
